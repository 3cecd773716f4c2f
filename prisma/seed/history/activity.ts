import { ACTIVITY_COUNTS, type ActivityCounts, isNothing, NO_ACTIVITY } from '@/lib/clinic-sessions/activity-rules';
import type { CivilDate } from '@/lib/core/dates';
import type { Place } from './life';
import type { HistoryRows } from './rows';

/** Sums what the records of one month add to their clinics, as commands do one by one. */
export class ActivityBook {
  private readonly sums = new Map<string, { place: Place; counts: ActivityCounts }>();

  add(place: Place, contribution: ActivityCounts): void {
    const sum = this.sums.get(place.id) ?? { place, counts: { ...NO_ACTIVITY } };
    for (const name of ACTIVITY_COUNTS) sum.counts[name] += contribution[name];
    this.sums.set(place.id, sum);
  }

  /** The rows of the month, and begins the next one. */
  close(month: CivilDate): HistoryRows['activityMonth'] {
    const rows = [...this.sums.values()]
      .filter(({ counts }) => !isNothing(counts))
      .map(({ place: { id, centreId, hospitalId, districtCode }, counts }) => ({
        clinicId: id,
        month,
        centreId,
        hospitalId,
        districtCode,
        ...counts,
      }));
    this.sums.clear();
    return rows;
  }
}
