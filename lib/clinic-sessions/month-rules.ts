import { addDays, type CivilDate } from '@/lib/core/dates';
import type { MonthFigures } from './review-schema';

// A district's months: where they begin and end, and what their records add up to.

/** The last day of a month, from its first. */
export function lastDayOf(month: CivilDate): CivilDate {
  return addDays(nextMonth(month), -1);
}

/** The first day of the following month. */
export function nextMonth(month: CivilDate): CivilDate {
  return firstOf(addDays(month, 31));
}

/** The first day of a date's month. */
export function firstOf(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-01` as CivilDate;
}

/** A month can be closed once its last day is over. */
export function isOver(month: CivilDate, today: CivilDate): boolean {
  return lastDayOf(month) < today;
}

/** So many months up to the one of a day, the latest first, by their first days. */
export function monthsBack(today: CivilDate, count: number): CivilDate[] {
  const months = [firstOf(today)];
  for (let month = firstOf(today); months.length < count; ) {
    month = firstOf(addDays(month, -1));
    months.push(month);
  }
  return months;
}

type Counted = Pick<
  MonthFigures,
  'expected' | 'logged' | 'loggedPlanned' | 'held' | 'confirmed' | 'accepted' | 'disputed' | 'returned'
>;

/** The figures of a month from its sums, and from the records that still wait: for expert or hospital, or for the district. */
export function monthFigures(counted: Counted, waiting: { unconfirmed: number; unaccepted: number }): MonthFigures {
  const missing = Math.max(0, counted.expected - counted.loggedPlanned);
  const { disputed, returned } = counted;
  const { unconfirmed, unaccepted } = waiting;
  return { ...counted, ...waiting, missing, open: missing + unconfirmed + unaccepted + disputed + returned };
}
