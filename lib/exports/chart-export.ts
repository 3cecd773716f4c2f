import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/core/result';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { periodText } from '@/lib/indicators/period-rules';
import { getUnitView, type UnitView } from '@/lib/indicators/view-queries';
import { chartPng } from './chart-png';
import type { PaperPicture } from './document-rules';
import { recordExport } from './export-trail';
import { CONTENT_TYPES, type DashboardExport, type MadeFile, type PictureFormat } from './schema';

/** A chart as an SVG document with its words; components draw it, lib does not know how. */
export type DrawnChart = { title: string; description: string; svg: string };

/** Twice what a sheet or a slide shows of it. */
const PICTURE_WIDTH = 1568;
/** In pixels of paper (96 to the inch): a little narrower than the text of a page. */
const PAPER_WIDTH = 520;

/**
 * One chart of a unit as a file; that it was made is recorded first.
 * @param draw makes the chart for the heading of the unit's views, null where there is nothing to draw
 * @returns NOT_FOUND for a unit or chart that is not there, out of scope, or not the reader's to take out; UNAVAILABLE
 * without the database, and for PNG on a server without a font for it
 */
export async function exportChart(
  actor: Actor,
  { unit, period, chart, format }: Pick<DashboardExport, 'unit' | 'period'> & { chart: string; format: PictureFormat },
  language: FileLanguage,
  draw: (heading: UnitView) => Promise<DrawnChart | null>,
): Promise<Result<MadeFile>> {
  if (!mayI(actor, 'export', 'ActivityMonth')) return err({ code: 'NOT_FOUND' });
  const heading = await getUnitView(actor, { unit, period });
  const drawn = heading && (await draw(heading));
  if (!drawn) return err({ code: 'NOT_FOUND' });
  const bytes = format === 'svg' ? Buffer.from(drawn.svg) : (await chartPng(drawn.svg, PICTURE_WIDTH))?.png;
  if (!bytes) return err({ code: 'UNAVAILABLE', messageKey: 'exports.chart.noFont' });
  const { level, code, name, nameEn } = heading.unit;
  const recorded = await recordExport(actor, 'Chart', { level, code, period: periodText(period), chart, format });
  if (!recorded.ok) return recorded;
  const title = drawn.title.replace(/[\\/:*?"<>|]/g, ' ');
  return ok({
    fileName: `${[inLocale(language.locale, name, nameEn), title, periodText(period)].join('-')}.${format}`,
    plainName: `chart-${chart}-${code}-${periodText(period)}.${format}`,
    contentType: CONTENT_TYPES[format],
    body: once(bytes),
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/** Charts as pictures of a document; none on a server that has no font for them. */
export async function paperPictures(charts: readonly DrawnChart[]): Promise<PaperPicture[]> {
  const pictures: PaperPicture[] = [];
  // one after the other: each holds the font in memory while it is drawn
  for (const { title, description, svg } of charts) {
    const drawn = await chartPng(svg, PICTURE_WIDTH);
    if (!drawn) return [];
    const height = Math.round((PAPER_WIDTH * drawn.height) / PICTURE_WIDTH);
    pictures.push({ title, text: description, png: drawn.png, width: PAPER_WIDTH, height });
  }
  return pictures;
}
