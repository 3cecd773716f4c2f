import { addDays, type CivilDate, datesBetween, daysBetween, weekdayOf } from '@/lib/core/dates';
import type { Half, Holiday } from '@/lib/directory/schema';
import { SEASONS } from './habits';
import type { Actor } from './profile';

const SPRING_FESTIVAL = '春节';
/** The days before and after the Spring Festival on which fewer come and experts travel. */
const QUIET_BEFORE = 8;
const QUIET_AFTER = 9;

const WEEKDAY_FACTORS = { 1: 1.06, 2: 1.02, 3: 1, 4: 0.98, 5: 0.93, 6: 1.12, 7: 1.05 } as const;
const HALF_FACTORS: Record<Half, number> = { am: 1.06, pm: 0.92, evening: 0.7 };
/** A new clinic begins with so much of its visits and has all of them after half a year. */
const FIRST_SHARE = 0.4;
const GROWING_DAYS = 180;
const YEARLY_GROWTH = 0.04;

/** The days around every Spring Festival, the holidays themselves left out. */
export function quietDays(holidays: ReadonlyMap<CivilDate, Holiday>): ReadonlySet<CivilDate> {
  const festival = [...holidays.values()]
    .filter(({ kind, name }) => kind === 'holiday' && name === SPRING_FESTIVAL)
    .map(({ date }) => date);
  const around = festival.flatMap((date) => datesBetween(addDays(date, -QUIET_BEFORE), addDays(date, QUIET_AFTER)));
  return new Set(around.filter((date) => !festival.includes(date)));
}

/** How many come to a session of a clinic on average: season, weekday, half-day, the clinic's age, the festival. */
export function expectedVisits(
  { clinic, habits, begins, visits }: Actor,
  { date, half, quiet }: { date: CivilDate; half: Half; quiet: boolean },
): number {
  const season = SEASONS[habits.season][Number(date.slice(5, 7)) - 1] ?? 1;
  const open = daysBetween(clinic.openedOn, date);
  const grown = open >= GROWING_DAYS ? 1 : FIRST_SHARE + ((1 - FIRST_SHARE) * Math.max(0, open)) / GROWING_DAYS;
  const trend = 1 + (YEARLY_GROWTH * daysBetween(begins, date)) / 365;
  return visits * season * WEEKDAY_FACTORS[weekdayOf(date)] * HALF_FACTORS[half] * grown * trend * (quiet ? 0.6 : 1);
}
