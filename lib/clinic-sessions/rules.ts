import { type CivilDate, dateInShanghai, daysBetween } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import type { ConditionRef, ContentContext } from './form-schema';
import { distanceFrom } from './history-rules';
import { type HeldContent, ON_TIME_DAYS, type SessionContent, type SessionState } from './schema';

// What may be said of a session, when, and what becomes of a record (domain.md §4). Pure: the browser checks by the same.

/** Sent more than so many days after the session, a record needs a word why (ours). */
export const VERY_LATE_DAYS = 30;

/** First sent more than three days after the session; days are those of Shanghai. */
export function isLate(date: CivilDate, firstSubmittedAt: Date): boolean {
  return daysBetween(date, dateInShanghai(firstSubmittedAt)) > ON_TIME_DAYS;
}

export const SESSION_EVENTS = [
  'submit',
  'amend',
  'confirm',
  'dispute',
  'accept',
  'return',
  'withdraw',
  'reopen',
] as const;
export type SessionEvent = (typeof SESSION_EVENTS)[number];

type Moves = { [State in SessionState | 'none']?: SessionState };

/** The life of a record: for each event, from which state to which. */
const MOVES: Record<SessionEvent, Moves> = {
  submit: { none: 'submitted' },
  amend: {
    submitted: 'submitted',
    confirmed: 'submitted',
    disputed: 'submitted',
    returned: 'submitted',
    withdrawn: 'submitted',
  },
  confirm: { submitted: 'confirmed', disputed: 'confirmed' },
  dispute: { submitted: 'disputed', confirmed: 'disputed' },
  accept: { confirmed: 'accepted' },
  return: { submitted: 'returned', disputed: 'returned', confirmed: 'returned' },
  withdraw: { submitted: 'withdrawn', disputed: 'withdrawn', confirmed: 'withdrawn', returned: 'withdrawn' },
  reopen: { accepted: 'returned' },
};

/** There is nobody to confirm that nothing took place. */
const MOVES_NOT_HELD: Partial<Record<SessionEvent, Moves>> = {
  accept: { confirmed: 'accepted', submitted: 'accepted' },
};

/** The state an event leads to, null where it cannot happen. `state` is null while there is no record. */
export function mayMove(state: SessionState | null, event: SessionEvent, held = true): SessionState | null {
  const moves = (held ? undefined : MOVES_NOT_HELD[event]) ?? MOVES[event];
  return moves[state ?? 'none'] ?? null;
}

/** One name for a condition of a catalogue. */
export function conditionKey({ catalogueId, code }: ConditionRef): string {
  return `${catalogueId}/${code}`;
}

/** All visits of a content; none where the session was not held. */
export function visitsOf(content: SessionContent): number {
  return content.held ? content.visitsNew + content.visitsReturn : 0;
}

/** The expert who was there, null when nobody was. */
export function expertThere(content: SessionContent, plannedExpertId: string | null): string | null {
  if (!content.held) return null;
  switch (content.expert.presence) {
    case 'planned':
      return plannedExpertId;
    case 'substitute':
      return content.expert.expertId;
    case 'absent':
      return null;
  }
}

type Checked = { hard: FieldProblem[]; soft: FieldProblem[] };

/**
 * What is wrong with a content. Hard problems stop it; soft ones stand in words with their numbers and are answered by an
 * explanation.
 */
export function checkContent(content: SessionContent, context: ContentContext): Checked {
  const hard = [...slotProblems(content, context), ...(content.held ? heldProblems(content, context) : [])];
  return { hard, soft: softProblems(content, context) };
}

/** What keeps the content from being stored: hard problems, and soft ones that nobody has explained. */
export function blockingProblems(content: SessionContent, { hard, soft }: Checked): FieldProblem[] {
  return content.explanation === null ? [...hard, ...soft] : hard;
}

function slotProblems(content: SessionContent, { date, today, clinicOpen, plannedExpertId }: ContentContext) {
  const problems: FieldProblem[] = [];
  if (date > today) problems.push({ path: 'date', messageKey: 'sessions.problem.future' });
  if (!clinicOpen) problems.push({ path: 'date', messageKey: 'sessions.problem.clinicNotOpen' });
  // nothing was to take place, so nothing failed to
  if (!content.held && plannedExpertId === null)
    problems.push({ path: 'held', messageKey: 'sessions.problem.notHeldUnplanned' });
  return problems;
}

function heldProblems(content: HeldContent, context: ContentContext): FieldProblem[] {
  const { substitutes, trainees, conditions, techniques } = context;
  const problems = expertProblems(content, context);
  const known = new Set(conditions.map(conditionKey));
  if (content.conditions.some((row) => !known.has(conditionKey(row))))
    problems.push({ path: 'conditions', messageKey: 'sessions.problem.conditionUnknown' });
  if (content.conditions.reduce((sum, { visits }) => sum + visits, 0) > visitsOf(content))
    problems.push({ path: 'conditions', messageKey: 'sessions.problem.conditionSum' });
  if (content.techniques.some(({ code }) => !techniques.includes(code)))
    problems.push({ path: 'techniques', messageKey: 'sessions.problem.techniqueUnknown' });
  if (content.trainees.some(({ traineeId }) => !trainees.includes(traineeId)))
    problems.push({ path: 'trainees', messageKey: 'sessions.problem.traineeUnassigned' });
  const { expert } = content;
  if (expert.presence === 'substitute' && !substitutes.includes(expert.expertId))
    problems.push({ path: 'expert', messageKey: 'sessions.problem.substituteUnknown' });
  return problems;
}

function expertProblems(content: HeldContent, { plannedExpertId, elsewhere }: ContentContext): FieldProblem[] {
  const { expert, mode } = content;
  if (expert.presence === 'planned' && plannedExpertId === null)
    return [{ path: 'expert', messageKey: 'sessions.problem.nobodyPlanned' }];
  if (expert.presence === 'substitute' && expert.expertId === plannedExpertId)
    return [{ path: 'expert', messageKey: 'sessions.problem.substituteIsPlanned' }];
  const there = expertThere(content, plannedExpertId);
  const other = mode === 'on_site' ? elsewhere.find(({ expertId }) => expertId === there) : undefined;
  return other ? [elsewhereProblem(other.place)] : [];
}

/** Nobody is on site in two places; the other one is named only to those who may see it. */
export function elsewhereProblem(place: string | null): FieldProblem {
  if (place === null) return { path: 'expert', messageKey: 'sessions.problem.expertElsewhere' };
  return { path: 'expert', messageKey: 'sessions.problem.expertElsewhereAt', values: { place } };
}

function softProblems(content: SessionContent, context: ContentContext): FieldProblem[] {
  const { date, today, plannedExpertId, first, earlierVisits } = context;
  const problems: FieldProblem[] = [];
  const check = (messageKey: string, values?: Record<string, number>) =>
    problems.push({ path: 'explanation', messageKey, ...(values && { values }) });
  if (content.held && plannedExpertId === null) check('sessions.check.unplanned');
  const days = daysBetween(date, today);
  if (first && days > VERY_LATE_DAYS) check('sessions.check.veryLate', { days });
  const visits = visitsOf(content);
  const distance = content.held ? distanceFrom(earlierVisits, visits) : null;
  if (distance) {
    const { usual, far } = distance;
    check(far === 'high' ? 'sessions.check.visitsHigh' : 'sessions.check.visitsLow', { visits, usual });
  }
  return problems;
}
