import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { addDays } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Unit } from './schema';
import { KEY_OF, liesIn } from './sums';
import { PART_GROUP, partsOf } from './unit-parts';
import { openUnit } from './units';
import { plannedWeeks } from './week-plans';
import { mondaysUntil, WEEKS_SHOWN, WeekSums, weekFrom } from './week-rules';
import type { ComingStop, Week, WeekDigest, WeekNumbers } from './week-schema';
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
  // a city has a thousand clinics: each number is met once
  const [byWeek, inWeek] = [new WeekSums(), new WeekSums()];
  const count = (monday: string, key: string, numbers: Partial<WeekNumbers>) => {
    byWeek.add(monday, numbers);
    if (monday === week.from) inWeek.add(key, numbers);
  };
  for (const { monday, key, ...numbers } of records) count(monday, key, numbers);
  for (const clinic of own)
    for (const [monday, expected] of clinic.expected) count(monday, KEY_OF[group](clinic), { expected });
  return {
    week,
    weeks: mondays.map((monday) => ({ monday, ...byWeek.of([monday]) })),
    parts: children.map((part) => ({ unit: part.unit, ...inWeek.of(part.keys) })),
    waiting,
    coming: {
      week: coming,
      expected: byWeek.of([coming.from]).expected,
      stops: own.flatMap(({ stops }) => stops).sort(byDate),
    },
  };
}

function byDate(a: ComingStop, b: ComingStop): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
