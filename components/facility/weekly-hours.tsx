import { useTranslations } from 'next-intl';
import { WEEKDAYS, type Weekday } from '@/lib/core/dates';
import type { WeeklyInterval } from '@/lib/directory/schema';
import { Intervals } from './week-table';

/** The ordinary week, weekdays with the same hours on one line: 周一至周五 08:00–16:30. */
export function WeeklyHours({ hours }: { hours: readonly WeeklyInterval[] }) {
  const terms = useTranslations('terms.weekdayShort');
  const t = useTranslations('facility.poster');
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1">
      {runsOfDays(hours).map(({ from, to, intervals }) => (
        <div key={from} className="contents">
          <dt>{from === to ? terms(`${from}`) : t('days', { from: terms(`${from}`), to: terms(`${to}`) })}</dt>
          <dd>
            <Intervals intervals={intervals} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Run = { from: Weekday; to: Weekday; intervals: WeeklyInterval[] };

function runsOfDays(hours: readonly WeeklyInterval[]): Run[] {
  const runs: Run[] = [];
  const shape = (intervals: readonly WeeklyInterval[]) =>
    intervals.map(({ opensMinute, closesMinute }) => `${opensMinute}-${closesMinute}`).join();
  for (const weekday of WEEKDAYS) {
    const intervals = hours
      .filter((line) => line.weekday === weekday)
      .toSorted((a, b) => a.opensMinute - b.opensMinute);
    const last = runs.at(-1);
    if (last && shape(last.intervals) === shape(intervals)) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, intervals });
  }
  return runs;
}
