import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { invalid } from './parse';
import { invalidField, NOT_FOUND } from './problems';
import { eachRecord, type Moved, moveRecord, NOT_CONFIRMED, whenSaidAgain } from './record-change';
import { answerBy, isAnswerDay, whyNotAccept } from './review-rules';
import { decideSchema, type RowOutcome, recordReasonSchema } from './review-schema';
import type { RecordRef } from './schema';

// What a district decides of the records of its centres.

const NOT_ACCEPTED = { acceptedAt: null, acceptedById: null, acceptedByName: null };

async function acceptOne(actor: Actor, ref: RecordRef): Promise<Result<Moved>> {
  return await moveRecord(actor, ref, {
    action: 'approve',
    move: 'accept',
    event: 'clinicSession.accepted',
    check: (row) => {
      if (row.state === 'accepted') return 'repeated';
      const problem = whyNotAccept(row);
      return problem === null ? null : err({ code: 'CONFLICT', messageKey: problem });
    },
    data: (at) => ({ acceptedAt: at, acceptedById: actor.accountId, acceptedByName: actor.displayName }),
  });
}

async function returnOne(actor: Actor, ref: RecordRef, text: string, dueOn: CivilDate): Promise<Result<Moved>> {
  const message = { kind: 'returned', text } as const;
  return await moveRecord(actor, ref, {
    action: 'approve',
    move: 'return',
    event: 'clinicSession.returned',
    check: (row, tx) => whenSaidAgain(tx, actor, row, 'returned', message),
    data: () => ({ ...NOT_CONFIRMED, dueOn: toDbDate(dueOn) }),
    message,
  });
}

/**
 * Accepts records and returns others with a reason each, in one go and each for itself.
 * @returns what became of each: one that is not confirmed yet, was amended or has moved on is named and left as it is
 */
export async function decideClinicSessions(
  actor: Actor,
  input: z.input<typeof decideSchema>,
): Promise<Result<RowOutcome[]>> {
  if (!mayI(actor, 'approve', 'ClinicSession')) return NOT_FOUND;
  const parsed = decideSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { decisions, dueOn } = parsed.data;
  const today = dateInShanghai(now());
  if (dueOn !== null && !isAnswerDay(dueOn, today)) return invalidField('dueOn', 'review.problem.dueOn');
  return ok(
    await eachRecord(actor, decisions, (row) =>
      row.decision === 'accept' ? acceptOne(actor, row) : returnOne(actor, row, row.reason, dueOn ?? answerBy(today)),
    ),
  );
}

/** Opens an accepted record again with a reason: the centre is asked for a new version. */
export async function reopenClinicSession(
  actor: Actor,
  input: z.input<typeof recordReasonSchema>,
): Promise<Result<Moved>> {
  if (!mayI(actor, 'approve', 'ClinicSession')) return NOT_FOUND;
  const parsed = recordReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reason: text, ...ref } = parsed.data;
  const message = { kind: 'reopened', text } as const;
  return await moveRecord(actor, ref, {
    action: 'approve',
    move: 'reopen',
    event: 'clinicSession.reopened',
    check: (row, tx) => whenSaidAgain(tx, actor, row, 'returned', message),
    data: (at) => ({ ...NOT_CONFIRMED, ...NOT_ACCEPTED, dueOn: toDbDate(answerBy(dateInShanghai(at))) }),
    message,
  });
}
