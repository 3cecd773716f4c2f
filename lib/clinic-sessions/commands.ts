import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { metrics } from '@/lib/log/metrics';
import { applyActivity } from './activity';
import { contributionOf, subtract } from './activity-rules';
import { invalid } from './parse';
import { blockingProblems, checkContent, mayMove } from './rules';
import {
  type SessionState,
  type SubmitClinicSession,
  submitClinicSessionSchema,
  withdrawClinicSessionSchema,
} from './schema';
import { aboutRecord, readAuditPlaces, toldOf } from './session-audit';
import { lockRecord } from './session-rows';
import { inSessionTransaction, MONTH_CLOSED, refusalsInWords, STALE } from './session-transaction';
import { contextOf, mayWrite } from './slot-context';
import { readSlot, type Slot } from './slot-sql';
import { ACCEPTED, type Checked, writeAmendment, writeFirst } from './write-records';

// What a centre does with its records: it sends them, in as many versions as it takes, and withdraws them.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const STATE: Err = err({ code: 'CONFLICT', messageKey: 'sessions.problem.state' });

/** Who has lost a race looks again with fresh eyes, so often at most. */
const ATTEMPTS = 3;

export type Submitted = {
  id: string;
  /** the version that this submission made */
  version: number;
  state: SessionState;
  /** it had arrived before; nothing was changed */
  repeated: boolean;
};

/**
 * Sends a version of a record: the first, or one that replaces the version it was written against. The same submission
 * sent again gets the same answer, also when a later version stands there by now.
 * @returns INVALID with what is wrong and with soft checks that nobody explained; CONFLICT with its words when the record
 *   has another version by now (stale), was accepted, or its month is closed; NOT_FOUND out of scope
 */
export async function submitClinicSession(
  actor: Actor,
  input: z.input<typeof submitClinicSessionSchema>,
): Promise<Result<Submitted>> {
  if (!mayI(actor, 'create', 'ClinicSession')) return NOT_FOUND;
  const parsed = submitClinicSessionSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return await submit(actor, parsed.data, ATTEMPTS);
}

async function submit(actor: Actor, submission: SubmitClinicSession, attempts: number): Promise<Result<Submitted>> {
  const instant = now();
  const slot = await readSlot(db(), submission, instant);
  if (!slot || !mayWrite(actor, slot)) return NOT_FOUND;
  if (slot.sent) return answerAgain(slot.sent, submission);
  const checked = check(actor, submission, slot, instant);
  if (!checked.ok) return checked;
  const { record } = slot;
  const written = record
    ? await inSessionTransaction((tx) => writeAmendment(tx, actor, checked.value, record.id))
    : await refusalsInWords(() => writeFirst(db(), actor, checked.value));
  // somebody was faster: what they have done says what to answer
  if (written === STALE && attempts > 1) return await submit(actor, submission, attempts - 1);
  if (!written.ok) return written;
  metrics()?.sessionsStored.inc({ kind: record ? 'amended' : 'first' });
  return ok({ ...written.value, repeated: false });
}

/** The answer to a submission that has arrived before; one that was made for another session is not taken again. */
function answerAgain(sent: NonNullable<Slot['sent']>, { clinicId, date, half }: SubmitClinicSession) {
  const { id, version } = sent;
  if (sent.clinicId === clinicId && sent.date === date && sent.half === half)
    return ok({ id, version, state: 'submitted', repeated: true } as const);
  const problems = [{ path: 'submissionId', messageKey: 'sessions.problem.submissionUsed' }];
  return err({ code: 'INVALID', problems });
}

function check(actor: Actor, submission: SubmitClinicSession, slot: Slot, instant: Date): Result<Checked> {
  const { record } = slot;
  if ((record?.version ?? null) !== submission.version) return STALE;
  if (slot.monthClosed) return MONTH_CLOSED;
  if (mayMove(record?.state ?? null, record ? 'amend' : 'submit') === null) return ACCEPTED;
  const context = contextOf(actor, slot, submission, instant);
  const problems = blockingProblems(submission.content, checkContent(submission.content, context));
  if (problems.length > 0) return err({ code: 'INVALID', problems });
  return ok({ submission, slot, plannedExpertId: context.plannedExpertId, instant });
}

/**
 * Takes a record back before it is accepted, with a reason; it counts nowhere, and a new version may be sent.
 * @returns INVALID, NOT_FOUND, or CONFLICT with its words: another version, a state that forbids it, a closed month
 */
export async function withdrawClinicSession(
  actor: Actor,
  input: z.input<typeof withdrawClinicSessionSchema>,
): Promise<Result<{ id: string; state: SessionState }>> {
  if (!mayI(actor, 'update', 'ClinicSession')) return NOT_FOUND;
  const parsed = withdrawClinicSessionSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, reason } = parsed.data;
  const instant = now();
  return await inSessionTransaction(async (tx) => {
    const before = await lockRecord(tx, id, whereFor(actor, 'update', 'ClinicSession'));
    if (!before) return NOT_FOUND;
    if (before.version !== version) return STALE;
    const state = mayMove(before.state, 'withdraw');
    if (!state) return before.state === 'accepted' ? ACCEPTED : STATE;
    const undone = { confirmedAt: null, confirmedById: null, confirmedByName: null, confirmedAs: null, dueOn: null };
    const said = { kind: 'withdrawn', version, text: reason, at: instant } as const;
    const author = { authorId: actor.accountId, authorName: actor.displayName, authorRole: actor.role };
    await tx.clinicSession.update({
      where: { id },
      data: { state, ...undone, messages: { create: { ...said, ...author } } },
      select: { id: true },
    });
    const date = fromDbDate(before.date);
    const after = { ...before, state };
    await applyActivity(tx, { ...before, date }, subtract(contributionOf(after), contributionOf(before)));
    const place = (await readAuditPlaces(tx, [before.clinicId], dateInShanghai(instant))).get(before.clinicId);
    if (!place) throw new Error(`The clinic of record ${id} is missing`);
    await writeAudit(tx, actor, {
      event: 'clinicSession.withdrawn',
      ...aboutRecord(id, date, place),
      before: toldOf(before),
      after: toldOf(after),
      reason,
    });
    return ok({ id, state });
  });
}
