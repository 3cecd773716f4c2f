import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, civilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { dbWeekday, readHolidays } from './plan-records';
import type { CalendarYear } from './views-schema';

/** The days of a year that are no ordinary days, or were said to be: what is published, what holds, and every version. */
export async function getCalendarYear(actor: Actor, year: number): Promise<CalendarYear> {
  const range = { from: civilDate(`${year}-01-01`), to: civilDate(`${year}-12-31`) };
  const date = { gte: toDbDate(range.from), lte: toDbDate(range.to) };
  const [published, versions, holding, calendarVersion] = await Promise.all([
    db().holiday.findMany({ where: { AND: [whereFor(actor, 'read', 'Holiday'), { date }] } }),
    db().holidayChange.findMany({
      where: { AND: [whereFor(actor, 'read', 'HolidayChange'), { date }] },
      orderBy: { version: 'desc' },
    }),
    readHolidays(db(), range),
    db().holidayChange.count(),
  ]);
  const dates = [...new Set([...published, ...versions].map((row) => fromDbDate(row.date)))].sort();
  const on = <Row extends { date: Date }>(rows: readonly Row[], day: CivilDate) =>
    rows.filter((row) => fromDbDate(row.date) === day);
  return {
    year,
    calendarVersion,
    today: dateInShanghai(now()),
    days: dates.map((day) => ({
      date: day,
      holds: holding.get(day) ?? null,
      source: on(published, day)[0]?.source ?? null,
      versions: on(versions, day).map(({ followsWeekday, date: _, id: __, accountId: ___, ...row }) => ({
        ...row,
        date: day,
        followsWeekday: followsWeekday === null ? null : dbWeekday(followsWeekday),
      })),
    })),
  };
}
