import type { StagePoint } from '@/lib/registry/stages/stage-schema';
import type { ChartWords } from './chart-words';
import type { Drawing, SeriesPaint } from './drawing';
import { monthColumns } from './month-columns';

type Part = readonly [
  key: 'planned' | 'building' | 'district_accepted' | 'city_accepted' | 'opened' | 'closedIn',
  SeriesPaint,
];

function drawn(
  id: 'stages' | 'moves',
  parts: readonly Part[],
  points: readonly StagePoint[],
  words: ChartWords,
): Drawing {
  const [first, last] = [points[0]?.month ?? '', points.at(-1)?.month ?? ''];
  return monthColumns({
    id,
    title: words.text(`${id}.title`),
    description: words.text(`${id}.description`, { from: first.slice(0, 7), to: last.slice(0, 7) }),
    months: points.map(({ month }) => month),
    parts: parts.map(([key, paint]) => ({
      paint,
      label: words.text(`${id}.${key}`),
      values: points.map((point) => point[key]),
    })),
    words,
  });
}

/** What is on its way at the end of each month, the nearest to opening at the ground. */
export function wayChart(points: readonly StagePoint[], words: ChartWords): Drawing {
  const parts = [
    ['city_accepted', 'first'],
    ['district_accepted', 'second'],
    ['building', 'third'],
    ['planned', 'fourth'],
  ] as const;
  return drawn('stages', parts, points, words);
}

/** What opened and what closed in each month. */
export function movesChart(points: readonly StagePoint[], words: ChartWords): Drawing {
  return drawn(
    'moves',
    [
      ['opened', 'first'],
      ['closedIn', 'third'],
    ],
    points,
    words,
  );
}
