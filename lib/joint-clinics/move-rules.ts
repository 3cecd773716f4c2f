import { addDays, type CivilDate } from '@/lib/core/dates';
import type { Assignment, PlanState } from './plan-schema';
import { clinicStatusOn } from './rules';

// A clinic that goes on at another centre: its plan ends in one place on a day and begins there in the other.

type Why = { reason: string; reasonEn: string | null };
const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** People's times that reach to a day or beyond it, from that day on. */
export function assignmentsFrom(assignments: readonly Assignment[], day: CivilDate): Assignment[] {
  return assignments
    .filter(({ validTo }) => validTo === null || validTo > day)
    .map((one) => ({ ...one, validFrom: later(one.validFrom, day) }));
}

/** People's times as far as they lie before a day. */
export function assignmentsUntil(assignments: readonly Assignment[], day: CivilDate): Assignment[] {
  return assignments
    .filter(({ validFrom }) => validFrom < day)
    .map((one) => (one.validTo === null || one.validTo > day ? { ...one, validTo: day } : one));
}

/** The plan from a day on, as the beginning of another clinic's; null where the clinic is closed by then. */
export function planFrom(state: PlanState, day: CivilDate, newId: () => string): PlanState | null {
  if (clinicStatusOn(state.statuses, day) === 'closed') return null;
  return {
    schedule: state.schedule
      .filter(({ validTo }) => validTo === null || validTo >= day)
      .map((line) => ({ ...line, id: newId(), validFrom: later(line.validFrom, day) })),
    exceptions: state.exceptions.filter(({ date }) => date >= day).map((one) => ({ ...one, id: newId() })),
    statuses: state.statuses
      .filter(({ validTo }) => validTo === null || validTo > day)
      .map((period) => ({ ...period, id: newId(), validFrom: later(period.validFrom, day) })),
    experts: assignmentsFrom(state.experts, day),
  };
}

/** The plan that ends before a day, on which the clinic closes for good. */
export function planUntil(state: PlanState, day: CivilDate, newId: () => string, why: Why): PlanState {
  const closed = { id: newId(), status: 'closed', validFrom: day, validTo: null, ...why } as const;
  return {
    schedule: state.schedule
      .filter(({ validFrom }) => validFrom < day)
      .map((line) => (line.validTo === null || line.validTo >= day ? { ...line, validTo: addDays(day, -1) } : line)),
    exceptions: state.exceptions.filter(({ date }) => date < day),
    statuses: [
      ...state.statuses
        .filter(({ validFrom }) => validFrom < day)
        .map((period) => (period.validTo === null || period.validTo > day ? { ...period, validTo: day } : period)),
      closed,
    ],
    experts: assignmentsUntil(state.experts, day),
  };
}
