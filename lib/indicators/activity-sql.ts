import 'server-only';
import { z } from 'zod';
import { columnOf } from '@/lib/clinic-sessions/activity';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { FigureReader } from './structure-sql';
import { ACTIVITY_NAMES, type Activity, activityFrom, FIGURE_COUNTS } from './sums-rules';

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

/** Months (first days), each with the month under whose name it is told: itself, or the first of those told together. */
export type MonthsAsked = ReadonlyMap<CivilDate, CivilDate>;

/** The column that tells the parts apart, in every table of what clinics did. */
export const GROUP_COLUMN = {
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

const each = (of: (column: string) => string) =>
  Prisma.raw(ACTIVITY_NAMES.map((name) => of(columnOf(name))).join(', '));
const TOOK = Prisma.raw(FIGURE_COUNTS.map((name) => `sum(${columnOf(name)}) AS ${columnOf(name)}`).join(', '));
const ALL = each((column) => `sum(${column}) AS ${column}`);
/** A part's months as one text: a thousand rows of many columns take longer to hand over than to add up. */
const MONTHS = Prisma.sql`string_agg(concat_ws(' ', told, ${each((column) => `coalesce(${column}, 0)`)}), ';') AS months`;

const rowSchema = z.object({ key: z.string(), months: z.string() });

/** A month of a part: its first day, then its counts in their order. */
function monthOfPart(text: string, named: ReadonlyMap<string, CivilDate>): Omit<GroupedActivity, 'key'> {
  const [day = '', ...counts] = text.split(' ');
  const month = named.get(day);
  const numbers = counts.map(Number);
  if (!month || numbers.length !== ACTIVITY_NAMES.length || !numbers.every(Number.isSafeInteger))
    throw new Error(`Not a month of sums: ${text}`);
  return { month, activity: activityFrom(numbers) };
}

/**
 * The sums of months by part, with the expected sessions that are kept; a part without a row did and expected nothing.
 * Districts have sums of their own, so that what a city or alliance costs does not grow with its clinics.
 */
export async function readActivity(
  reader: FigureReader,
  filter: ClinicFilter,
  group: ActivityGroup,
  months: MonthsAsked,
): Promise<GroupedActivity[]> {
  const days = Prisma.sql`${[...months.keys()].map(toDbDate)}::date[]`;
  const told = Prisma.sql`${[...months.values()].map(toDbDate)}::date[]`;
  // the months are named once more, so that an index finds those of a district
  const wanted = Prisma.sql`JOIN unnest(${days}, ${told}) AS asked (month, told) USING (month)
    WHERE month = ANY(${days}) AND ${condition(filter)} GROUP BY 1, 2`;
  const column = GROUP_COLUMN[group];
  const ofDistricts = group === 'district' && ('everywhere' in filter || 'districtCodes' in filter);
  const rows = ofDistricts
    ? await reader.$queryRaw<unknown[]>`
        WITH sums AS (SELECT district_code AS key, told, ${ALL} FROM district_activity ${wanted})
        SELECT key, ${MONTHS} FROM sums GROUP BY key`
    : await reader.$queryRaw<unknown[]>`
        WITH took AS (SELECT ${column} AS key, told, ${TOOK} FROM activity_month ${wanted}),
          due AS (SELECT ${column} AS key, told, sum(expected) AS expected FROM expected_month ${wanted})
        SELECT key, ${MONTHS} FROM took FULL JOIN due USING (key, told) GROUP BY key`;
  const named = new Map<string, CivilDate>([...months.values()].map((month) => [month, month]));
  return z
    .array(rowSchema)
    .parse(rows)
    .flatMap(({ key, months }) => months.split(';').map((text) => ({ key, ...monthOfPart(text, named) })));
}
