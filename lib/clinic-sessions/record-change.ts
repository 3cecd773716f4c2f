import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { type Err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { applyActivity } from './activity';
import { contributionOf, subtract } from './activity-rules';
import { movedOn, NOT_FOUND, STALE } from './problems';
import { isSaidAgain } from './review-rules';
import type { DisputeKind, RowOutcome } from './review-schema';
import { mayMove, type SessionEvent } from './rules';
import type { MessageKind, RecordRef, SessionState } from './schema';
import { aboutRecord, readAuditPlaces, toldOf } from './session-audit';
import { lockRecord, type SessionRow } from './session-rows';
import { inSessionTransaction } from './session-transaction';

type Transaction = Prisma.TransactionClient;

// The common way of everything the other parties do with a record: in scope, the version they saw, a step of its life
// that leads on from here, and then record, message, sums and trail in one transaction.

/** `repeated` when the very same had been done before, and nothing was left to do. */
export type Moved = { repeated: boolean };
export const REPEATED: Result<Moved> = ok({ repeated: true });

/** Nobody's confirmation: the record is in doubt again. */
export const NOT_CONFIRMED = { confirmedAt: null, confirmedById: null, confirmedByName: null, confirmedAs: null };
export type Message = { kind: MessageKind; text: string; disputeKind?: DisputeKind };

type Step = {
  /** the ability that reaches the record */
  action: 'confirm' | 'approve' | 'update';
  move: SessionEvent;
  event: `clinicSession.${'confirmed' | 'disputed' | 'disputeResolved' | 'accepted' | 'returned' | 'reopened'}`;
  /** looked at first: a problem, or that the same was done before */
  check?: (row: SessionRow, tx: Transaction) => Promise<Err | 'repeated' | null> | Err | 'repeated' | null;
  /** what changes beside the state */
  data: (instant: Date) => Prisma.ClinicSessionUncheckedUpdateInput;
  message?: Message;
};

/**
 * Moves a record one step on. A form sent twice finds the step taken and changes nothing.
 * @returns NOT_FOUND out of scope, CONFLICT when the record was amended, has moved on or lies in a closed month
 */
export async function moveRecord(actor: Actor, { id, version }: RecordRef, step: Step): Promise<Result<Moved>> {
  const instant = now();
  return await inSessionTransaction(async (tx) => {
    const row = await lockRecord(tx, id, whereFor(actor, step.action, 'ClinicSession'));
    if (!row) return NOT_FOUND;
    if (row.version !== version) return STALE;
    const checked = await step.check?.(row, tx);
    if (checked === 'repeated') return REPEATED;
    if (checked) return checked;
    const state = mayMove(row.state, step.move, row.held);
    if (!state) return movedOn(row.state);
    await tx.clinicSession.update({ where: { id }, data: { ...step.data(instant), state }, select: { id: true } });
    if (step.message) await sayOf(tx, actor, { id, version }, step.message, instant);
    const date = fromDbDate(row.date);
    await applyActivity(tx, { ...row, date }, subtract(contributionOf({ ...row, state }), contributionOf(row)));
    await writeAudit(tx, actor, {
      event: step.event,
      ...(await aboutRow(tx, row, instant)),
      before: toldOf(row),
      after: toldOf({ ...row, state }),
      reason: step.message?.text,
    });
    return ok({ repeated: false });
  });
}

/** Object and scope of an event about a record. */
export async function aboutRow(tx: Transaction, { id, clinicId, date }: SessionRow, instant: Date) {
  const place = (await readAuditPlaces(tx, [clinicId], dateInShanghai(instant))).get(clinicId);
  if (!place) throw new Error(`The clinic of record ${id} is missing`);
  return aboutRecord(id, fromDbDate(date), place);
}

/** Adds a message to a record's thread. */
export async function sayOf(
  tx: Transaction,
  actor: Actor,
  { id, version }: RecordRef,
  { kind, text, disputeKind }: Message,
  at: Date,
): Promise<void> {
  await tx.clinicSessionMessage.create({
    data: {
      sessionId: id,
      kind,
      disputeKind,
      version,
      text,
      at,
      authorId: actor.accountId,
      authorName: actor.displayName,
      authorRole: actor.role,
    },
    select: { id: true },
  });
}

/** The last message of a kind. */
export async function lastMessage(tx: Transaction, sessionId: string, kind: MessageKind) {
  return await tx.clinicSessionMessage.findFirst({
    where: { sessionId, kind },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { text: true, version: true, authorId: true, authorRole: true },
  });
}

/** `repeated` when the record is in the state that a form wants, and the same person said the same then. */
export async function whenSaidAgain(
  tx: Transaction,
  actor: Actor,
  row: SessionRow,
  state: SessionState,
  { kind, text }: Message,
): Promise<'repeated' | null> {
  if (row.state !== state) return null;
  const last = await lastMessage(tx, row.id, kind);
  return isSaidAgain(last, actor, { text, version: row.version }) ? 'repeated' : null;
}

/** Moves many records, each in a transaction of its own: one that cannot is named and keeps none of the others. */
export async function eachRecord<Ref extends RecordRef>(
  actor: Actor,
  refs: readonly Ref[],
  move: (ref: Ref) => Promise<Result<Moved>>,
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const ref of refs) {
    const { id, version } = ref;
    const moved = await move(ref);
    const common = { id, version, label: await labelOf(actor, id) };
    outcomes.push(
      moved.ok
        ? { ...common, done: true, repeated: moved.value.repeated }
        : { ...common, done: false, error: moved.error },
    );
  }
  return outcomes;
}

/** Which record is meant, in words, for whoever may read it. */
async function labelOf(actor: Actor, id: string): Promise<RowOutcome['label']> {
  const row = await db().clinicSession.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ClinicSession'), { id }] },
    select: { date: true, half: true, clinic: { select: { name: true, nameEn: true } } },
  });
  return row && { date: fromDbDate(row.date), half: row.half, clinic: row.clinic };
}
