import { addDays, type CivilDate, civilDate, isCivilDate, mondayOf, weekdayOf } from '@/lib/core/dates';
import { HALVES, type Holiday } from '@/lib/directory/schema';
import { clinicStatusOn } from './rules';
import type { SessionPlan, StatusPeriod } from './schema';
import type { MonthDay, MonthKey, MonthSlot } from './views-schema';

// A month of one clinic as a table: weeks as rows, Monday first, every day with its half-days.

/** The month of a text like `2026-11`; null when it is none of this century. */
export function parseMonth(text: string): MonthKey | null {
  return /^20\d{2}-\d{2}$/.test(text) && isCivilDate(`${text}-01`) ? (text as MonthKey) : null;
}

/** The month of a date. */
export function monthOf(date: CivilDate): MonthKey {
  return date.slice(0, 7) as MonthKey;
}

/** A month moved by whole months, backwards when negative. */
export function addMonths(month: MonthKey, months: number): MonthKey {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as MonthKey;
}

/** The first and the last day of a month's table: whole weeks from Monday to Sunday. */
export function monthRange(month: MonthKey): { from: CivilDate; to: CivilDate } {
  const last = addDays(civilDate(`${addMonths(month, 1)}-01`), -1);
  return { from: mondayOf(civilDate(`${month}-01`)), to: addDays(last, 7 - weekdayOf(last)) };
}

/** The weeks of a month's table, seven days each. */
export function monthWeeks(
  month: MonthKey,
  {
    plan,
    statuses,
    holidays,
    today,
  }: {
    plan: SessionPlan;
    statuses: readonly StatusPeriod[];
    holidays: ReadonlyMap<CivilDate, Holiday>;
    today: CivilDate;
  },
): MonthDay[][] {
  const slots = new Map<string, MonthSlot>();
  for (const session of plan.expected)
    slots.set(`${session.date}/${session.half}`, { half: session.half, state: 'expected', session });
  for (const session of plan.stopped)
    slots.set(`${session.date}/${session.half}`, { half: session.half, state: 'stopped', session });
  const { from, to } = monthRange(month);
  const weeks: MonthDay[][] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7))
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((days) => {
        const date = addDays(monday, days);
        return {
          date,
          inMonth: monthOf(date) === month,
          isToday: date === today,
          isPast: date < today,
          status: clinicStatusOn(statuses, date),
          holiday: holidays.get(date) ?? null,
          slots: HALVES.flatMap((half) => slots.get(`${date}/${half}`) ?? []),
        };
      }),
    );
  return weeks;
}
