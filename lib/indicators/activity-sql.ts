import 'server-only';
import { z } from 'zod';
import { columnOf } from '@/lib/clinic-sessions/activity';
import { ACTIVITY_COUNTS } from '@/lib/clinic-sessions/activity-rules';
import { type CivilDate, civilDateSchema, toDbDate } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { FigureReader } from './structure-sql';
import { type Activity, NO_SESSIONS } from './sums-rules';

// What took place, from the sums of months; never from the sessions themselves.

/** Which clinics, by where they lie. */
export type ClinicFilter =
  | { everywhere: true }
  | { districtCodes: readonly string[] }
  | { centreId: string }
  | { clinicId: string };

/** The parts into which a filter's clinics are told apart. */
export type ActivityGroup = 'district' | 'centre' | 'clinic';

export type GroupedActivity = { key: string; month: CivilDate; activity: Activity };

const GROUP_COLUMN = {
  district: Prisma.sql`district_code`,
  centre: Prisma.sql`centre_id`,
  clinic: Prisma.sql`clinic_id`,
} as const;

function condition(filter: ClinicFilter): Prisma.Sql {
  if ('districtCodes' in filter) return Prisma.sql`district_code = ANY(${[...filter.districtCodes]})`;
  if ('centreId' in filter) return Prisma.sql`centre_id = ${filter.centreId}`;
  if ('clinicId' in filter) return Prisma.sql`clinic_id = ${filter.clinicId}`;
  return Prisma.sql`true`;
}

const SUMS = Prisma.raw(ACTIVITY_COUNTS.map((name) => `sum(${columnOf(name)})::int AS "${name}"`).join(', '));

const keyed = { key: z.string(), month: civilDateSchema };
const activityRow = z.object({
  ...keyed,
  ...Object.fromEntries(ACTIVITY_COUNTS.map((name) => [name, z.int()] as const)),
} as typeof keyed & Record<(typeof ACTIVITY_COUNTS)[number], z.ZodInt>);
const expectedRow = z.object({ ...keyed, expected: z.int() });

/**
 * The sums of months by part, with the expected sessions that are kept; a part without a row did and expected nothing.
 * @param months first days
 */
export async function readActivity(
  reader: FigureReader,
  filter: ClinicFilter,
  group: ActivityGroup,
  months: readonly CivilDate[],
): Promise<GroupedActivity[]> {
  const [column, where] = [GROUP_COLUMN[group], condition(filter)];
  const wanted = Prisma.sql`month = ANY(${months.map(toDbDate)}::date[]) AND ${where}`;
  const took = await reader.$queryRaw<unknown[]>`
    SELECT ${column} AS key, month::text AS month, ${SUMS} FROM activity_month WHERE ${wanted} GROUP BY 1, 2`;
  const due = await reader.$queryRaw<unknown[]>`
    SELECT ${column} AS key, month::text AS month, sum(expected)::int AS expected FROM expected_month WHERE ${wanted} GROUP BY 1, 2`;
  const found = new Map<string, GroupedActivity>();
  for (const { key, month, ...counts } of z.array(activityRow).parse(took))
    found.set(`${key}/${month}`, { key, month, activity: { ...counts, expected: 0 } });
  for (const { key, month, expected } of z.array(expectedRow).parse(due)) {
    const known = found.get(`${key}/${month}`);
    if (known) known.activity.expected = expected;
    else found.set(`${key}/${month}`, { key, month, activity: { ...NO_SESSIONS, expected } });
  }
  return [...found.values()];
}
