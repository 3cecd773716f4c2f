import type { CivilDate } from '@/lib/core/dates';
import type { ChartWords } from './chart-words';
import { type Drawing, type Mark, textMark, textWidth } from './drawing';
import { labelStep } from './scale';
import { type ColumnPart, type Slots, stackedColumns } from './stacked-columns';

// Columns month by month.

type Columns = Pick<Drawing, 'id' | 'title' | 'description'> & {
  months: readonly CivilDate[];
  parts: readonly ColumnPart[];
  words: ChartWords;
};

/** Stacked columns by month. */
export function monthColumns({ months, words, ...columns }: Columns): Drawing {
  return stackedColumns({
    ...columns,
    words,
    rows: months.map((month) => month.slice(0, 7)),
    header: words.text('table.month'),
    labels: (slots) => monthLabels(months, words, slots),
  });
}

/** Names of months under an axis, as many as have room, each year once below its first. */
function monthLabels(months: readonly CivilDate[], words: ChartWords, { left, slot, y }: Slots): Mark[] {
  const name = (month: CivilDate) => words.text('month', { month: Number(month.slice(5, 7)) });
  const widest = Math.max(0, ...months.map((month) => textWidth(name(month))));
  const step = labelStep(months.length, slot * months.length, widest + 6);
  const shown = months.flatMap((month, index) => (index % step === 0 ? [{ month, index }] : []));
  const middle = (index: number) => left + (index + 0.5) * slot;
  return shown.flatMap(({ month, index }, place) => {
    const year = month.slice(0, 4);
    const next = shown.find((one, other) => other > place && one.month.slice(0, 4) !== year);
    // the year that has only begun to its left has no room beside the next
    const room = !next || (next.index - index) * slot > textWidth(year) + 6;
    const first = room && shown[place - 1]?.month.slice(0, 4) !== year;
    // where only Januaries have room, their name says nothing
    const both = step < 12;
    return [
      ...(both ? [textMark(name(month), { x: middle(index), y, anchor: 'middle', paint: 'soft' })] : []),
      ...(first ? [textMark(year, { x: middle(index), y: both ? y + 15 : y, anchor: 'middle', paint: 'soft' })] : []),
    ];
  });
}
