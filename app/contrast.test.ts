import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// The colours are read from the style sheet itself, so a change there is a change here.
const CSS = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

type Colours = Map<string, string>;

/** The colour tokens declared in the block that opens with `opening` (after `after`, when given). */
function tokens(opening: string, after = ''): Colours {
  const start = CSS.indexOf(opening, Math.max(0, CSS.indexOf(after)));
  if (start < 0) throw new Error(`No block ${opening}`);
  const block = CSS.slice(start, CSS.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const light = tokens('@theme {\n  --font-sans');
const dark: Colours = new Map([...light, ...tokens(':root {', 'prefers-color-scheme: dark')]);
const senior: Colours = new Map([...light, ...tokens('html[data-senior] {')]);
const seniorDark: Colours = new Map([
  ...dark,
  ...tokens('html[data-senior] {', '\n  @media (prefers-color-scheme: dark) {\n    html'),
]);

const SCHEMES = { light, dark, senior, seniorDark };

/** Relative luminance of sRGB, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two tokens, 1 to 21, WCAG 2.2. */
function contrast(scheme: Colours, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = scheme.get(name);
    if (!hex) throw new Error(`No colour ${name}`);
    return luminance(hex);
  });
  const [lighter, darker] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunken'];
const ALLIANCES = ['east', 'south', 'west', 'north'];
const STATES = ['info', 'success', 'warning', 'danger'];

const TEXT_PAIRS = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', ...ALLIANCES, ...STATES].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ...[...ALLIANCES, ...STATES].flatMap((name) => [[name, `${name}-soft`] as const, ['ink', `${name}-soft`] as const]),
  ['accent', 'accent-soft'] as const,
  ['ink', 'accent-soft'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
];

const MARK_PAIRS = [
  ...['line-strong', 'focus', ...ALLIANCES.map((name) => `${name}-fill`)].flatMap((mark) =>
    GROUNDS.map((ground) => [mark, ground] as const),
  ),
  ...ALLIANCES.map((name) => [`${name}-fill`, `${name}-soft`] as const),
  ...ALLIANCES.map((name) => ['focus', `${name}-soft`] as const),
  ['focus', 'accent-soft'] as const,
];

describe.each(Object.entries(SCHEMES))('%s scheme', (name, scheme) => {
  it('has colours of its own', () => {
    expect(scheme.size).toBe(light.size);
    expect(name === 'light' || [...scheme].some(([token, hex]) => light.get(token) !== hex)).toBe(true);
  });

  it.each(TEXT_PAIRS)('%s reads on %s (4.5)', (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARK_PAIRS)('%s stands out from %s (3)', (mark, ground) => {
    expect(contrast(scheme, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('senior mode', () => {
  it.each([
    ['light', senior],
    ['dark', seniorDark],
  ] as const)('reaches AAA for text on paper, %s', (_, scheme) => {
    for (const text of ['ink', 'ink-soft', 'ink-faint'])
      expect(contrast(scheme, text, 'paper')).toBeGreaterThanOrEqual(7);
  });
});
