import type { CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { dateProblems, isAssigned, problem } from './change-checks';
import type { Assignment, PlanState } from './plan-schema';

// Who works and learns at a clinic, from when until when (validTo is exclusive).

type Changed = { ok: true; assignments: Assignment[] } | { ok: false; problems: FieldProblem[] };

/** Assigns a person from a date on; ahead of it there may be an earlier time, but none that lasts into it. */
export function assign(
  assignments: readonly Assignment[],
  { personId, from, until }: { personId: string; from: CivilDate; until: CivilDate | null },
  today: CivilDate,
): Changed {
  const dates = dateProblems('from', from, today);
  if (dates.length > 0) return { ok: false, problems: dates };
  if (until !== null && until <= from) return { ok: false, problems: [problem('until', 'untilBefore')] };
  const there = assignments.some(
    (one) =>
      one.personId === personId &&
      (one.validTo === null || one.validTo > from) &&
      (until === null || one.validFrom < until),
  );
  if (there) return { ok: false, problems: [problem('personId', 'assignedAlready')] };
  return { ok: true, assignments: [...assignments, { personId, validFrom: from, validTo: until }] };
}

/**
 * Ends a person's time; the date is the first without the person. A time that has not begun by then is gone as a whole.
 * @param begun tells which of the person's times
 */
export function endAssignment(
  assignments: readonly Assignment[],
  { personId, begun, from }: { personId: string; begun: CivilDate; from: CivilDate },
  today: CivilDate,
): Changed {
  const old = assignments.find((one) => one.personId === personId && one.validFrom === begun);
  if (!old || (old.validTo !== null && old.validTo <= today))
    return { ok: false, problems: [problem('personId', 'assignmentGone')] };
  const dates = dateProblems('from', from, today);
  if (dates.length > 0) return { ok: false, problems: dates };
  if (old.validTo !== null && from > old.validTo) return { ok: false, problems: [problem('from', 'endsBefore')] };
  const rest = assignments.filter((one) => one !== old);
  const kept = old.validFrom < from ? [{ ...old, validTo: from }] : [];
  return { ok: true, assignments: [...rest, ...kept] };
}

/** Whether an expert is still planned, today or later, for a date on which the assignments do not cover the expert. */
export function isPlannedBeyond(
  state: PlanState,
  expertId: string,
  experts: readonly Assignment[],
  today: CivilDate,
): boolean {
  const uncovered = (from: CivilDate, to: CivilDate | null) =>
    !isAssigned(experts, expertId, from < today ? today : from, to);
  const lines = state.schedule.filter((line) => line.expertId === expertId && (line.validTo ?? today) >= today);
  const added = state.exceptions.filter(
    (one) => one.kind === 'added' && one.expertId === expertId && one.date >= today,
  );
  return (
    lines.some(({ validFrom, validTo }) => uncovered(validFrom, validTo)) ||
    added.some(({ date }) => uncovered(date, date))
  );
}
