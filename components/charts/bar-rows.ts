import {
  CHART_WIDTH,
  type Drawing,
  fitted,
  type LegendEntry,
  lineMark,
  type Mark,
  rectMark,
  textMark,
  textWidth,
} from './drawing';
import { linear } from './scale';

// Bars under each other, each with its words and its value, and where there is one a target.

export type BarRow = {
  label: string;
  /** the whole name for the table, where the label is shortened */
  name?: string;
  text: string;
  value: number | null;
  target: number | null;
};

type Bars = Pick<Drawing, 'id' | 'title' | 'description'> & {
  rows: readonly BarRow[];
  legend: { value: string; target: string | null };
  /** what a row is called */
  header: string;
};

const ROW = 42;
const EDGE = 4;
/** More rows than these stand in one line each, so that a district of fifty centres still fits on a page. */
const MOST_TALL_ROWS = 20;
const LINE = 21;

/** Bars on one scale from zero to the largest value or target; a row without a value has words and no bar. */
export function barRows({ id, title, description, rows, legend, header }: Bars): Drawing {
  const most = Math.max(0, ...rows.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  const low = rows.length > MOST_TALL_ROWS;
  const ends = low ? lineEnds(rows) : ([EDGE, CHART_WIDTH - EDGE] as const);
  const x = linear([0, most || 1], ends);
  const entries: LegendEntry[] = [
    { paint: 'first', label: legend.value },
    ...(legend.target === null ? [] : [{ paint: 'mark', label: legend.target, shape: 'line' } satisfies LegendEntry]),
  ];
  return {
    id,
    width: CHART_WIDTH,
    height: Math.max(1, rows.length) * (low ? LINE : ROW) + 4,
    title,
    description,
    legend: entries,
    marks: rows.flatMap((row, index) =>
      low ? barLine(row, index * LINE, x, ends) : barRow(row, index * ROW, x, ends),
    ),
    table: { headers: [header, legend.value], rows: rows.map(({ label, name, text }) => [name ?? label, text]) },
  };
}

type Ends = readonly [from: number, to: number];

/** Where bars run between their words and their values. */
function lineEnds(rows: readonly BarRow[]): Ends {
  const widest = Math.max(...rows.map(({ text }) => textWidth(text)));
  return [EDGE + CHART_WIDTH * 0.46, CHART_WIDTH - EDGE - widest - 8];
}

function bar(
  { value, target }: BarRow,
  y: number,
  height: number,
  x: (value: number) => number,
  [from, to]: Ends,
): Mark[] {
  return [
    ...rectMark({ x: from, y, width: to - from, height }, 'ground'),
    ...(value === null ? [] : rectMark({ x: from, y, width: x(value) - from, height }, 'first')),
    ...(target === null ? [] : [lineMark([x(target), y - 3], [x(target), y + height + 3], 'mark')]),
  ];
}

function barRow(row: BarRow, top: number, x: (value: number) => number, ends: Ends): Mark[] {
  const room = CHART_WIDTH - 2 * EDGE - textWidth(row.text) - 12;
  return [
    textMark(fitted(row.label, room), { x: EDGE, y: top + 15 }),
    textMark(row.text, { x: CHART_WIDTH - EDGE, y: top + 15, anchor: 'end', paint: 'strong' }),
    ...bar(row, top + 21, 13, x, ends),
  ];
}

/** Words, bar and value in one line. */
function barLine(row: BarRow, top: number, x: (value: number) => number, ends: Ends): Mark[] {
  return [
    textMark(fitted(row.label, ends[0] - EDGE - 6), { x: EDGE, y: top + 15 }),
    textMark(row.text, { x: CHART_WIDTH - EDGE, y: top + 15, anchor: 'end', paint: 'strong' }),
    ...bar(row, top + 5, 11, x, ends),
  ];
}
