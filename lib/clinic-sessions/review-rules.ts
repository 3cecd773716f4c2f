import type { ActorRole } from '@/lib/access/actor';
import { addDays, type CivilDate } from '@/lib/core/dates';
import { LONGEST_ANSWER_DAYS, RECORD_ACTIONS, type RecordAction } from './review-schema';
import { mayMove } from './rules';
import { ANSWER_DAYS, type SessionState } from './schema';

// Decisions about what the parties say of a record. Answers are keys of the catalogs; null is "go ahead".

/**
 * Why the district may not accept a record as it stands. A held session is accepted once expert or hospital have
 * confirmed it; "not held" needs nobody's confirmation.
 */
export function whyNotAccept({ state, held }: { state: SessionState; held: boolean }): string | null {
  if (mayMove(state, 'accept', held)) return null;
  return state === 'submitted' ? 'review.problem.notConfirmed' : `review.problem.state.${state}`;
}

/** The day by which a dispute or a return is to be answered, when nobody names another. */
export function answerBy(today: CivilDate): CivilDate {
  return addDays(today, ANSWER_DAYS);
}

/** Whether a day may be set by which an answer is due: from tomorrow, and not so late that nobody remembers. */
export function isAnswerDay(day: CivilDate, today: CivilDate): boolean {
  return day > today && day <= addDays(today, LONGEST_ANSWER_DAYS);
}

type Speaker = { accountId: string; role: ActorRole };
type Said = { authorId: string | null; authorRole: ActorRole };

/**
 * Whether somebody may take a dispute back: who disputed, or the same office of the hospital. Nobody speaks for an
 * expert who says not to have been there; the centre can always send an amended version.
 */
export function mayTakeBack({ accountId, role }: Speaker, { authorId, authorRole }: Said): boolean {
  if (authorRole === 'alliance_officer') return role === 'alliance_officer';
  return authorId === accountId && authorRole === role;
}

type Words = { text: string; version: number } & Said;

/** Whether somebody says the very same of the same version again: a form sent twice. */
export function isSaidAgain(
  last: Words | null,
  { accountId, role }: Speaker,
  again: { text: string; version: number },
): boolean {
  if (!last) return false;
  return (
    last.authorId === accountId &&
    last.authorRole === role &&
    last.text === again.text &&
    last.version === again.version
  );
}

/** States in which a trainee's part stands to be signed: what was returned waits for the centre's next version. */
export const SIGNABLE_STATES: readonly SessionState[] = ['submitted', 'disputed', 'confirmed', 'accepted'];

type Seen = {
  state: SessionState;
  held: boolean;
  monthClosed: boolean;
  /** whether the record is the reader's to confirm, to approve, to amend, to talk about */
  confirms: boolean;
  approves: boolean;
  amends: boolean;
  talks: boolean;
  /** the reader took part as a trainee and has not signed yet */
  unsigned: boolean;
  /** the dispute that stands is the reader's to take back */
  takesBack: boolean;
};

/** What a reader may do with a record as it stands; in a closed month, talk about it. */
export function actionsOn(seen: Seen): RecordAction[] {
  const { state, held, monthClosed, confirms, approves, amends, talks, unsigned, takesBack } = seen;
  const may: Record<RecordAction, boolean> = {
    confirm: confirms && held && state === 'submitted',
    sign: unsigned && SIGNABLE_STATES.includes(state),
    dispute: confirms && mayMove(state, 'dispute', held) !== null,
    resolve: confirms && state === 'disputed' && takesBack,
    accept: approves && whyNotAccept({ state, held }) === null,
    return: approves && mayMove(state, 'return', held) !== null,
    reopen: approves && mayMove(state, 'reopen', held) !== null,
    amend: amends && mayMove(state, 'amend', held) !== null,
    withdraw: amends && mayMove(state, 'withdraw', held) !== null,
    comment: talks,
  };
  return RECORD_ACTIONS.filter((action) => may[action] && (!monthClosed || action === 'comment'));
}
