import { addDays, type CivilDate, isCivilDate, mondayOf } from '@/lib/core/dates';
import type { Week, WeekNumbers } from './week-schema';

// Weeks of a digest: Monday to Sunday, as an address names them by any of their days.

/** So far back may be asked. */
const MOST_WEEKS_BACK = 520;

export const WEEKS_SHOWN = 8;

/** The week that begins on a Monday. */
export function weekFrom(monday: CivilDate): Week {
  return { from: monday, to: addDays(monday, 6) };
}

/** The last week that is over. */
export function lastWeek(today: CivilDate): Week {
  return weekFrom(addDays(mondayOf(today), -7));
}

/** The week of a day that an address names; null for no day, a week that is not over, or one of more than ten years ago. */
export function parseWeek(text: string, today: CivilDate): Week | null {
  if (!isCivilDate(text)) return null;
  const week = weekFrom(mondayOf(text));
  const last = lastWeek(today);
  return week.from <= last.from && week.from >= addDays(last.from, -7 * MOST_WEEKS_BACK) ? week : null;
}

/** The Mondays of so many weeks that end with one, in order. */
export function mondaysUntil({ from }: Week, count: number): CivilDate[] {
  return Array.from({ length: count }, (_, index) => addDays(from, -7 * (count - 1 - index)));
}

export const NO_WEEK: Readonly<WeekNumbers> = {
  expected: 0,
  logged: 0,
  held: 0,
  confirmed: 0,
  extra: 0,
  visits: 0,
  absent: 0,
};

const NUMBERS = Object.keys(NO_WEEK) as (keyof WeekNumbers)[];

/** The sum of weeks or of places. */
export function addWeeks(rows: Iterable<Readonly<WeekNumbers>>): WeekNumbers {
  const sum = { ...NO_WEEK };
  for (const row of rows) for (const name of NUMBERS) sum[name] += row[name];
  return sum;
}

/** Sums by a key, such as a Monday or a place. */
export class WeekSums {
  private readonly sums = new Map<string, WeekNumbers>();

  /** Adds numbers to the sum of a key; those that are not given are none. */
  add(key: string, numbers: Partial<WeekNumbers>): void {
    const known = this.sums.get(key);
    const sum = known ?? { ...NO_WEEK };
    if (!known) this.sums.set(key, sum);
    for (const name of NUMBERS) sum[name] += numbers[name] ?? 0;
  }

  /** The sum of some keys; none where nothing was added. */
  of(keys: Iterable<string>): WeekNumbers {
    return addWeeks([...keys].map((key) => this.sums.get(key) ?? NO_WEEK));
  }
}
