import { addDays, type CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { type ChangeContext, dateProblems, problem } from './change-checks';
import type { PlacedPeriod } from './plan-schema';

/** How many days a new clinic's opening may lie back: papers take a while (ours). */
export const BACKDATING_DAYS = 90;

/** What is wrong with the day on which a new clinic opens. */
export function openingProblems(openedOn: CivilDate, today: CivilDate): FieldProblem[] {
  if (openedOn < addDays(today, -BACKDATING_DAYS)) return [problem('openedOn', 'openedLongAgo')];
  return openedOn > today ? dateProblems('openedOn', openedOn, today) : [];
}

/** The status history of a new clinic: it operates from its opening on, and until then it is prepared. */
export function openingHistory(openedOn: CivilDate, { today, newId }: ChangeContext): PlacedPeriod[] {
  const silent = { reason: null, reasonEn: null };
  const operating: PlacedPeriod = { id: newId(), status: 'operating', validFrom: openedOn, validTo: null, ...silent };
  if (openedOn <= today) return [operating];
  return [{ id: newId(), status: 'preparing', validFrom: today, validTo: openedOn, ...silent }, operating];
}
