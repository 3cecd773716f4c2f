import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { type CivilDate, mondayOf } from '@/lib/core/dates';

/** Records of one clinic in one week. */
export type RecordGroup = { key: string; monday: CivilDate; records: readonly RecordListed[] };

/** Records by week and clinic, in the order in which they come. */
export function byWeekAndClinic(records: readonly RecordListed[]): RecordGroup[] {
  const groups = new Map<string, { key: string; monday: CivilDate; records: RecordListed[] }>();
  for (const record of records) {
    const monday = mondayOf(record.date);
    const key = `${monday} ${record.clinicId}`;
    const known = groups.get(key);
    if (known) known.records.push(record);
    else groups.set(key, { key, monday, records: [record] });
  }
  return [...groups.values()].sort((a, b) => (a.monday === b.monday ? 0 : a.monday < b.monday ? 1 : -1));
}
