import type { ExpertPresence } from '@/lib/clinic-sessions/schema';
import { addDays, type CivilDate, daysBetween, mondayOf } from '@/lib/core/dates';
import type { ScheduleLine } from '@/lib/joint-clinics/schema';
import type { DayRange, ExpertWeek, Presence } from './schema';

// What records and plans say of an expert: planned, came, replaced, absent.

export type ExpertRecord = {
  date: CivilDate;
  plannedExpertId: string | null;
  expertId: string | null;
  expertPresence: ExpertPresence | null;
  held: boolean;
};

/** Counts the records of one expert: those the expert was planned for, and those held in another's place. */
export function presenceOf(expertId: string, records: readonly ExpertRecord[]): Presence {
  const planned = records.filter(({ plannedExpertId }) => plannedExpertId === expertId);
  const count = (presence: ExpertPresence) =>
    planned.filter(({ expertPresence }) => expertPresence === presence).length;
  return {
    planned: planned.length,
    came: count('planned'),
    substituted: count('substitute'),
    absent: count('absent'),
    notHeld: planned.filter(({ held }) => !held).length,
    stoodIn: records.filter((record) => record.expertId === expertId && record.plannedExpertId !== expertId).length,
  };
}

/** Weeks from Monday: how many sessions the plans expect of the expert, and what the records say became of them. */
export function weeksOf(
  expertId: string,
  { from, to }: DayRange,
  expected: readonly CivilDate[],
  records: readonly ExpertRecord[],
): ExpertWeek[] {
  const first = mondayOf(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: count }, (_, week) => {
    const monday = addDays(first, week * 7);
    const inWeek = (date: CivilDate) => mondayOf(date) === monday;
    const { came, substituted, absent } = presenceOf(
      expertId,
      records.filter(({ date }) => inWeek(date)),
    );
    return { monday, planned: expected.filter(inWeek).length, came, substituted, absent };
  });
}

/** Half-days a week on average: a line of every second week counts as half of one. */
export function halfDaysAWeek(slots: readonly { recurrence: ScheduleLine['recurrence'] }[]): number {
  return slots.reduce((sum, { recurrence }) => sum + (recurrence === 'weekly' ? 1 : 0.5), 0);
}
