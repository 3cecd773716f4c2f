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

export type BarRow = { label: string; text: string; value: number | null; target: number | null };

type Bars = Pick<Drawing, 'id' | 'title' | 'description'> & {
  rows: readonly BarRow[];
  legend: { value: string; target: string | null };
  /** what a row is called */
  header: string;
};

const ROW = 42;
const EDGE = 4;

/** Bars on one scale from zero to the largest value or target; a row without a value has words and no bar. */
export function barRows({ id, title, description, rows, legend, header }: Bars): Drawing {
  const most = Math.max(0, ...rows.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  const x = linear([0, most || 1], [EDGE, CHART_WIDTH - EDGE]);
  const entries: LegendEntry[] = [
    { paint: 'first', label: legend.value },
    ...(legend.target === null ? [] : [{ paint: 'mark', label: legend.target, shape: 'line' } satisfies LegendEntry]),
  ];
  return {
    id,
    width: CHART_WIDTH,
    height: Math.max(1, rows.length) * ROW + 4,
    title,
    description,
    legend: entries,
    marks: rows.flatMap((row, index) => barRow(row, index * ROW, x)),
    table: { headers: [header, legend.value], rows: rows.map(({ label, text }) => [label, text]) },
  };
}

function barRow({ label, text, value, target }: BarRow, top: number, x: (value: number) => number): Mark[] {
  const [y, height] = [top + 21, 13];
  const room = CHART_WIDTH - 2 * EDGE - textWidth(text) - 12;
  return [
    textMark(fitted(label, room), { x: EDGE, y: top + 15 }),
    textMark(text, { x: CHART_WIDTH - EDGE, y: top + 15, anchor: 'end', paint: 'strong' }),
    ...rectMark({ x: EDGE, y, width: CHART_WIDTH - 2 * EDGE, height }, 'ground'),
    ...(value === null ? [] : rectMark({ x: EDGE, y, width: x(value) - EDGE, height }, 'first')),
    ...(target === null ? [] : [lineMark([x(target), y - 3], [x(target), y + height + 3], 'mark')]),
  ];
}
