import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import type { SessionContent } from './schema';

// Records as they lie in the database, and their content as forms and versions write it.

/** Everything of a record that commands and its page need. */
export const SESSION_SELECT = {
  id: true,
  clinicId: true,
  centreId: true,
  hospitalId: true,
  districtCode: true,
  date: true,
  half: true,
  state: true,
  version: true,
  submissionId: true,
  planned: true,
  plannedExpertId: true,
  held: true,
  notHeldReason: true,
  expertPresence: true,
  expertId: true,
  mode: true,
  visitsNew: true,
  visitsReturn: true,
  prescriptions: true,
  preparations: true,
  referralsUp: true,
  referralsDown: true,
  teachingCases: true,
  note: true,
  explanation: true,
  firstSubmittedAt: true,
  submittedAt: true,
  submittedById: true,
  submittedByName: true,
  late: true,
  confirmedAt: true,
  confirmedById: true,
  confirmedByName: true,
  confirmedAs: true,
  acceptedAt: true,
  acceptedById: true,
  acceptedByName: true,
  dueOn: true,
  conditions: {
    select: { catalogueId: true, conditionCode: true, visits: true },
    orderBy: [{ visits: 'desc' }, { conditionCode: 'asc' }],
  },
  techniques: {
    select: { techniqueCode: true, count: true },
    orderBy: [{ count: 'desc' }, { techniqueCode: 'asc' }],
  },
  trainees: { select: { traineeId: true, part: true, signedAt: true }, orderBy: { traineeId: 'asc' } },
} as const satisfies Prisma.ClinicSessionSelect;

export type SessionRow = Prisma.ClinicSessionGetPayload<{ select: typeof SESSION_SELECT }>;

/** The columns of a record that its content decides, without what hangs on it. */
export type ContentColumns = Pick<
  SessionRow,
  | 'held'
  | 'notHeldReason'
  | 'expertPresence'
  | 'expertId'
  | 'mode'
  | 'visitsNew'
  | 'visitsReturn'
  | 'prescriptions'
  | 'preparations'
  | 'referralsUp'
  | 'referralsDown'
  | 'teachingCases'
  | 'note'
  | 'explanation'
>;

/** What makes up a record's content, with what hangs on it. */
export type ContentRow = ContentColumns &
  Pick<SessionRow, 'conditions' | 'techniques'> & {
    trainees: readonly Pick<SessionRow['trainees'][number], 'traineeId' | 'part'>[];
  };

function expertOf({ expertPresence, expertId }: ContentRow) {
  if (expertPresence !== 'substitute')
    return { presence: expertPresence === 'planned' ? 'planned' : 'absent' } as const;
  if (expertId === null) throw new Error('A record names no substitute, which its check forbids');
  return { presence: 'substitute', expertId } as const;
}

/**
 * What a record says, as forms, comparisons and stored versions write it.
 * @throws Error for a row that the table's checks forbid
 */
export function contentOfRow(row: ContentRow): SessionContent {
  const { note, explanation } = row;
  if (!row.held) {
    if (row.notHeldReason === null) throw new Error('A record of a session not held has no reason');
    return { held: false, reason: row.notHeldReason, note, explanation };
  }
  if (row.mode === null) throw new Error('A record of a held session has no mode');
  return {
    held: true,
    expert: expertOf(row),
    mode: row.mode,
    visitsNew: row.visitsNew,
    visitsReturn: row.visitsReturn,
    conditions: row.conditions.map(({ catalogueId, conditionCode, visits }) => ({
      catalogueId,
      code: conditionCode,
      visits,
    })),
    techniques: row.techniques.map(({ techniqueCode, count }) => ({ code: techniqueCode, count })),
    prescriptions: row.prescriptions,
    preparations: row.preparations,
    referralsUp: row.referralsUp,
    referralsDown: row.referralsDown,
    trainees: row.trainees.map(({ traineeId, part }) => ({ traineeId, part })),
    teachingCases: row.teachingCases,
    note,
    explanation,
  };
}

/**
 * Locks a record and reads it: whoever comes second waits here and then sees what the first has done. Signing attendance
 * locks it too, because signatures count in the month.
 * @param scope the actor's `whereFor`
 * @returns null when it does not exist or is out of scope
 */
export async function lockRecord(
  tx: Prisma.TransactionClient,
  id: string,
  scope: Prisma.ClinicSessionWhereInput,
): Promise<SessionRow | null> {
  await tx.$queryRaw`SELECT 1 FROM clinic_session WHERE id = ${id} FOR UPDATE`;
  return await tx.clinicSession.findFirst({ where: { AND: [scope, { id }] }, select: SESSION_SELECT });
}
