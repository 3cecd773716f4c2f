import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { AttendedRecord } from './attendance-rules';
import type { DayRange, TimeAt } from './schema';

// The records and times that figures of trainees are counted from.

const NAMES = { name: true, nameEn: true } as const;

/**
 * The records that figures of a trainee are counted from. For a trainee these are all of the own clinics, because the
 * share of what was held needs those the trainee missed; only their number is shown.
 */
function countedFor(actor: Actor): Prisma.ClinicSessionWhereInput {
  if (actor.role !== 'trainee') return whereFor(actor, 'read', 'ClinicSession');
  const own = { trainees: { some: { traineeId: actor.traineeId } } };
  return { OR: [own, { clinic: { is: own } }] };
}

export type TraineeRecords = {
  assigned: (TimeAt & { clinicId: string })[];
  attended: AttendedRecord[];
};
/** By trainee; `held` are the sessions that took place in any clinic of any of them. */
export type ReadAttendance = {
  held: { id: string; clinicId: string; date: ReturnType<typeof fromDbDate> }[];
  of: (traineeId: string) => TraineeRecords;
};

/** What took place in the clinics of trainees, and what of it each attended; withdrawn records count nowhere. */
export async function readAttendance(
  actor: Actor,
  traineeIds: readonly string[],
  { from, to }: DayRange,
): Promise<ReadAttendance> {
  const those = { in: [...traineeIds] };
  const [first, last] = [toDbDate(from), toDbDate(to)];
  const times = await db().jointClinicTrainee.findMany({
    where: { AND: [whereFor(actor, 'read', 'JointClinicTrainee'), { traineeId: those, validFrom: { lte: last } }] },
    select: { traineeId: true, clinicId: true, validFrom: true, validTo: true },
    orderBy: { validFrom: 'asc' },
  });
  const counted: Prisma.ClinicSessionWhereInput = {
    AND: [countedFor(actor), { held: true, state: { not: 'withdrawn' }, date: { gte: first, lte: last } }],
  };
  const clinicIds = [...new Set(times.map(({ clinicId }) => clinicId))];
  const [held, attended] = await Promise.all([
    db().clinicSession.findMany({
      where: { AND: [counted, { clinicId: { in: clinicIds } }] },
      select: { id: true, clinicId: true, date: true },
    }),
    db().clinicSessionTrainee.findMany({
      where: { traineeId: those, clinicSession: { is: counted } },
      select: {
        traineeId: true,
        part: true,
        signedAt: true,
        clinicSession: {
          select: {
            id: true,
            clinicId: true,
            date: true,
            conditions: { select: { visits: true, condition: { select: { code: true, ...NAMES } } } },
          },
        },
      },
    }),
  ]);
  const found = new Map<string, TraineeRecords>(traineeIds.map((id) => [id, { assigned: [], attended: [] }]));
  for (const { traineeId, clinicId, validFrom, validTo } of times)
    found.get(traineeId)?.assigned.push({
      clinicId,
      validFrom: fromDbDate(validFrom),
      validTo: validTo && fromDbDate(validTo),
    });
  for (const { traineeId, part, signedAt, clinicSession } of attended)
    found.get(traineeId)?.attended.push({
      id: clinicSession.id,
      clinicId: clinicSession.clinicId,
      date: fromDbDate(clinicSession.date),
      part,
      signed: signedAt !== null,
      conditions: clinicSession.conditions.map(({ visits, condition }) => ({ ...condition, visits })),
    });
  return {
    held: held.map(({ id, clinicId, date }) => ({ id, clinicId, date: fromDbDate(date) })),
    of: (traineeId) => found.get(traineeId) ?? { assigned: [], attended: [] },
  };
}
