import { type CivilDate, mondayOf, weekdayOf } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import { EXPERT_LOAD, type ExpectedSession } from './schema';

// What an officer should look at before saving, and may have good reasons for: nothing here stops anybody.

/** A clinic's expected sessions and where they are held. */
export type PlannedPlace = {
  clinicId: string;
  centreId: string;
  room: string | null;
  expected: readonly ExpectedSession[];
};

export type PlanWarning =
  | { kind: 'expertTwice'; expertId: string; half: Half; dates: CivilDate[]; otherClinicId: string }
  | { kind: 'roomTwice'; room: string; half: Half; dates: CivilDate[]; otherClinicId: string }
  | { kind: 'overload'; expertId: string; halfDays: number; weeks: CivilDate[] };

/** What is worth a look in a clinic's plan beside the plans of other clinics of the same dates. */
export function planWarnings(own: PlannedPlace, others: readonly PlannedPlace[]): PlanWarning[] {
  return [...placesTwice(own, others), ...overloads(own, others)];
}

function placesTwice(own: PlannedPlace, others: readonly PlannedPlace[]): PlanWarning[] {
  const found = new Map<string, PlanWarning & { kind: 'expertTwice' | 'roomTwice' }>();
  const add = (key: string, date: CivilDate, warning: PlanWarning & { kind: 'expertTwice' | 'roomTwice' }) => {
    const known = found.get(key) ?? warning;
    known.dates.push(date);
    found.set(key, known);
  };
  const ownBySlot = new Map(own.expected.map((session) => [`${session.date}/${session.half}`, session]));
  for (const other of others) {
    const sharesRoom = own.room !== null && own.room === other.room && own.centreId === other.centreId;
    for (const { date, half, expertId } of other.expected) {
      const mine = ownBySlot.get(`${date}/${half}`);
      if (!mine) continue;
      // one line a weekday, half-day and place, whatever number of weeks it recurs in
      const slot = `${other.clinicId} ${weekdayOf(date)} ${half}`;
      const common = { half, dates: [], otherClinicId: other.clinicId };
      if (mine.expertId === expertId)
        add(`expert ${expertId} ${slot}`, date, { kind: 'expertTwice', expertId, ...common });
      if (sharesRoom && own.room !== null) add(`room ${slot}`, date, { kind: 'roomTwice', room: own.room, ...common });
    }
  }
  return [...found.values()];
}

function overloads(own: PlannedPlace, others: readonly PlannedPlace[]): PlanWarning[] {
  const planned = new Set(own.expected.map(({ expertId }) => expertId));
  // two places in one half-day are one half-day of work, and a warning of their own
  const halfDays = new Map<string, Map<CivilDate, Set<string>>>();
  for (const { expected } of [own, ...others])
    for (const { expertId, date, half } of expected) {
      if (!planned.has(expertId)) continue;
      const weeks = halfDays.get(expertId) ?? new Map<CivilDate, Set<string>>();
      const week = mondayOf(date);
      weeks.set(week, (weeks.get(week) ?? new Set()).add(`${date}/${half}`));
      halfDays.set(expertId, weeks);
    }
  return [...halfDays].flatMap(([expertId, weeks]): PlanWarning[] => {
    const tooMany = [...weeks].filter(([, slots]) => slots.size > EXPERT_LOAD.halfDaysAWeek);
    if (tooMany.length === 0) return [];
    const most = Math.max(...tooMany.map(([, slots]) => slots.size));
    return [{ kind: 'overload', expertId, halfDays: most, weeks: tooMany.map(([week]) => week).sort() }];
  });
}
