import 'server-only';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { HALVES, type Half } from '@/lib/directory/schema';
import type { EarlierSession } from './form-schema';
import { EARLIER_SESSIONS } from './schema';

const NAMED = { select: { id: true, name: true, nameEn: true } } as const;

/**
 * The clinic's records before a half-day, the latest first, at most twelve.
 * @param scope the actor's `whereFor`
 */
export async function readEarlierSessions(
  scope: Prisma.ClinicSessionWhereInput,
  { clinicId, date, half }: { clinicId: string; date: CivilDate; half: Half },
): Promise<EarlierSession[]> {
  const day = toDbDate(date);
  const before = HALVES.slice(0, HALVES.indexOf(half));
  const rows = await db().clinicSession.findMany({
    where: { AND: [scope, { clinicId, OR: [{ date: { lt: day } }, { date: day, half: { in: before } }] }] },
    orderBy: [{ date: 'desc' }, { half: 'desc' }],
    take: EARLIER_SESSIONS,
    select: {
      ...{ date: true, half: true, state: true, held: true, notHeldReason: true, expertPresence: true, mode: true },
      ...{ visitsNew: true, visitsReturn: true, expert: NAMED },
      conditions: { select: { catalogueId: true, conditionCode: true, visits: true } },
      techniques: { select: { techniqueCode: true, count: true } },
      trainees: { select: { part: true, trainee: NAMED }, orderBy: { traineeId: 'asc' } },
    },
  });
  return rows.map(({ date: held, expertPresence, conditions, techniques, trainees, ...row }) => ({
    ...row,
    date: fromDbDate(held),
    presence: expertPresence,
    conditions: conditions.map(({ catalogueId, conditionCode, visits }) => ({
      catalogueId,
      code: conditionCode,
      visits,
    })),
    techniques: techniques.map(({ techniqueCode, count }) => ({ code: techniqueCode, count })),
    trainees: trainees.map(({ part, trainee }) => ({
      traineeId: trainee.id,
      name: trainee.name,
      nameEn: trainee.nameEn,
      part,
    })),
  }));
}
