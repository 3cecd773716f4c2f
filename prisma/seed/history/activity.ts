import { type ActivityCounts, add, isNothing, NO_ACTIVITY } from '@/lib/clinic-sessions/activity-rules';
import type { CivilDate } from '@/lib/core/dates';
import type { Place } from './life';
import type { HistoryRows } from './rows';

/** Sums what the records of one month add to their clinics, as commands do one by one. */
export class ActivityBook {
  private readonly sums = new Map<string, { place: Place; counts: ActivityCounts }>();

  add(place: Place, contribution: ActivityCounts): void {
    const known = this.sums.get(place.id)?.counts ?? NO_ACTIVITY;
    this.sums.set(place.id, { place, counts: add(known, contribution) });
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
