import { addDays, type CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import type { Half } from '@/lib/directory/schema';
import type { Assignment, PlanState } from './plan-schema';

// What every change of a clinic's plan is held to.

/** The day the change is made, and an id for every row it adds. */
export type ChangeContext = { today: CivilDate; newId: () => string };

/** The plan after a change, or what is wrong with the change: fields of its form and keys of the catalogs. */
export type Changed = { ok: true; state: PlanState } | { ok: false; problems: FieldProblem[] };

/** How far ahead anything may be planned, in days (ours): a slip of the year is not two years of sessions. */
const PLANNING_DAYS = 731;

/** The shortest and the longest session, in minutes (ours). */
const SESSION_MINUTES = { least: 30, most: 300 } as const;

/** When a session of a half-day may begin, in minutes: morning until 12:00, afternoon until 17:30, evening after. */
const HALF_BEGINNINGS: Record<Half, { from: number; before: number }> = {
  am: { from: 360, before: 720 },
  pm: { from: 720, before: 1050 },
  evening: { from: 1050, before: 1320 },
};

/** A problem with a field; the key is looked up in joint-clinics.problem. */
export function problem(path: string, key: string): FieldProblem {
  return { path, messageKey: `joint-clinics.problem.${key}` };
}

/** A change that cannot be made. */
export function refused(...problems: FieldProblem[]): Changed {
  return { ok: false, problems };
}

/** What is wrong with the date from which a change holds: it may not reach into the past, nor far ahead. */
export function dateProblems(path: string, date: CivilDate, today: CivilDate): FieldProblem[] {
  if (date < today) return [problem(path, 'past')];
  return date > addDays(today, PLANNING_DAYS) ? [problem(path, 'farAhead')] : [];
}

/** What is wrong with the hours of a session. */
export function hourProblems(slot: { half: Half; startsMinute: number; endsMinute: number }): FieldProblem[] {
  const { from, before } = HALF_BEGINNINGS[slot.half];
  if (slot.startsMinute < from || slot.startsMinute >= before) return [problem('startsMinute', 'outsideHalf')];
  const length = slot.endsMinute - slot.startsMinute;
  const fits = length >= SESSION_MINUTES.least && length <= SESSION_MINUTES.most;
  return fits ? [] : [problem('endsMinute', 'length')];
}

/** Whether a person is at the clinic on every date of a range (both inclusive; null: without end). */
export function isAssigned(
  assignments: readonly Assignment[],
  personId: string,
  from: CivilDate,
  to: CivilDate | null,
) {
  let covered = from;
  // periods of one person never overlap, but two may follow each other without a gap
  for (const { validFrom, validTo } of assignments
    .filter((one) => one.personId === personId)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (validFrom > covered) break;
    if (validTo === null || (to !== null && validTo > to)) return true;
    if (validTo > covered) covered = validTo;
  }
  return false;
}

/** What is wrong with planning an expert for a range of dates. */
export function expertProblems(
  { experts }: PlanState,
  expertId: string,
  from: CivilDate,
  to: CivilDate | null,
): FieldProblem[] {
  return isAssigned(experts, expertId, from, to) ? [] : [problem('expertId', 'notAssigned')];
}
