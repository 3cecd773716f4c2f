import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Job } from '@/lib/jobs/job';

// The months of districts are kept as rows that are only added, so that clinics of a district never wait for each other.
// A dashboard adds them up; this lays them together before there are many.

/** So many rows may lie beside the first of their months: about what a busy day brings, a millisecond of reading. */
const MOST_LOOSE = 1000;

async function looseRows(): Promise<number> {
  const [row] = await db().$queryRaw<{ loose: number }[]>`
    SELECT (count(*) - count(DISTINCT (district_code, month)))::int AS loose FROM district_activity`;
  return row?.loose ?? 0;
}

/** Lays the rows of every district's month together; doing it twice, or two at once, changes nothing. */
export async function foldDistricts(): Promise<void> {
  await db().$executeRaw`SELECT district_activity_fold()`;
}

/** Runs whenever many rows have come together. */
export const FOLD_DISTRICTS: Job = {
  name: 'fold-districts',
  dailyAtMinute: null,
  asked: async () => ((await looseRows()) > MOST_LOOSE ? [randomUUID()] : []),
  limitMinutes: 15,
  run: foldDistricts,
};
