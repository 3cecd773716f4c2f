import 'server-only';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { HeldToday } from './held-today-rules';
import { readHolidays } from './plan-records';

/** What has been logged of a clinic's day; the clinic is in the actor's scope already. */
export async function readHeldToday(
  tx: Prisma.TransactionClient,
  clinicId: string,
  today: CivilDate,
): Promise<HeldToday> {
  const records = await tx.clinicSession.findMany({
    where: { clinicId, date: toDbDate(today), planned: true, held: true, state: { not: 'withdrawn' } },
    select: { half: true },
  });
  const holidays = await readHolidays(tx, { from: today, to: today });
  return { today, halves: records.map(({ half }) => half), holidays };
}
