import { z } from 'zod';
import { civilDateSchema } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import { columnOf } from './activity';
import { ACTIVITY_COUNTS, type ActivityCount, type ActivityCounts } from './activity-rules';

// The sums of months, computed anew from the records. This says in SQL what `contributionOf` says of one record; tests
// hold the two together.

/** How each count follows from the records of a month (`s`) and their trainees (`t`). */
const COUNTED: Record<ActivityCount, string> = {
  logged: 'count(*)',
  loggedPlanned: 'count(*) FILTER (WHERE s.planned)',
  held: 'count(*) FILTER (WHERE s.held)',
  heldPlanned: 'count(*) FILTER (WHERE s.held AND s.planned)',
  confirmed: "count(*) FILTER (WHERE s.held AND s.state IN ('confirmed', 'accepted'))",
  confirmedPlanned: "count(*) FILTER (WHERE s.held AND s.planned AND s.state IN ('confirmed', 'accepted'))",
  accepted: "count(*) FILTER (WHERE s.state = 'accepted')",
  disputed: "count(*) FILTER (WHERE s.state = 'disputed')",
  returned: "count(*) FILTER (WHERE s.state = 'returned')",
  onTime: 'count(*) FILTER (WHERE NOT s.late)',
  expertPlanned: "count(*) FILTER (WHERE s.expert_presence = 'planned')",
  expertSubstitute: "count(*) FILTER (WHERE s.expert_presence = 'substitute')",
  expertAbsent: "count(*) FILTER (WHERE s.expert_presence = 'absent')",
  remote: "count(*) FILTER (WHERE s.mode = 'remote')",
  visitsNew: 'sum(s.visits_new)',
  visitsReturn: 'sum(s.visits_return)',
  prescriptions: 'sum(s.prescriptions)',
  preparations: 'sum(s.preparations)',
  referralsUp: 'sum(s.referrals_up)',
  referralsDown: 'sum(s.referrals_down)',
  teachingCases: 'sum(s.teaching_cases)',
  attendances: 'coalesce(sum(t.attendances), 0)',
  attendancesSigned: 'coalesce(sum(t.signed), 0)',
  withTrainee: 'count(t.session_id)',
  traineeLed: 'count(*) FILTER (WHERE t.led)',
};

const columns = (of: (column: string, name: ActivityCount) => string) =>
  ACTIVITY_COUNTS.map((name) => of(columnOf(name), name)).join(', ');

const COMPUTED = `WITH t AS (
    SELECT session_id, count(*) AS attendances, count(signed_at) AS signed, bool_or(part = 'leading') AS led
    FROM clinic_session_trainee GROUP BY session_id),
  computed AS (
    SELECT s.clinic_id, date_trunc('month', s.date::timestamp)::date AS month,
      ${columns((column, name) => `(${COUNTED[name]})::int AS ${column}`)}
    FROM clinic_session s LEFT JOIN t ON t.session_id = s.id
    WHERE s.state <> 'withdrawn' GROUP BY 1, 2)`;

const object = (table: string) =>
  `jsonb_build_object(${columns((column, name) => `'${name}', coalesce(${table}.${column}, 0)`)})`;
const row = (table: string) => `(${columns((column) => `coalesce(${table}.${column}, 0)`)})`;

/** A month that is kept with other sums than its records have; no row at all is the same as zeros. */
const DIFFERENCES = `${COMPUTED}
  SELECT clinic_id AS "clinicId", to_char(month, 'YYYY-MM-DD') AS month, c.name AS "clinicName",
    c.centre_id AS "centreId", c.hospital_id AS "hospitalId", d.district_code AS "districtCode",
    ${object('a')} AS kept, ${object('computed')} AS computed
  FROM computed FULL JOIN activity_month a USING (clinic_id, month)
  JOIN joint_clinic c ON c.id = clinic_id JOIN community_centre d ON d.facility_id = c.centre_id
  WHERE ${row('a')} IS DISTINCT FROM ${row('computed')}
  ORDER BY clinic_id, month`;

const counts: z.ZodType<ActivityCounts> = z.record(z.enum(ACTIVITY_COUNTS), z.int());
const differenceSchema = z.object({
  clinicId: z.string(),
  month: civilDateSchema,
  clinicName: z.string(),
  centreId: z.string(),
  hospitalId: z.string(),
  districtCode: z.string(),
  kept: counts,
  computed: counts,
});
export type ActivityDifference = z.output<typeof differenceSchema>;

type Reader = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** The months whose sums differ from their records, by clinic and month; one statement, so one moment. */
export async function readDifferences(reader: Reader): Promise<ActivityDifference[]> {
  return z.array(differenceSchema).parse(await reader.$queryRaw(Prisma.raw(DIFFERENCES)));
}

const totalsSchema = z.tuple([z.object({ records: z.int(), months: z.int() })]);

/** How much there is to compare. */
export async function readActivityTotals(reader: Reader): Promise<{ records: number; months: number }> {
  const rows = await reader.$queryRaw`
    SELECT (SELECT count(*)::int FROM clinic_session) AS records, (SELECT count(*)::int FROM activity_month) AS months`;
  return totalsSchema.parse(rows)[0];
}
