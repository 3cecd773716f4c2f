import { z } from 'zod';
import { type CivilDate, civilDateSchema } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import { columnOf } from './activity';
import { ACTIVITY_COUNTS } from './activity-rules';

// The months of districts against those of their clinics, which the database adds up as they change.

/** What a month of a district counts. */
export const DISTRICT_COUNTS = [...ACTIVITY_COUNTS, 'expected'] as const;
export type DistrictCount = (typeof DISTRICT_COUNTS)[number];

const listed = (names: readonly DistrictCount[], of: (column: string, name: DistrictCount) => string) =>
  names.map((name) => of(columnOf(name), name)).join(', ');
const sums = (names: readonly DistrictCount[]) => listed(names, (column) => `sum(${column})::int AS ${column}`);
const object = (table: string) =>
  `jsonb_build_object(${listed(DISTRICT_COUNTS, (column, name) => `'${name}', coalesce(${table}.${column}, 0)`)})`;
const row = (table: string) => `(${listed(DISTRICT_COUNTS, (column) => `coalesce(${table}.${column}, 0)`)})`;

/** A month that is kept with other sums than its clinics' months have; no row at all is the same as zeros. */
const DIFFERENCES = `WITH kept AS (
    SELECT district_code, month, ${sums(DISTRICT_COUNTS)} FROM district_activity GROUP BY 1, 2),
  took AS (SELECT district_code, month, ${sums(ACTIVITY_COUNTS)} FROM activity_month GROUP BY 1, 2),
  due AS (SELECT district_code, month, ${sums(['expected'])} FROM expected_month GROUP BY 1, 2),
  computed AS (SELECT * FROM took FULL JOIN due USING (district_code, month))
  SELECT district_code AS "districtCode", to_char(month, 'YYYY-MM-DD') AS month, d.name AS "districtName",
    ${object('kept')} AS kept, ${object('computed')} AS computed
  FROM kept FULL JOIN computed USING (district_code, month) JOIN district d ON d.code = district_code
  WHERE ${row('kept')} IS DISTINCT FROM ${row('computed')}
  ORDER BY district_code, month`;

const counts: z.ZodType<Record<DistrictCount, number>> = z.record(z.enum(DISTRICT_COUNTS), z.int());
const differenceSchema = z.object({
  districtCode: z.string(),
  month: civilDateSchema,
  districtName: z.string(),
  kept: counts,
  computed: counts,
});
export type DistrictDifference = {
  districtCode: string;
  month: CivilDate;
  districtName: string;
  kept: Record<DistrictCount, number>;
  computed: Record<DistrictCount, number>;
};

/** The months of districts whose sums differ from those of their clinics; one statement, so one moment. */
export async function readDistrictDifferences(
  reader: Pick<Prisma.TransactionClient, '$queryRaw'>,
): Promise<DistrictDifference[]> {
  return z.array(differenceSchema).parse(await reader.$queryRaw(Prisma.raw(DIFFERENCES)));
}
