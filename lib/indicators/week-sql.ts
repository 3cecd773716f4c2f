import 'server-only';
import { z } from 'zod';
import { type CivilDate, civilDateSchema, toDbDate } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import { type ActivityGroup, type ClinicFilter, GROUP_COLUMN } from './activity-sql';
import type { FigureReader } from './structure-sql';

// Weeks have no sums of their own. A digest reads the records of eight weeks, by the day's index.

function recordsOf(filter: ClinicFilter): Prisma.Sql {
  if ('districtCodes' in filter) return Prisma.sql`district_code = ANY(${[...filter.districtCodes]})`;
  if ('centreId' in filter) return Prisma.sql`centre_id = ${filter.centreId}`;
  if ('clinicId' in filter) return Prisma.sql`clinic_id = ${filter.clinicId}`;
  return Prisma.sql`true`;
}

const whole = z.int();
const weekRow = z.object({
  monday: civilDateSchema,
  key: z.string(),
  logged: whole,
  held: whole,
  confirmed: whole,
  extra: whole,
  visits: whole,
  absent: whole,
});

/** What the records of a part's week add up to. */
export type PartWeek = z.infer<typeof weekRow>;

/** The records of the days of some weeks, by part and week. */
export async function readWeeks(
  reader: FigureReader,
  filter: ClinicFilter,
  group: ActivityGroup,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<PartWeek[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT date_trunc('week', date)::date::text AS monday, ${GROUP_COLUMN[group]} AS key,
      (count(*) FILTER (WHERE planned))::int AS logged, (count(*) FILTER (WHERE planned AND held))::int AS held,
      (count(*) FILTER (WHERE planned AND held AND state IN ('confirmed', 'accepted')))::int AS confirmed,
      (count(*) FILTER (WHERE NOT planned))::int AS extra, sum(visits_new + visits_return)::int AS visits,
      (count(*) FILTER (WHERE expert_presence = 'absent'))::int AS absent
    FROM clinic_session
    WHERE date BETWEEN ${toDbDate(from)} AND ${toDbDate(to)} AND state <> 'withdrawn' AND ${recordsOf(filter)}
    GROUP BY 1, 2`;
  return z.array(weekRow).parse(rows);
}

const waitingRow = z.object({ disputed: whole, returned: whole, unconfirmed: whole });

/** Records of any time that wait for somebody: few, and the index of the rare states alone tells them. */
export async function readWaiting(reader: FigureReader, filter: ClinicFilter) {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT (count(*) FILTER (WHERE state = 'disputed'))::int AS disputed,
      (count(*) FILTER (WHERE state = 'returned'))::int AS returned,
      (count(*) FILTER (WHERE state = 'submitted' AND held))::int AS unconfirmed
    FROM clinic_session WHERE state <> 'accepted' AND state IN ('disputed', 'returned', 'submitted')
      AND ${recordsOf(filter)}`;
  return waitingRow.parse(rows[0]);
}
