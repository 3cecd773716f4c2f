import type { CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import type { Half } from '@/lib/directory/schema';
import {
  type ChangeContext,
  type Changed,
  dateProblems,
  expertProblems,
  hourProblems,
  problem,
  refused,
} from './change-checks';
import type { PlacedException, PlanChangeOf, PlanState } from './plan-schema';
import { clinicStatusOn, planSessions } from './rules';

// Single days: a session taken out of what the schedule says, or one added to it, today or later.

/** Takes one session out; the schedule must name it, or nobody would be told anything. */
export function removeSession(
  state: PlanState,
  { date, half, reason, reasonEn }: PlanChangeOf<'removeSession'>,
  { today, newId }: ChangeContext,
): Changed {
  const problems = slotProblems(state, date, half, today);
  if (problems.length > 0) return refused(...problems);
  if (!isScheduled(state, date, half)) return refused(problem('half', 'notScheduled'));
  return { ok: true, state: withException(state, { id: newId(), kind: 'removed', date, half, reason, reasonEn }) };
}

/** Adds one session; where the schedule names one in that half-day, the added one takes its place. */
export function addSession(
  state: PlanState,
  { kind: _, ...added }: PlanChangeOf<'addSession'>,
  { today, newId }: ChangeContext,
): Changed {
  const problems = [
    ...slotProblems(state, added.date, added.half, today),
    ...hourProblems(added),
    ...expertProblems(state, added.expertId, added.date, added.date),
  ];
  if (problems.length > 0) return refused(...problems);
  return { ok: true, state: withException(state, { id: newId(), kind: 'added', ...added }) };
}

/** Takes an exception back that lies today or later. */
export function undoException(
  state: PlanState,
  { exceptionId }: PlanChangeOf<'undoException'>,
  { today }: ChangeContext,
): Changed {
  const exception = state.exceptions.find(({ id }) => id === exceptionId);
  if (!exception) return refused(problem('exceptionId', 'exceptionGone'));
  if (exception.date < today) return refused(problem('exceptionId', 'past'));
  return { ok: true, state: { ...state, exceptions: state.exceptions.filter((other) => other !== exception) } };
}

/** Whether the weekly schedule names a session, whatever holidays or exceptions make of it. */
function isScheduled({ schedule, statuses }: PlanState, date: CivilDate, half: Half): boolean {
  const plan = planSessions({ schedule, statuses, exceptions: [], holidays: new Map(), from: date, to: date });
  return plan.expected.some((session) => session.half === half);
}

function slotProblems(state: PlanState, date: CivilDate, half: Half, today: CivilDate): FieldProblem[] {
  const dates = dateProblems('date', date, today);
  if (dates.length > 0) return dates;
  if (clinicStatusOn(state.statuses, date) !== 'operating') return [problem('date', 'notOperating')];
  const taken = state.exceptions.some((other) => other.date === date && other.half === half);
  return taken ? [problem('half', 'exceptionThere')] : [];
}

function withException(state: PlanState, exception: PlacedException): PlanState {
  return { ...state, exceptions: [...state.exceptions, exception] };
}
