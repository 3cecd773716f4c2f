import type { CivilDate } from '@/lib/core/dates';
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
import { labelStep, linear, ticksTo } from './scale';

// Columns month by month, their parts on top of each other.

export type ColumnPart = { paint: SeriesPaint; label: string; values: readonly number[] };

type Columns = {
  id: string;
  title: string;
  description: string;
  months: readonly CivilDate[];
  /** from the ground up */
  parts: readonly ColumnPart[];
  words: ChartWords;
};

const HEIGHT = 220;
const [TOP, BOTTOM, RIGHT] = [12, 34, 4];
const GAP_BELOW = 36;

/** Stacked columns by month with an axis of counts. */
export function monthColumns({ id, title, description, months, parts, words }: Columns): Drawing {
  const totals = months.map((_, index) => parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const ticks = ticksTo(Math.max(0, ...totals));
  const labels = ticks.map((tick) => words.number(tick));
  const left = Math.max(...labels.map(textWidth)) + 8;
  const ground = HEIGHT - BOTTOM;
  const y = linear([0, ticks.at(-1) ?? 1], [ground, TOP]);
  const slot = (CHART_WIDTH - left - RIGHT) / Math.max(1, months.length);
  // columns of ten years stand side by side without gaps
  const gap = months.length > GAP_BELOW ? 0 : slot * 0.22;
  const marks: Mark[] = [
    ...ticks.map((tick) => lineMark([left, y(tick)], [CHART_WIDTH - RIGHT, y(tick)], tick === 0 ? 'axis' : 'grid')),
    ...ticks.map((tick, index) =>
      textMark(labels[index] ?? '', { x: left - 5, y: y(tick) + 4.5, anchor: 'end', paint: 'soft' }),
    ),
    ...months.flatMap((_, index) => column(index)),
    ...monthLabels(months, words, { left, slot, y: ground + 15 }),
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
    headers: [words.text('table.month'), ...parts.map(({ label }) => label)],
    rows: months.map((month, index) => [
      month.slice(0, 7),
      ...parts.map(({ values }) => words.number(values[index] ?? 0)),
    ]),
  };
  return { id, width: CHART_WIDTH, height: HEIGHT, title, description, legend, marks, table };
}

/** Names of months under an axis, as many as have room, each year once below its first. */
export function monthLabels(
  months: readonly CivilDate[],
  words: ChartWords,
  { left, slot, y }: { left: number; slot: number; y: number },
): Mark[] {
  const name = (month: CivilDate) => words.text('month', { month: Number(month.slice(5, 7)) });
  const widest = Math.max(0, ...months.map((month) => textWidth(name(month))));
  const step = labelStep(months.length, slot * months.length, widest + 6);
  const shown = months.flatMap((month, index) => (index % step === 0 ? [{ month, index }] : []));
  const middle = (index: number) => left + (index + 0.5) * slot;
  return shown.flatMap(({ month, index }, place) => {
    const year = month.slice(0, 4);
    const first = shown[place - 1]?.month.slice(0, 4) !== year;
    // where only Januaries have room, their name says nothing
    const both = step < 12;
    return [
      ...(both ? [textMark(name(month), { x: middle(index), y, anchor: 'middle', paint: 'soft' })] : []),
      ...(first ? [textMark(year, { x: middle(index), y: both ? y + 15 : y, anchor: 'middle', paint: 'soft' })] : []),
    ];
  });
}
