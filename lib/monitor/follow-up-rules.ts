import type { Actor } from '@/lib/access/actor';
import { addDays, type CivilDate } from '@/lib/core/dates';
import type { Office } from './follow-up-schema';

// Whose turn a follow-up is, and when somebody wider hears of it. The days are ours.

/** Days that whoever has a follow-up gets, unless an officer gives others. */
export const FOLLOW_UP_DAYS = 14;
/** A day by which something is due lies no further ahead. */
export const FURTHEST_DUE_DAYS = 180;
/** After one was closed, the nightly job leaves the clinic alone for so many days: a window takes that long to change. */
export const LEFT_ALONE_DAYS = 28;

/** The office in which an actor works; null for those who have none. */
export function officeOf({ role }: Pick<Actor, 'role'>): Office | null {
  switch (role) {
    case 'centre_clerk':
      return 'centre';
    case 'alliance_officer':
      return 'alliance';
    case 'district_officer':
      return 'district';
    case 'city_officer':
      return 'city';
    default:
      return null;
  }
}

/** The office that sees what another one has left overdue; null for the city. */
export function widerThan(office: Office): Office | null {
  return office === 'city' ? null : office === 'centre' ? 'district' : 'city';
}

/** The offices whose overdue follow-ups an office sees. */
export function narrowerThan(office: Office): Office[] {
  return (['centre', 'alliance', 'district', 'city'] as const).filter((one) => widerThan(one) === office);
}

/** Overdue from the day after the one it was due on. */
export function isOverdue(dueOn: CivilDate, today: CivilDate): boolean {
  return dueOn < today;
}

/** Whether a day can be set as the one something is due on. */
export function mayBeDue(dueOn: CivilDate, today: CivilDate): boolean {
  return today <= dueOn && dueOn <= addDays(today, FURTHEST_DUE_DAYS);
}
