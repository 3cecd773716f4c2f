import type { CivilDate } from '@/lib/core/dates';
import type { GroupedActivity } from './activity-sql';
import { type ChangeSeries, type MonthParts, WATCHED_INDICATORS } from './change-rules';
import { monthOf } from './period-rules';
import { figureOf } from './rules';
import type { UnitNamed } from './schema';
import { type Activity, addActivities, NOTHING_THERE } from './sums-rules';

/** So many months are looked at: a longer past says little of what is usual now. */
const MOST_MONTHS = 12;

type Parts = {
  own: UnitNamed;
  children: readonly { unit: UnitNamed; keys: ReadonlySet<string> }[];
  activity: readonly GroupedActivity[];
  /** first days, in order */
  months: readonly CivilDate[];
  /** months that are not over by this day are left out */
  until: CivilDate;
};

/** The watched rates of a unit and of its parts, month by month; months that run are left out. */
export function changeSeries({ own, children, activity, months, until }: Parts): ChangeSeries[] {
  const whole = months.filter((month) => monthOf(month).to <= until).slice(-MOST_MONTHS);
  const byMonth = new Map(whole.map((month) => [month, activity.filter((row) => row.month === month)]));
  return [{ unit: own, keys: null }, ...children].flatMap(({ unit, keys }) => {
    const took = whole.map((month) => ({
      month,
      activity: addActivities(
        (byMonth.get(month) ?? []).flatMap((row) => (keys === null || keys.has(row.key) ? [row.activity] : [])),
      ),
    }));
    return WATCHED_INDICATORS.map((indicatorId) => ({
      unit,
      indicatorId,
      months: took.map((month) => partsOf(indicatorId, unit, month)),
    }));
  });
}

function partsOf(
  indicatorId: (typeof WATCHED_INDICATORS)[number],
  { level }: UnitNamed,
  { month, activity }: { month: CivilDate; activity: Activity },
): MonthParts {
  const { numerator, denominator } = figureOf(indicatorId, { activity, structure: NOTHING_THERE }, level);
  return { month, numerator: numerator ?? 0, denominator: denominator ?? 0 };
}
