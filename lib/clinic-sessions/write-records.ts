import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { auditRowOf, writeAudit } from '@/lib/audit/write-audit';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { uuidOfTime } from '@/lib/core/uuid';
import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { holdVersion } from '@/lib/joint-clinics/clinic-scope';
import { applyActivity } from './activity';
import { contributionOf, subtract } from './activity-rules';
import { columnsOf, partsOf } from './record-columns';
import { insertRecord } from './record-sql';
import { isLate, mayMove } from './rules';
import type { SubmitClinicSession } from './schema';
import { aboutRecord, toldOf } from './session-audit';
import { contentOfRow, lockRecord, type SessionRow } from './session-rows';
import { STALE } from './session-transaction';
import type { Slot } from './slot-sql';

// The writing half of a submission: what was checked, in one transaction with its sums and its event. First versions are
// most of what the portal stores, so theirs is a single statement.

export const ACCEPTED: Err = err({ code: 'CONFLICT', messageKey: 'sessions.problem.accepted' });

/** A submission that was found good. */
export type Checked = {
  submission: SubmitClinicSession;
  slot: Slot;
  plannedExpertId: string | null;
  instant: Date;
};

type Written = { id: string; version: number; state: 'submitted' };

/**
 * Writes the first version of a record, in one statement.
 * @returns STALE when the clinic's plan has changed since it was read
 */
export async function writeFirst(
  db: Database,
  actor: Actor,
  { submission, slot, plannedExpertId, instant }: Checked,
): Promise<Result<Written>> {
  const { clinicId, date, half, submissionId, content } = submission;
  const { centreId, hospitalId, districtCode } = slot;
  const place = { clinicId, centreId, hospitalId, districtCode, date };
  const id = uuidOfTime(instant);
  const late = isLate(date, instant);
  const planned = plannedExpertId !== null;
  const by = { submittedAt: instant, submittedBy: actor.accountId, submittedByName: actor.displayName };
  const trainees = partsOf(content).trainees.map(({ part }) => ({ part, signedAt: null }));
  const written = { state: 'submitted', version: 1, half, planned, late, trainees } as const;
  const record = { ...written, ...columnsOf(content, plannedExpertId) };
  const about = aboutRecord(id, date, slot);
  const event = auditRowOf(actor, { event: 'clinicSession.submitted', ...about, after: toldOf(record) });
  const { clinicVersion } = slot;
  const given = { id, ...place, half, submissionId, plannedExpertId, late, clinicVersion, ...by };
  const inserted = await insertRecord(db, given, content, { delta: contributionOf(record), event });
  return inserted ? ok({ id, version: 1, state: 'submitted' }) : STALE;
}

/** Who was there in the same part has signed for that; any other signature is void. */
function signaturesKept(before: SessionRow, trainees: ReturnType<typeof partsOf>['trainees']) {
  return trainees.map(({ traineeId, part }) => ({
    traineeId,
    part,
    signedAt: before.trainees.find((one) => one.traineeId === traineeId && one.part === part)?.signedAt ?? null,
  }));
}

/**
 * Replaces a record by a new version; the one before is kept as it was sent, and what was confirmed is void.
 * @returns STALE when the record or the clinic's plan has another version by now than the one that was checked
 */
export async function writeAmendment(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { submission, slot, plannedExpertId, instant }: Checked,
  id: string,
): Promise<Result<Written>> {
  const { date, submissionId, content, version: written } = submission;
  const before = await lockRecord(tx, id, whereFor(actor, 'update', 'ClinicSession'));
  if (!before) return err({ code: 'NOT_FOUND' });
  if (before.version !== written || !(await holdVersion(tx, { id: slot.clinicId, version: slot.clinicVersion })))
    return STALE;
  const state = mayMove(before.state, 'amend');
  if (state !== 'submitted') return ACCEPTED;
  const version = written + 1;
  const { trainees: named, conditions, techniques } = partsOf(content);
  const trainees = signaturesKept(before, named);
  const columns = columnsOf(content, plannedExpertId);
  const planned = plannedExpertId !== null;
  await tx.clinicSessionVersion.create({
    data: {
      sessionId: id,
      version: written,
      submissionId: before.submissionId,
      state: before.state,
      content: contentOfRow(before),
      submittedAt: before.submittedAt,
      submittedById: before.submittedById,
      submittedByName: before.submittedByName,
      replacedAt: instant,
    },
    select: { version: true },
  });
  await tx.clinicSession.update({
    where: { id },
    data: {
      ...{ ...columns, state, version, submissionId, planned, plannedExpertId },
      ...{ submittedAt: instant, submittedById: actor.accountId, submittedByName: actor.displayName },
      ...{ confirmedAt: null, confirmedById: null, confirmedByName: null, confirmedAs: null, dueOn: null },
      conditions: { deleteMany: {}, createMany: { data: conditions } },
      techniques: { deleteMany: {}, createMany: { data: techniques } },
      trainees: { deleteMany: {}, createMany: { data: trainees } },
    },
    select: { id: true },
  });
  const after = { ...before, ...columns, state, version, planned, trainees };
  const { clinicId, centreId, hospitalId, districtCode } = before;
  const delta = subtract(contributionOf(after), contributionOf(before));
  await applyActivity(tx, { clinicId, centreId, hospitalId, districtCode, date }, delta);
  await writeAudit(tx, actor, {
    event: 'clinicSession.amended',
    ...aboutRecord(id, date, slot),
    before: toldOf(before),
    after: toldOf(after),
  });
  return ok({ id, version, state });
}
