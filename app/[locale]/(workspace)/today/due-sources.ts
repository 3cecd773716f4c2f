import 'server-only';
import type { DueGroup } from '@/components/workspace/due-list';
import type { Actor } from '@/lib/access/actor';
import { grantRequestsDue, recertificationsDue } from './accounts-due';
import { changesDue } from './changes-due';
import { followUpsDue, followUpsEscalated } from './follow-ups-due';
import { reportsDue } from './reports-due';
import {
  acceptancesDue,
  confirmationsDue,
  disputesDue,
  messagesDue,
  monthsDue,
  returnsOverdue,
  signaturesDue,
} from './review-due';
import { sessionsOverdue, sessionsThisWeek, sessionsToAnswer, sessionsToday } from './sessions-due';
import { supportAnswered, supportWaiting } from './support-due';

/** What one feature has waiting for an actor; null when nothing does, or when it is no business of the actor's role. */
export type DueSource = (actor: Actor) => Promise<DueGroup | null>;

/** Every feature that puts something on Today. To add one: a file `<feature>-due.tsx` beside this, and a line here. */
const SOURCES: readonly DueSource[] = [
  sessionsToday,
  sessionsOverdue,
  sessionsThisWeek,
  sessionsToAnswer,
  signaturesDue,
  confirmationsDue,
  disputesDue,
  returnsOverdue,
  acceptancesDue,
  messagesDue,
  monthsDue,
  followUpsDue,
  followUpsEscalated,
  changesDue,
  reportsDue,
  supportWaiting,
  supportAnswered,
  grantRequestsDue,
  recertificationsDue,
];

/** Everything that waits for an actor. */
export async function listDue(actor: Actor): Promise<DueGroup[]> {
  const groups = await Promise.all(SOURCES.map((source) => source(actor)));
  return groups.filter((group) => group !== null);
}
