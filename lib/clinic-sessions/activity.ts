import 'server-only';
import type { CivilDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { PREPARED } from '@/lib/db/prepared-statements';
import { ACTIVITY_COUNTS, type ActivityCounts, add, isNothing } from './activity-rules';

// The sums of months, kept in the transaction of every change of a record.

/** A record's place in the sums: any date of the month. */
export type ActivityKey = {
  clinicId: string;
  centreId: string;
  hospitalId: string;
  districtCode: string;
  date: CivilDate;
};

type Change = { key: ActivityKey; delta: ActivityCounts };

/** `visitsNew` is the column `visits_new`. */
export function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const COLUMNS = ACTIVITY_COUNTS.map(columnOf);

/** The statement that adds rows to the sums; `rows` is SQL for a JSON list of `activityRow`s. */
export function addActivitySql(rows: string): string {
  return `INSERT INTO activity_month (clinic_id, month, centre_id, hospital_id, district_code, ${COLUMNS.join(', ')})
  SELECT clinic_id, month, centre_id, hospital_id, district_code, ${COLUMNS.join(', ')}
  FROM jsonb_populate_recordset(NULL::activity_month, ${rows})
  ON CONFLICT (clinic_id, month) DO UPDATE
  SET ${COLUMNS.map((column) => `${column} = activity_month.${column} + EXCLUDED.${column}`).join(', ')}`;
}

const ADD_SQL = `${PREPARED} ${addActivitySql('$1::jsonb')}`;

/** A change as a row of the table; months begin on their first day. */
export function activityRow({ key, delta }: Change) {
  const { clinicId, centreId, hospitalId, districtCode, date } = key;
  return {
    clinic_id: clinicId,
    month: `${date.slice(0, 7)}-01`,
    centre_id: centreId,
    hospital_id: hospitalId,
    district_code: districtCode,
    ...Object.fromEntries(ACTIVITY_COUNTS.map((name) => [columnOf(name), delta[name]])),
  };
}

/**
 * Adds what a changed record brings to its clinic's month.
 * @param tx the transaction of the change; call this after every lock on records, so that no two wait for each other
 * @param delta `subtract(contributionOf(after), contributionOf(before))`
 */
export async function applyActivity(
  tx: Prisma.TransactionClient,
  key: ActivityKey,
  delta: ActivityCounts,
): Promise<void> {
  await applyActivities(tx, [{ key, delta }]);
}

/** The same for many records at once, in one statement and always in the same order. */
export async function applyActivities(tx: Prisma.TransactionClient, changes: readonly Change[]): Promise<void> {
  const byMonth = new Map<string, Change>();
  for (const { key, delta } of changes) {
    const name = `${key.clinicId} ${key.date.slice(0, 7)}`;
    const known = byMonth.get(name);
    byMonth.set(name, { key, delta: known ? add(known.delta, delta) : delta });
  }
  const rows = [...byMonth]
    .filter(([, { delta }]) => !isNothing(delta))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => activityRow(change));
  if (rows.length > 0) await tx.$executeRawUnsafe(ADD_SQL, JSON.stringify(rows));
}
