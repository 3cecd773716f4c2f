import 'server-only';
import { existsSync } from 'node:fs';
import { renderAsync } from '@resvg/resvg-js';
import { env } from '@/lib/core/env';

// Charts as pictures. The words of a chart need a font with Chinese characters; it is the server's own, for a font weighs
// more than the portal and every system with Chinese users has one. Without one there are no pictures rather than empty
// boxes; the drawing itself (SVG) is always there.

/** Where systems keep a font with Chinese characters: Debian, Arch, Fedora, Alpine, macOS, Windows. */
const KNOWN_FONTS = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  '/System/Library/Fonts/STHeiti Light.ttc',
  'C:\\Windows\\Fonts\\msyh.ttc',
];

let found: string | null | undefined;

/** The font that pictures are written in: the one that is set, or the first that the system has; null for none. */
export function chartFont(): string | null {
  found ??= [env().CHART_FONT, ...KNOWN_FONTS].find((file) => file !== undefined && existsSync(file)) ?? null;
  return found;
}

/**
 * Draws an SVG beside the event loop.
 * @param width in pixels
 * @returns a PNG with its height in pixels; null where the server has no font for it
 */
export async function chartPng(svg: string, width: number): Promise<{ png: Uint8Array; height: number } | null> {
  const font = chartFont();
  if (!font) return null;
  const drawn = await renderAsync(svg, {
    font: { fontFiles: [font], loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
  });
  return { png: drawn.asPng(), height: drawn.height };
}
