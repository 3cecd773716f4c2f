import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { saysNothingNew } from '@/lib/directory/holiday-rules';
import { inTransaction, invalid, invalidProblems, NOT_FOUND, STALE } from './answers';
import { dateProblems, problem } from './change-checks';
import { changeHolidaySchema } from './holiday-form-schema';
import { readHolidays } from './plan-records';

/**
 * Says what a day of the calendar is, today or later: a day off, a make-up workday, an ordinary day, or again what is
 * published. Every version is kept; the sessions of all clinics follow at once.
 * @returns INVALID with fields, NOT_FOUND for whoever keeps no calendar, CONFLICT for a stale calendar
 */
export async function changeHoliday(actor: Actor, input: z.input<typeof changeHolidaySchema>): Promise<Result<null>> {
  if (!mayI(actor, 'create', 'HolidayChange')) return NOT_FOUND;
  const parsed = changeHolidaySchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { calendarVersion, reason, source, ...day } = parsed.data;
  const { date } = day;
  return await inTransaction(async (tx) => {
    // one after the other: the second counts what the first has written
    await tx.$executeRaw`LOCK TABLE holiday_change IN SHARE ROW EXCLUSIVE MODE`;
    if ((await tx.holidayChange.count()) !== calendarVersion) return STALE;
    const dates = dateProblems('date', date, dateInShanghai(now()));
    if (dates.length > 0) return invalidProblems(dates);
    const present = (await readHolidays(tx, { from: date, to: date })).get(date);
    const versions = await tx.holidayChange.count({ where: { date: toDbDate(date) } });
    const version = versions + 1;
    if (saysNothingNew(present, { ...day, version }) || (day.kind === 'as_published' && versions === 0))
      return invalidProblems([problem('kind', 'unchanged')]);
    await tx.holidayChange.create({
      data: {
        ...{ ...day, version, reason, source },
        date: toDbDate(date),
        accountId: actor.accountId,
        madeBy: actor.displayName,
        createdAt: now(),
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'holiday.changed',
      object: { type: 'Holiday', id: date, label: day.name ? `${date} ${day.name}` : date },
      before: present ? { kind: present.kind, name: present.name, followsWeekday: present.followsWeekday } : {},
      after: { kind: day.kind, name: day.name, followsWeekday: day.followsWeekday, source, version },
      reason,
    });
    return ok(null);
  });
}
