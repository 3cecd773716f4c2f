import 'server-only';
import type { auditRowOf } from '@/lib/audit/write-audit';
import type { CivilDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { PREPARED } from '@/lib/db/prepared-statements';
import type { Half } from '@/lib/directory/schema';
import { activityRow, addActivitySql, columnOf } from './activity';
import type { ActivityCounts } from './activity-rules';
import { columnsOf, partsOf } from './record-columns';
import type { SessionContent } from './schema';

/** A record in its first version, without its content. */
export type NewRecord = {
  id: string;
  clinicId: string;
  centreId: string;
  hospitalId: string;
  districtCode: string;
  date: CivilDate;
  half: Half;
  submissionId: string;
  plannedExpertId: string | null;
  submittedAt: Date;
  /** the account */
  submittedBy: string;
  submittedByName: string;
  late: boolean;
  /** of the plan that it was checked against */
  clinicVersion: number;
};

type AuditRow = ReturnType<typeof auditRowOf>;
type Row = Record<string, unknown>;

function withColumns(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
}

const INSERTED = {
  conditions: ['clinic_session_condition', 'session_id, catalogue_id, condition_code, visits'],
  techniques: ['clinic_session_technique', 'session_id, technique_code, count'],
  trainees: ['clinic_session_trainee', 'session_id, trainee_id, date, part'],
  events: [
    'audit_inbox',
    `at, account_id, actor_name, role, district_code, centre_id, alliance_code, event, object_type, object_id, object_label,
     after, request_id`,
  ],
} as const;

const WITH_SQL = Object.entries(INSERTED).map(
  ([part, [table, columns]]) => `${part} AS (INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM plan, jsonb_populate_recordset(NULL::${table}, $1::jsonb -> '${part}'))`,
);

/** Held until the record stands: who changes the plan at the same moment waits, or was first and is noticed. */
const PLAN_SQL =
  "plan AS (SELECT FROM joint_clinic WHERE id = $1::jsonb ->> 'clinicId' AND version = ($1::jsonb ->> 'clinicVersion')::int FOR SHARE)";

/**
 * Inserts a record with all that hangs on it, adds it to the sums and tells the trail, in one statement and therefore one
 * transaction: foreign keys are looked at when it ends, and nobody waits for a client between its parts.
 * @returns false, with nothing written, when the clinic's plan has another version than the one that was read
 * @throws the database's refusal of a second record for the slot, a second use of the submission, an expert in two places,
 *   or a closed month; `refusalsInWords` names them
 */
export async function insertRecord(
  db: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  { submittedAt, plannedExpertId, clinicVersion, ...place }: NewRecord,
  content: SessionContent,
  { delta, event }: { delta: ActivityCounts; event: AuditRow },
): Promise<boolean> {
  const record = withColumns({
    ...place,
    ...columnsOf(content, plannedExpertId),
    state: 'submitted',
    version: 1,
    planned: plannedExpertId !== null,
    plannedExpertId,
    firstSubmittedAt: submittedAt,
    submittedAt,
    origin: 'imported',
  });
  const parts = partsOf(content);
  const of = (rows: readonly Row[]) => rows.map((row) => withColumns({ sessionId: place.id, ...row }));
  const given = {
    clinicId: place.clinicId,
    clinicVersion,
    record,
    conditions: of(parts.conditions),
    techniques: of(parts.techniques),
    trainees: of(parts.trainees.map((part) => ({ ...part, date: place.date }))),
    events: [withColumns(event)],
    activity: [activityRow({ key: place, delta })],
  };
  const columns = Object.keys(record).join(', ');
  const inserted = await db.$executeRawUnsafe(
    `${PREPARED} WITH ${PLAN_SQL}, ${WITH_SQL.join(', ')},
       activity AS (${addActivitySql("(SELECT $1::jsonb -> 'activity' FROM plan)")})
     INSERT INTO clinic_session (${columns})
     SELECT ${columns} FROM plan, jsonb_populate_record(NULL::clinic_session, $1::jsonb -> 'record')`,
    JSON.stringify(given),
  );
  return inserted === 1;
}
