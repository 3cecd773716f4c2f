import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Attended, AttendedRecord } from './attendance-rules';
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

function daysIn({ from, to }: DayRange) {
  return { gte: toDbDate(from), lte: toDbDate(to) };
}

function countedIn(actor: Actor, range: DayRange): Prisma.ClinicSessionWhereInput {
  return { AND: [countedFor(actor), { held: true, state: { not: 'withdrawn' }, date: daysIn(range) }] };
}

export type TraineeAttendance = {
  assigned: (TimeAt & { clinicId: string })[];
  attended: Attended[];
};
/** By trainee; `held` are the sessions that took place in any clinic of any of them. */
export type ReadAttendance = {
  held: { id: string; clinicId: string; date: ReturnType<typeof fromDbDate> }[];
  of: (traineeId: string) => TraineeAttendance;
};

/**
 * The attendances whose records are counted. Nearly all are of records known to be; only what is left is asked for, for
 * looking up each record of a year costs more than all the rest.
 */
async function countedAmong<T extends { sessionId: string }>(
  present: readonly T[],
  known: readonly string[],
  counted: Prisma.ClinicSessionWhereInput,
): Promise<T[]> {
  const ids = new Set(known);
  const elsewhere = new Set(present.flatMap(({ sessionId }) => (ids.has(sessionId) ? [] : [sessionId])));
  if (elsewhere.size > 0) {
    const rows = await db().clinicSession.findMany({
      where: { AND: [counted, { id: { in: [...elsewhere] } }] },
      select: { id: true },
    });
    for (const { id } of rows) ids.add(id);
  }
  return present.filter(({ sessionId }) => ids.has(sessionId));
}

/** What took place in the clinics of trainees, and what of it each attended; withdrawn records count nowhere. */
export async function readAttendance(
  actor: Actor,
  traineeIds: readonly string[],
  range: DayRange,
): Promise<ReadAttendance> {
  const those = { in: [...traineeIds] };
  const counted = countedIn(actor, range);
  const [times, present] = await Promise.all([
    db().jointClinicTrainee.findMany({
      where: {
        AND: [
          whereFor(actor, 'read', 'JointClinicTrainee'),
          { traineeId: those, validFrom: { lte: toDbDate(range.to) } },
        ],
      },
      select: { traineeId: true, clinicId: true, validFrom: true, validTo: true },
      orderBy: { validFrom: 'asc' },
    }),
    db().clinicSessionTrainee.findMany({
      where: { traineeId: those, date: daysIn(range) },
      select: { traineeId: true, sessionId: true, part: true, signedAt: true },
    }),
  ]);
  const clinicIds = [...new Set(times.map(({ clinicId }) => clinicId))];
  const held = await db().clinicSession.findMany({
    where: { AND: [counted, { clinicId: { in: clinicIds } }] },
    select: { id: true, clinicId: true, date: true },
  });
  const attended = await countedAmong(
    present,
    held.map(({ id }) => id),
    counted,
  );
  const found = new Map<string, TraineeAttendance>(traineeIds.map((id) => [id, { assigned: [], attended: [] }]));
  for (const { traineeId, clinicId, validFrom, validTo } of times)
    found.get(traineeId)?.assigned.push({
      clinicId,
      validFrom: fromDbDate(validFrom),
      validTo: validTo && fromDbDate(validTo),
    });
  for (const { traineeId, sessionId, part, signedAt } of attended)
    found.get(traineeId)?.attended.push({ id: sessionId, part, signed: signedAt !== null });
  return {
    held: held.map(({ id, clinicId, date }) => ({ id, clinicId, date: fromDbDate(date) })),
    of: (traineeId) => found.get(traineeId) ?? { assigned: [], attended: [] },
  };
}

/** The records that a trainee attended, with the conditions that were seen: what one page needs and a list does not. */
export async function readAttendedRecords(actor: Actor, traineeId: string, range: DayRange): Promise<AttendedRecord[]> {
  const rows = await db().clinicSessionTrainee.findMany({
    where: { traineeId, date: daysIn(range), clinicSession: { is: countedIn(actor, range) } },
    select: {
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
  });
  return rows.map(({ part, signedAt, clinicSession: { conditions, date, ...record } }) => ({
    ...record,
    date: fromDbDate(date),
    part,
    signed: signedAt !== null,
    conditions: conditions.map(({ visits, condition }) => ({ ...condition, visits })),
  }));
}
