import type { GroupedActivity } from './activity-sql';
import type { Period } from './period-rules';
import type { CentreStructure } from './structure-sql';
import { type Activity, addActivities, addStructures, type Sums } from './sums-rules';
import type { PartNamed } from './unit-parts';

// What a unit or one of its parts did in a period and has at its end.

/** The activity of the months of a period. */
export function within(activity: readonly GroupedActivity[], { from, to }: Pick<Period, 'from' | 'to'>): Activity[] {
  return activity.filter(({ month }) => month >= from && month <= to).map((row) => row.activity);
}

/** The sums of one part, of what was read for all of them. */
export function sumsOfPart(
  { keys, holds }: Pick<PartNamed, 'keys' | 'holds'>,
  activity: readonly GroupedActivity[],
  structures: readonly CentreStructure[],
  period: Pick<Period, 'from' | 'to'>,
): Sums {
  const own = activity.filter(({ key }) => keys.has(key));
  return {
    activity: addActivities(within(own, period)),
    structure: addStructures(structures.filter(holds).map(({ structure }) => structure)),
  };
}
