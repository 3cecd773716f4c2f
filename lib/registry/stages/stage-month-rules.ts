import { type CivilDate, civilDate } from '@/lib/core/dates';
import { STAGES, type StageCounts, type StageKind, type StagePoint } from './stage-schema';

/** A month in which nothing stands anywhere. */
export function emptyPoint(month: CivilDate): StagePoint {
  const counts = {
    planned: 0,
    building: 0,
    district_accepted: 0,
    city_accepted: 0,
    operating: 0,
    suspended: 0,
    closed: 0,
  };
  return { ...counts, month, opened: 0, closedIn: 0 };
}

/** The first days of the last months, the present one included, the earliest first. */
export function monthsUntil(today: CivilDate, count: number): CivilDate[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = last - count + 1 + index;
    return civilDate(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
  });
}

/** The months of several units added up. */
export function summed(months: readonly CivilDate[], units: readonly (readonly StagePoint[])[]): StagePoint[] {
  return months.map((month, index) => {
    const sum = emptyPoint(month);
    for (const points of units) {
      const point = points[index];
      if (!point) continue;
      for (const stage of STAGES) sum[stage] += point[stage];
      sum.opened += point.opened;
      sum.closedIn += point.closedIn;
    }
    return sum;
  });
}

/** The stages in which something counts as reached: a station works, a project or title is given and not taken back. */
export function reachedIn(kind: StageKind, point: StageCounts): number {
  const open = point.operating + point.suspended;
  return kind === 'station' ? open : open + point.city_accepted;
}
