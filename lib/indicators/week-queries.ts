import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { addDays } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Unit } from './schema';
import { KEY_OF, liesIn } from './sums';
import { PART_GROUP, partsOf } from './unit-parts';
import { openUnit } from './units';
import { plannedWeeks } from './week-plans';
import { addWeeks, mondaysUntil, NO_WEEK, WEEKS_SHOWN, weekFrom } from './week-rules';
import type { ComingStop, Week, WeekDigest, WeekPoint } from './week-schema';
import { readWaiting, readWeeks } from './week-sql';

/**
 * The digest of a unit's week: the four numbers of eight weeks, its parts in this one, what waits, and what is planned
 * for the week after.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getWeekDigest(
  actor: Actor,
  { unit, week }: { unit: Unit; week: Week },
): Promise<WeekDigest | null> {
  const opened = await openUnit(actor, unit, week.to);
  if (!opened) return null;
  const mondays = mondaysUntil(week, WEEKS_SHOWN);
  const first = mondays[0] ?? week.from;
  const coming = weekFrom(addDays(week.from, 7));
  const { filter, named } = opened;
  const group = PART_GROUP[named.level];
  const [planned, records, waiting, { children }] = await Promise.all([
    plannedWeeks(first, coming),
    readWeeks(db(), filter, group, { from: first, to: week.to }),
    readWaiting(db(), filter),
    partsOf(opened, week.to),
  ]);
  const own = planned.filter((clinic) => liesIn(filter, clinic));
  const cells: (WeekPoint & { key: string })[] = [
    ...records.map((row) => ({ ...row, expected: 0 })),
    ...own.flatMap((clinic) =>
      [...clinic.expected].map(([monday, expected]) => ({ ...NO_WEEK, monday, key: KEY_OF[group](clinic), expected })),
    ),
  ];
  const inWeek = (monday: string) => cells.filter((cell) => cell.monday === monday);
  const present = inWeek(week.from);
  return {
    week,
    weeks: mondays.map((monday) => ({ monday, ...addWeeks(inWeek(monday)) })),
    parts: children.map((part) => ({ unit: part.unit, ...addWeeks(present.filter(({ key }) => part.keys.has(key))) })),
    waiting,
    coming: {
      week: coming,
      expected: addWeeks(inWeek(coming.from)).expected,
      stops: own.flatMap(({ stops }) => stops).sort(byDate),
    },
  };
}

function byDate(a: ComingStop, b: ComingStop): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
