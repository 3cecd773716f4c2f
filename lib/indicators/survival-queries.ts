import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, civilDate, civilDateSchema, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { ClinicFilter } from './activity-sql';
import { clinicsOf } from './clinic-filter-sql';
import { knownUntil, monthOf, type Period } from './period-rules';
import type { Unit } from './schema';
import { endOf, survivalOf } from './survival-rules';
import type { ClinicLife, Survival } from './survival-schema';
import { openUnit } from './units';

const rowSchema = z.object({
  openedOn: civilDateSchema,
  closedOn: civilDateSchema.nullable(),
  lastHeldMonth: civilDateSchema.nullable(),
});

/**
 * How long the clinics of a unit stayed in service, as it is known at the end of a period. A clinic is out of service when
 * it was closed, or held no session in the last three whole months.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getSurvival(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<Survival | null> {
  const asOf = knownUntil(period, now());
  const opened = await openUnit(actor, unit, asOf);
  if (!opened) return null;
  return survivalOf(await listLives(opened.filter, asOf), asOf);
}

/** The first day of the last three months that are over by a day. */
function threeWholeMonths(day: CivilDate): CivilDate {
  const last = monthOf(day).to <= day ? monthOf(day).from : monthOf(addDays(monthOf(day).from, -1)).from;
  const before = (month: CivilDate) => monthOf(addDays(month, -1)).from;
  return civilDate(before(before(last)));
}

/** The lives of clinics; one that goes on at another centre is one life, and belongs to where it is. */
async function listLives(filter: ClinicFilter, asOf: CivilDate): Promise<ClinicLife[]> {
  const day = toDbDate(asOf);
  const rows = await db().$queryRaw<unknown[]>`
    WITH RECURSIVE chain AS (
      SELECT id, id AS first_id FROM joint_clinic WHERE continues_id IS NULL
      UNION ALL SELECT n.id, chain.first_id FROM joint_clinic n JOIN chain ON n.continues_id = chain.id)
    SELECT began.opened::text AS "openedOn", life.closed::text AS "closedOn", took.month::text AS "lastHeldMonth"
    FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id JOIN chain ON chain.id = j.id
    JOIN (SELECT clinic_id, min(valid_from) FILTER (WHERE status = 'operating') AS opened,
        min(valid_from) FILTER (WHERE status = 'closed' AND (valid_to IS NULL OR valid_to > ${day})) AS closed
      FROM joint_clinic_status WHERE valid_from <= ${day} GROUP BY 1) life ON life.clinic_id = j.id AND life.opened IS NOT NULL
    JOIN (SELECT clinic_id, min(valid_from) AS opened FROM joint_clinic_status WHERE status = 'operating' GROUP BY 1) began
      ON began.clinic_id = chain.first_id
    LEFT JOIN (SELECT chain.first_id, max(month) AS month FROM activity_month JOIN chain ON chain.id = clinic_id
      WHERE held > 0 AND month <= ${day} GROUP BY 1) took ON took.first_id = chain.first_id
    WHERE ${clinicsOf(filter)} AND NOT EXISTS (
      SELECT FROM joint_clinic n JOIN joint_clinic_status s ON s.clinic_id = n.id
      WHERE n.continues_id = j.id AND s.valid_from <= ${day})
    ORDER BY began.opened, j.id`;
  const quietSince = threeWholeMonths(asOf);
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({ openedOn: row.openedOn, endedOn: endOf(row, quietSince) }));
}
