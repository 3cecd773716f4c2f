// What a chart is drawn from: a few marks with a paint each. Pure, so that a page (in the reader's colours) and a file to
// take away (in ink on white) show the same drawing.

/** How a mark looks. Series are told apart by pattern as well as by colour. */
export const PAINTS = [
  'first',
  'second',
  'third',
  'fourth',
  'ground',
  'grid',
  'axis',
  'text',
  'soft',
  'strong',
  'mark',
  'range',
  'curve',
  'bound',
] as const;
export type Paint = (typeof PAINTS)[number];

/** The paints that stand for a series, in their order. */
export const SERIES_PAINTS = ['first', 'second', 'third', 'fourth'] as const satisfies readonly Paint[];
export type SeriesPaint = (typeof SERIES_PAINTS)[number];

export type Mark = {
  tag: 'rect' | 'line' | 'path' | 'circle' | 'text';
  /** attributes of geometry, by the names React gives them */
  at: Readonly<Record<string, string | number>>;
  paint: Paint;
  /** what a text says */
  words?: string;
};

export type LegendEntry = { paint: Paint; label: string; shape?: 'box' | 'line' | 'diamond' };

/** The numbers of a chart in words; the first column names each row. */
export type ChartTable = { headers: readonly string[]; rows: readonly (readonly string[])[] };

/** A chart in units of its own; it is drawn as large as there is room. */
export type Drawing = {
  /** tells charts of one page apart, also in names of files */
  id: string;
  width: number;
  height: number;
  title: string;
  /** what the chart shows in a sentence, for those who do not see it */
  description: string;
  legend: readonly LegendEntry[];
  marks: readonly Mark[];
  /** the equal alternative to the picture */
  table: ChartTable;
};

/** The width of every chart: words of 13 units are read on a phone of 390 px, and twice as large in senior mode. */
export const CHART_WIDTH = 360;
export const TEXT_SIZE = 12.5;

/** A number as an attribute: a tenth is finer than any screen. */
export function unit(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A text mark. */
export function textMark(
  words: string,
  {
    x,
    y,
    anchor = 'start',
    paint = 'text',
  }: { x: number; y: number; anchor?: 'start' | 'middle' | 'end'; paint?: Paint },
): Mark {
  return {
    tag: 'text',
    at: { x: unit(x), y: unit(y), textAnchor: anchor, fontSize: TEXT_SIZE },
    paint,
    words,
  };
}

/** A straight line. */
export function lineMark(from: readonly [number, number], to: readonly [number, number], paint: Paint): Mark {
  return { tag: 'line', at: { x1: unit(from[0]), y1: unit(from[1]), x2: unit(to[0]), y2: unit(to[1]) }, paint };
}

/** A diamond: what is one's own among others. */
export function diamondMark(x: number, y: number, paint: Paint, radius = 6): Mark {
  const [left, right, top, bottom] = [unit(x - radius), unit(x + radius), unit(y - radius), unit(y + radius)];
  return {
    tag: 'path',
    at: { d: `M${unit(x)} ${top}L${right} ${unit(y)}L${unit(x)} ${bottom}L${left} ${unit(y)}Z` },
    paint,
  };
}

/** A rectangle; one without a size is not drawn. */
export function rectMark(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  paint: Paint,
): Mark[] {
  if (width < 0.05 || height < 0.05) return [];
  return [{ tag: 'rect', at: { x: unit(x), y: unit(y), width: unit(width), height: unit(height) }, paint }];
}

/** About how wide words are drawn: a Chinese character is as wide as high, a Latin letter a little over half. */
export function textWidth(words: string): number {
  return [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0) * TEXT_SIZE;
}

/** Words cut to a width, with an ellipsis where something was left out. */
export function fitted(words: string, width: number): string {
  if (textWidth(words) <= width) return words;
  const letters = [...words];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
