import type { WeekPoint } from '@/lib/indicators/week-schema';
import type { ChartWords } from './chart-words';
import { type Drawing, textMark } from './drawing';
import { stackedColumns } from './stacked-columns';

/** The four numbers of weeks as columns, each as high as was expected. */
export function weeksChart(weeks: readonly WeekPoint[], words: ChartWords): Drawing {
  const label = (key: string) => words.text(`sessions.${key}`);
  return stackedColumns({
    id: 'weeks',
    title: words.text('weeks.title'),
    description: words.text('weeks.description', { count: weeks.length }),
    rows: weeks.map(({ monday }) => monday),
    labels: ({ left, slot, y }) =>
      weeks.map(({ monday }, index) =>
        textMark(words.text('weeks.day', { month: Number(monday.slice(5, 7)), day: Number(monday.slice(8)) }), {
          x: left + (index + 0.5) * slot,
          y,
          anchor: 'middle',
          paint: 'soft',
        }),
      ),
    header: words.text('weeks.monday'),
    parts: [
      { paint: 'first', label: label('confirmed'), values: weeks.map(({ confirmed }) => confirmed) },
      { paint: 'second', label: label('unconfirmed'), values: weeks.map(({ held, confirmed }) => held - confirmed) },
      { paint: 'third', label: label('notHeld'), values: weeks.map(({ logged, held }) => logged - held) },
      {
        paint: 'fourth',
        label: label('notLogged'),
        values: weeks.map(({ expected, logged }) => Math.max(0, expected - logged)),
      },
    ],
    words,
  });
}
