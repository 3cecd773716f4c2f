import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { type CivilDate, mondayOf } from '@/lib/core/dates';

/** Records of one week, those of one clinic next to each other. */
export type WeekGroup = { monday: CivilDate; records: readonly RecordListed[] };

/** Records by week, the latest first; within a week by clinic, in the order in which the clinics come. */
export function byWeek(records: readonly RecordListed[]): WeekGroup[] {
  const weeks = new Map<CivilDate, Map<string, RecordListed[]>>();
  for (const record of records) {
    const monday = mondayOf(record.date);
    const clinics = weeks.get(monday) ?? new Map<string, RecordListed[]>();
    clinics.set(record.clinicId, [...(clinics.get(record.clinicId) ?? []), record]);
    weeks.set(monday, clinics);
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([monday, clinics]) => ({ monday, records: [...clinics.values()].flat() }));
}
