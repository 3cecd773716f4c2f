import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { invalid } from './parse';
import { movedOn, NOT_FOUND } from './problems';
import { eachRecord, lastMessage, type Moved, moveRecord, NOT_CONFIRMED, whenSaidAgain } from './record-change';
import { answerBy, mayTakeBack } from './review-rules';
import { confirmSchema, disputeSchema, type RowOutcome, recordReasonSchema } from './review-schema';
import type { RecordRef } from './schema';

// What experts say of their own sessions, and alliance officers of their hospital's.

/** Who confirmed a record, when and as what. */
const confirmedBy = ({ accountId, displayName, role }: Actor, at: Date) => ({
  confirmedAt: at,
  confirmedById: accountId,
  confirmedByName: displayName,
  confirmedAs: role,
  dueOn: null,
});

async function confirmOne(actor: Actor, ref: RecordRef): Promise<Result<Moved>> {
  return await moveRecord(actor, ref, {
    action: 'confirm',
    move: 'confirm',
    event: 'clinicSession.confirmed',
    // a dispute is taken back with a word why, not by a tap on a list
    check: ({ state, confirmedAt }) => {
      if (state === 'disputed') return movedOn(state);
      return confirmedAt ? 'repeated' : null;
    },
    data: (at) => confirmedBy(actor, at),
  });
}

/**
 * Confirms records, each for itself, as the version that was seen.
 * @returns what became of each: a record that was amended, is disputed or was withdrawn meanwhile is named
 */
export async function confirmClinicSessions(
  actor: Actor,
  input: z.input<typeof confirmSchema>,
): Promise<Result<RowOutcome[]>> {
  if (!mayI(actor, 'confirm', 'ClinicSession')) return NOT_FOUND;
  const parsed = confirmSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return ok(await eachRecord(actor, parsed.data.records, (ref) => confirmOne(actor, ref)));
}

/** Disputes a record, also one that was confirmed: the centre is asked to answer within a week. */
export async function disputeClinicSession(actor: Actor, input: z.input<typeof disputeSchema>): Promise<Result<Moved>> {
  if (!mayI(actor, 'confirm', 'ClinicSession')) return NOT_FOUND;
  const parsed = disputeSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { kind: disputeKind, reason: text, ...ref } = parsed.data;
  const message = { kind: 'disputed', text, disputeKind } as const;
  return await moveRecord(actor, ref, {
    action: 'confirm',
    move: 'dispute',
    event: 'clinicSession.disputed',
    check: (row, tx) => whenSaidAgain(tx, actor, row, 'disputed', message),
    data: (at) => ({ ...NOT_CONFIRMED, dueOn: toDbDate(answerBy(dateInShanghai(at))) }),
    message,
  });
}

/** Takes a dispute back with a word why, which confirms the record. For who disputed; the centre answers by amending. */
export async function resolveDispute(actor: Actor, input: z.input<typeof recordReasonSchema>): Promise<Result<Moved>> {
  if (!mayI(actor, 'confirm', 'ClinicSession')) return NOT_FOUND;
  const parsed = recordReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reason: text, ...ref } = parsed.data;
  const message = { kind: 'resolved', text } as const;
  return await moveRecord(actor, ref, {
    action: 'confirm',
    move: 'confirm',
    event: 'clinicSession.disputeResolved',
    check: async (row, tx) => {
      const repeated = await whenSaidAgain(tx, actor, row, 'confirmed', message);
      if (repeated) return repeated;
      if (row.state !== 'disputed') return err({ code: 'CONFLICT', messageKey: 'review.problem.notDisputed' });
      const dispute = await lastMessage(tx, row.id, 'disputed');
      if (dispute && !mayTakeBack(actor, dispute))
        return err({ code: 'FORBIDDEN', messageKey: 'review.problem.notYourDispute' });
      return null;
    },
    data: (at) => confirmedBy(actor, at),
    message,
  });
}
