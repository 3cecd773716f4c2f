import { addDays, type CivilDate, daysBetween, mondayOf } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import {
  type ChangeContext,
  type Changed,
  dateProblems,
  expertProblems,
  hourProblems,
  problem,
  refused,
} from './change-checks';
import type { LineWish, PlacedLine, PlanChangeOf, PlanState, Rhythm } from './plan-schema';
import { clinicStatusOn } from './rules';
import type { ScheduleLine } from './schema';

// Weekly slots: a line is added, changed from a date on or ended; what it said before that date stays.

/** Adds a slot to the week. */
export function addLine(state: PlanState, change: PlanChangeOf<'addLine'>, context: ChangeContext): Changed {
  return place(state, change, context);
}

/** Changes a slot from a date on: the line ends the day before, and another goes on. */
export function changeLine(state: PlanState, change: PlanChangeOf<'changeLine'>, context: ChangeContext): Changed {
  const old = state.schedule.find(({ id }) => id === change.lineId);
  if (!old || hasEnded(old, context.today)) return refused(problem('lineId', 'lineGone'));
  const dates = dateProblems('from', change.from, context.today);
  if (dates.length > 0) return refused(...dates);
  if (old.validTo !== null && change.from > old.validTo) return refused(problem('from', 'endsBefore'));
  if (isSame(old, change)) return refused(problem('from', 'unchanged'));
  return place({ ...state, schedule: cut(state.schedule, old, change.from) }, change, context);
}

/** Ends a slot; the date is the first on which it is not held any more. */
export function endLine(state: PlanState, change: PlanChangeOf<'endLine'>, { today }: ChangeContext): Changed {
  const line = state.schedule.find(({ id }) => id === change.lineId);
  if (!line || hasEnded(line, today)) return refused(problem('lineId', 'lineGone'));
  const dates = dateProblems('from', change.from, today);
  if (dates.length > 0) return refused(...dates);
  if (line.validTo !== null && change.from > line.validTo) return refused(problem('from', 'endsBefore'));
  return { ok: true, state: { ...state, schedule: cut(state.schedule, line, change.from) } };
}

/** The slot as a form describes it, for a form that changes it from a date on. */
export function wishOf(line: ScheduleLine, from: CivilDate): LineWish {
  const { weekday, half, startsMinute, endsMinute, expertId, validTo } = line;
  return { weekday, half, startsMinute, endsMinute, expertId, from, until: validTo, rhythm: rhythmOf(line, from) };
}

function rhythmOf({ recurrence, anchorDate }: ScheduleLine, from: CivilDate): Rhythm {
  if (recurrence === 'weekly') return 'weekly';
  return weeksApart(anchorDate, from) % 2 === 0 ? 'alternate_this' : 'alternate_next';
}

function weeksApart(a: CivilDate, b: CivilDate): number {
  return Math.abs(daysBetween(mondayOf(a), mondayOf(b)) / 7);
}

function hasEnded({ validTo }: ScheduleLine, today: CivilDate): boolean {
  return validTo !== null && validTo < today;
}

/** The schedule without a line from a date on; a line that begins no earlier is gone as a whole. */
function cut(schedule: readonly PlacedLine[], line: PlacedLine, from: CivilDate): PlacedLine[] {
  return schedule.flatMap((other) => {
    if (other !== line) return [other];
    return line.validFrom < from ? [{ ...line, validTo: addDays(from, -1) }] : [];
  });
}

function place(state: PlanState, wish: LineWish, { today, newId }: ChangeContext): Changed {
  const line: PlacedLine = {
    id: newId(),
    weekday: wish.weekday,
    half: wish.half,
    startsMinute: wish.startsMinute,
    endsMinute: wish.endsMinute,
    recurrence: wish.rhythm === 'weekly' ? 'weekly' : 'alternate_weeks',
    anchorDate: addDays(mondayOf(wish.from), wish.rhythm === 'alternate_next' ? 7 : 0),
    validFrom: wish.from,
    validTo: wish.until,
    expertId: wish.expertId,
  };
  const problems = [
    ...dateProblems('from', wish.from, today),
    ...untilProblems(wish),
    ...hourProblems(wish),
    ...expertProblems(state, wish.expertId, wish.from, wish.until),
    ...(clinicStatusOn(state.statuses, wish.from) === 'closed' ? [problem('from', 'closedThen')] : []),
    ...(state.schedule.some((other) => coincide(other, line)) ? [problem('half', 'slotTaken')] : []),
  ];
  if (problems.length > 0) return refused(...problems);
  return { ok: true, state: { ...state, schedule: [...state.schedule, line] } };
}

function untilProblems({ from, until }: LineWish): FieldProblem[] {
  return until !== null && until < from ? [problem('until', 'untilBefore')] : [];
}

/** Whether two lines could name the same half-day of the same date. */
export function coincide(a: ScheduleLine, b: ScheduleLine): boolean {
  if (a.weekday !== b.weekday || a.half !== b.half) return false;
  if (a.validTo !== null && a.validTo < b.validFrom) return false;
  if (b.validTo !== null && b.validTo < a.validFrom) return false;
  if (a.recurrence === 'weekly' || b.recurrence === 'weekly') return true;
  return weeksApart(a.anchorDate, b.anchorDate) % 2 === 0;
}

function isSame(line: ScheduleLine, wish: LineWish): boolean {
  const now = wishOf(line, wish.from);
  return (
    wish.from >= line.validFrom &&
    now.weekday === wish.weekday &&
    now.half === wish.half &&
    now.startsMinute === wish.startsMinute &&
    now.endsMinute === wish.endsMinute &&
    now.expertId === wish.expertId &&
    now.rhythm === wish.rhythm &&
    now.until === wish.until
  );
}
