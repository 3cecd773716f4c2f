import { addDays, type CivilDate, civilDate } from '@/lib/core/dates';
import { openRandom } from '@/prisma/seed/random';
import { DAY_MS, dateOf, instantAt, MINUTE_MS, uuidAt } from './instants';
import type { HistoryRows } from './rows';
import type { Staff } from './staff';
import { MONTH_REOPEN_REASONS } from './words';

/** A district closes a month at the earliest so many days after it began, the slowest so many more (ours). */
const CLOSED_AFTER_DAYS = 42;
const SLOWEST_DAYS = 18;
/** Of the closed months so many were opened again for a few days. */
const REOPENED = 0.015;

/** The first day of a date's month. */
export function monthOf(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-01` as CivilDate;
}

/** The first day of the month after a date's. */
export function nextMonth(date: CivilDate): CivilDate {
  return monthOf(addDays(monthOf(date), 32));
}

/** What is known of the records of every month of a district while they are made. */
export class Months {
  private readonly known = new Map<string, { last: number; open: boolean }>();

  /** Something happened to a record of a date. */
  note(districtCode: string, date: CivilDate, instant: number): void {
    const month = this.of(districtCode, date);
    month.last = Math.max(month.last, instant);
  }

  /** A record of a date still waits for somebody, so its month cannot be closed. */
  leaveOpen(districtCode: string, date: CivilDate): void {
    this.of(districtCode, date).open = true;
  }

  private of(districtCode: string, date: CivilDate) {
    const key = `${districtCode}/${monthOf(date)}`;
    const month = this.known.get(key) ?? { last: 0, open: false };
    this.known.set(key, month);
    return month;
  }

  /** The months that their districts have closed by an instant, each after the last thing that happened in it. */
  closed(until: number, seed: number, staff: Staff): HistoryRows['monthClose'] {
    const rows: HistoryRows['monthClose'] = [];
    for (const [key, { last, open }] of [...this.known].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [districtCode = '', first = ''] = key.split('/');
      const month = civilDate(first);
      const random = openRandom(seed, `closing ${key}`);
      const due = instantAt(
        addDays(month, CLOSED_AFTER_DAYS + random.whole(0, SLOWEST_DAYS)),
        random.whole(540, 1_000),
      );
      const closedAt = Math.max(due, last + DAY_MS);
      if (open || closedAt > until) continue;
      const row = {
        districtCode,
        month,
        closedByName: staff.officer(districtCode),
      };
      const add = (at: number, reopened: { at: number; reason: string } | null) =>
        rows.push({
          id: uuidAt(random, at),
          ...row,
          closedAt: new Date(at).toISOString(),
          reopenedAt: reopened && new Date(reopened.at).toISOString(),
          reopenedByName: reopened && staff.officer(districtCode),
          reopenReason: reopened?.reason ?? null,
        });
      const againAt = closedAt + 9 * DAY_MS;
      if (random.chance(REOPENED) && againAt < until) {
        add(closedAt, { at: closedAt + 5 * DAY_MS + 37 * MINUTE_MS, reason: random.pick(MONTH_REOPEN_REASONS) });
        add(againAt, null);
      } else add(closedAt, null);
    }
    return rows;
  }
}

/** The last day of a date's month. */
export function monthEnd(date: CivilDate): CivilDate {
  return addDays(nextMonth(date), -1);
}

/** The day on which records of an instant are accepted: each Monday in some districts, early next month in others. */
export function acceptanceDay(instant: number, weekly: boolean, day: number): CivilDate {
  const date = dateOf(instant);
  if (!weekly) return addDays(nextMonth(date), day);
  const weekday = new Date(instant + 8 * 60 * MINUTE_MS).getUTCDay();
  return addDays(date, ((8 - weekday) % 7 || 7) + (day % 2));
}
