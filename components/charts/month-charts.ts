import type { CivilDate } from '@/lib/core/dates';
import type { MonthPoint } from '@/lib/indicators/dashboard-schema';
import type { ChartWords } from './chart-words';
import type { Drawing, SeriesPaint } from './drawing';
import { monthColumns } from './month-columns';
import type { ColumnPart } from './stacked-columns';

// The charts of a dashboard's months. Each is one function from data and language to a drawing.

type Part = { key: string; paint: SeriesPaint; of: (month: MonthPoint) => number };

function partsOf(months: readonly MonthPoint[], words: ChartWords, id: string, parts: readonly Part[]): ColumnPart[] {
  return parts.map(({ key, paint, of }) => ({ paint, label: words.text(`${id}.${key}`), values: months.map(of) }));
}

function draw(id: string, parts: readonly Part[], sums: readonly string[]) {
  return (months: readonly MonthPoint[], words: ChartWords): Drawing => {
    const drawn = partsOf(months, words, id, parts);
    const total = (index: number) => (drawn[index]?.values ?? []).reduce((sum, value) => sum + value, 0);
    const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
    return monthColumns({
      id,
      title: words.text(`${id}.title`),
      description: words.text(`${id}.description`, {
        from: first.slice(0, 7),
        to: last.slice(0, 7),
        ...Object.fromEntries(sums.map((name, index) => [name, words.number(total(index))])),
      }),
      months: months.map(({ month }): CivilDate => month),
      parts: drawn,
      words,
    });
  };
}

/** The four numbers by month: a column is as high as was expected, its parts say how far the sessions came. */
export const sessionsChart = draw(
  'sessions',
  [
    { key: 'confirmed', paint: 'first', of: ({ confirmed }) => confirmed },
    { key: 'unconfirmed', paint: 'second', of: ({ held, confirmed }) => held - confirmed },
    { key: 'notHeld', paint: 'third', of: ({ logged, held }) => logged - held },
    { key: 'notLogged', paint: 'fourth', of: ({ expected, logged }) => Math.max(0, expected - logged) },
  ],
  ['confirmed', 'unconfirmed', 'notHeld', 'notLogged'],
);

/** Visits by month, those who came again below. */
export const visitsChart = draw(
  'visits',
  [
    { key: 'return', paint: 'first', of: ({ visitsReturn }) => visitsReturn },
    { key: 'new', paint: 'second', of: ({ visitsNew }) => visitsNew },
  ],
  ['return', 'new'],
);

/** Held sessions by who was there for the lead hospital. */
export const expertsChart = draw(
  'experts',
  [
    { key: 'planned', paint: 'first', of: ({ expertPlanned }) => expertPlanned },
    { key: 'substitute', paint: 'second', of: ({ expertSubstitute }) => expertSubstitute },
    { key: 'absent', paint: 'fourth', of: ({ expertAbsent }) => expertAbsent },
  ],
  ['planned', 'substitute', 'absent'],
);

/** Held sessions by whether trainees were there, and whether one led. */
export const traineesChart = draw(
  'trainees',
  [
    { key: 'led', paint: 'first', of: ({ traineeLed }) => traineeLed },
    { key: 'attended', paint: 'second', of: ({ withTrainee, traineeLed }) => withTrainee - traineeLed },
    {
      key: 'without',
      paint: 'fourth',
      of: ({ expertPlanned, expertSubstitute, expertAbsent, withTrainee }) =>
        Math.max(0, expertPlanned + expertSubstitute + expertAbsent - withTrainee),
    },
  ],
  ['led', 'attended', 'without'],
);
