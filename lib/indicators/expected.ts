import 'server-only';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { addDays, type CivilDate, civilDateSchema, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import { monthOf, monthsOf } from './period-rules';

// How many sessions were expected. The past cannot change (the database refuses it), so past months are written down
// once, by whoever asks first; the present month is computed up to yesterday and kept while nothing changes.

const MONTHS_AT_ONCE = 12;

/** One clinic's expected sessions in a month, with its place. */
export type ExpectedOfClinic = {
  clinicId: string;
  centreId: string;
  hospitalId: string;
  districtCode: string;
  expected: number;
};

type ExpectedInMonth = ExpectedOfClinic & { month: CivilDate };

/** What the rules expect in a range, clinic by clinic and month by month, zero included. */
async function expectedIn(range: { from: CivilDate; to: CivilDate }): Promise<ExpectedInMonth[]> {
  const plans = await planClinics(db(), {}, range);
  const months = monthsOf(range);
  return plans.flatMap(({ clinicId, centreId, hospitalId, districtCode, plan }) => {
    const counts = new Map<string, number>();
    for (const { date } of plan.expected) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
    const place = { clinicId, centreId, hospitalId, districtCode };
    return months.map((month) => ({ ...place, month, expected: counts.get(month.slice(0, 7)) ?? 0 }));
  });
}

/** The months, by first day, for which nothing is written yet although they are over. */
async function missingMonths(months: readonly CivilDate[], today: CivilDate): Promise<CivilDate[]> {
  const over = months.filter((month) => monthOf(month).to < today);
  // a look at one row of each month: Prisma's own distinct fetches every row of them
  const written = await db().$queryRaw<unknown[]>`
    SELECT m.month::text AS month FROM unnest(${over.map(toDbDate)}::date[]) AS m (month)
    WHERE EXISTS (SELECT FROM expected_month e WHERE e.month = m.month)`;
  const known = new Set(
    z
      .array(z.object({ month: civilDateSchema }))
      .parse(written)
      .map(({ month }) => month),
  );
  return over.filter((month) => !known.has(month));
}

/**
 * Writes down what was expected in past months that nobody has asked for yet; a row for every clinic, zero included, so
 * that a month is known to be complete. Two who ask at once write the same.
 */
export async function keepExpectedMonths(months: readonly CivilDate[], instant: Date): Promise<void> {
  const missing = (await missingMonths(months, dateInShanghai(instant))).sort();
  // a year at a time, so that ten years are not held in memory at once
  while (missing.length > 0) {
    const part = missing.splice(0, MONTHS_AT_ONCE);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return;
    const rows = await expectedIn({ from: first, to: monthOf(last).to });
    await db().expectedMonth.createMany({
      data: rows
        .filter(({ month }) => part.includes(month))
        .map((row): Prisma.ExpectedMonthCreateManyInput => ({ ...row, month: toDbDate(row.month) })),
      skipDuplicates: true,
    });
  }
}

const present = new LRUCache<string, Promise<readonly ExpectedOfClinic[]>>({ max: 2 });

/** What was expected of every clinic in the present month, up to yesterday. */
export async function expectedThisMonth(instant: Date): Promise<readonly ExpectedOfClinic[]> {
  const today = dateInShanghai(instant);
  const { from } = monthOf(today);
  const to = addDays(today, -1);
  if (to < from) return [];
  const { version } = await db().directoryVersion.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } });
  const key = `${version}/${today}`;
  const known = present.get(key);
  if (known) return await known;
  const computing = expectedIn({ from, to });
  present.set(key, computing);
  computing.catch(() => present.delete(key));
  return await computing;
}
