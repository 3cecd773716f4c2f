import 'server-only';
import type { CivilDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Half } from '@/lib/directory/schema';
import { columnOf } from './activity';
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
};

type Value = string | number | boolean | Date | null;

function withColumns(row: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
}

const PART_TABLES = {
  conditions: ['clinic_session_condition', 'session_id, catalogue_id, condition_code, visits'],
  techniques: ['clinic_session_technique', 'session_id, technique_code, count'],
  trainees: ['clinic_session_trainee', 'session_id, trainee_id, part'],
} as const;

const PARTS_SQL = Object.entries(PART_TABLES)
  .map(
    ([part, [table, columns]]) =>
      `${part} AS (INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb -> '${part}'))`,
  )
  .join(', ');

/**
 * Inserts a record with all that hangs on it, in one statement: foreign keys are looked at when it ends.
 * @throws the database's refusal of a second record for the slot, a second use of the submission, an expert in two places,
 *   or a closed month; `inSessionTransaction` and `raceOf` name them
 */
export async function insertRecord(
  tx: Prisma.TransactionClient,
  { submittedAt, plannedExpertId, ...place }: NewRecord,
  content: SessionContent,
): Promise<void> {
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
  const of = (rows: readonly Record<string, Value>[]) =>
    rows.map((row) => withColumns({ sessionId: place.id, ...row }));
  const { conditions, techniques, trainees } = partsOf(content);
  const given = { record, conditions: of(conditions), techniques: of(techniques), trainees: of(trainees) };
  const columns = Object.keys(record).join(', ');
  await tx.$executeRawUnsafe(
    `WITH ${PARTS_SQL} INSERT INTO clinic_session (${columns})
       SELECT ${columns} FROM jsonb_populate_record(NULL::clinic_session, $1::jsonb -> 'record')`,
    JSON.stringify(given),
  );
}
