import type { ChartWords } from './chart-words';
import {
  CHART_WIDTH,
  type Drawing,
  type LegendEntry,
  lineMark,
  type Mark,
  rectMark,
  type SeriesPaint,
  textMark,
  textWidth,
} from './drawing';
import { linear, ticksTo } from './scale';

// Columns side by side, their parts on top of each other.

export type ColumnPart = { paint: SeriesPaint; label: string; values: readonly number[] };

/** Where columns stand: the left edge of the first, the width of each with its gap, and where names go below. */
export type Slots = { left: number; slot: number; y: number };

type Columns = Pick<Drawing, 'id' | 'title' | 'description'> & {
  /** what each column is called in the table */
  rows: readonly string[];
  header: string;
  /** from the ground up */
  parts: readonly ColumnPart[];
  /** names under the axis */
  labels: (slots: Slots) => Mark[];
  words: ChartWords;
};

const HEIGHT = 220;
const [TOP, BOTTOM, RIGHT] = [12, 34, 4];
const GAP_BELOW = 36;

/** Stacked columns with an axis of counts. */
export function stackedColumns({ id, title, description, rows, header, parts, labels, words }: Columns): Drawing {
  const totals = rows.map((_, index) => parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const ticks = ticksTo(Math.max(0, ...totals));
  const numbers = ticks.map((tick) => words.number(tick));
  const left = Math.max(...numbers.map(textWidth)) + 8;
  const ground = HEIGHT - BOTTOM;
  const y = linear([0, ticks.at(-1) ?? 1], [ground, TOP]);
  const slot = (CHART_WIDTH - left - RIGHT) / Math.max(1, rows.length);
  // columns of ten years stand side by side without gaps
  const gap = rows.length > GAP_BELOW ? 0 : slot * 0.22;
  const marks: Mark[] = [
    ...ticks.map((tick) => lineMark([left, y(tick)], [CHART_WIDTH - RIGHT, y(tick)], tick === 0 ? 'axis' : 'grid')),
    ...ticks.map((tick, index) =>
      textMark(numbers[index] ?? '', { x: left - 5, y: y(tick) + 4.5, anchor: 'end', paint: 'soft' }),
    ),
    ...rows.flatMap((_, index) => column(index)),
    ...labels({ left, slot, y: ground + 15 }),
  ];

  function column(index: number): Mark[] {
    let below = 0;
    return parts.flatMap(({ paint, values }) => {
      const value = values[index] ?? 0;
      const [bottom, top] = [y(below), y(below + value)];
      below += value;
      return rectMark({ x: left + index * slot + gap / 2, y: top, width: slot - gap, height: bottom - top }, paint);
    });
  }

  const legend = parts.map(({ paint, label }): LegendEntry => ({ paint, label })).toReversed();
  const table = {
    headers: [header, ...parts.map(({ label }) => label)],
    rows: rows.map((row, index) => [row, ...parts.map(({ values }) => words.number(values[index] ?? 0))]),
  };
  return { id, width: CHART_WIDTH, height: HEIGHT, title, description, legend, marks, table };
}
