import type { CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import type { Half, Holiday } from '@/lib/directory/schema';
import { problem } from './change-checks';
import type { PlanChange, PlanState } from './plan-schema';
import { planSessions } from './rules';

/** What has been logged of today: the half-days whose planned session a record says was held. */
export type HeldToday = { today: CivilDate; halves: readonly Half[]; holidays: ReadonlyMap<CivilDate, Holiday> };

/**
 * What is wrong with a change that would take away a session of today of which a record says that it was held: it was
 * expected, and the numbers of the day would say otherwise. From tomorrow on the change is free.
 */
export function heldTodayProblems(
  change: PlanChange,
  before: PlanState,
  after: PlanState,
  { today, halves, holidays }: HeldToday,
): FieldProblem[] {
  if (halves.length === 0) return [];
  const expectedIn = (state: PlanState) =>
    planSessions({ ...state, holidays, from: today, to: today }).expected.map(({ half }) => half);
  const [old, fresh] = [expectedIn(before), expectedIn(after)];
  const lost = halves.some((half) => old.includes(half) && !fresh.includes(half));
  return lost ? [problem('half' in change ? 'half' : 'from' in change ? 'from' : 'exceptionId', 'heldToday')] : [];
}
