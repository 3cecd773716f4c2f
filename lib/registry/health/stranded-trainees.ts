import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { auditRowOf } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { moveTrainees } from '@/lib/registry/changes/move-dependents';
import { MOST_STRANDED, moveStrandedSchema, type StrandedView } from './stranded-schema';

// Trainees who are still listed at a closed centre, as files or requests of before have left them, and the centre that
// takes them over. Closing a centre by a request asks for each of them.

type Client = Prisma.TransactionClient;

const NAMES = { name: true, nameEn: true } as const;
const PLACE = { facility: { select: { id: true, ...NAMES, district: { select: { code: true, ...NAMES } } } } } as const;
const STRANDED = {
  active: true,
  centre: { is: { facility: { is: { status: 'closed' } } } },
} as const satisfies Prisma.TraineeDoctorWhereInput;
const OPEN = { facility: { is: { status: { not: 'closed' } } } } as const satisfies Prisma.CommunityCentreWhereInput;

const NOT_FOUND = err({ code: 'NOT_FOUND' });
const refused = (path: string, problem: 'strandedChoose' | 'strandedStale' | 'strandedDistrict'): Err =>
  err({
    code: problem === 'strandedStale' ? 'CONFLICT' : 'INVALID',
    problems: [{ path, messageKey: `health.problem.${problem}` }],
  });

/** Trainees of the actor's scope whose centre is closed, and who may take them over; null for whoever keeps no entries. */
export async function listStranded(actor: Actor): Promise<StrandedView | null> {
  if (!mayI(actor, 'export', 'FacilityCheck')) return null;
  const found = await db().traineeDoctor.findMany({
    where: { AND: [whereFor(actor, 'export', 'TraineeDoctor'), STRANDED] },
    select: { id: true, ...NAMES, centre: { select: PLACE } },
    orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
    take: MOST_STRANDED + 1,
  });
  const trainees = found.slice(0, MOST_STRANDED).map(({ centre: { facility }, ...trainee }) => {
    const { district, ...centre } = facility;
    return { ...trainee, centre, district };
  });
  const districtCode = { in: [...new Set(trainees.map(({ district }) => district.code))] };
  const centres =
    trainees.length > 0 && mayI(actor, 'update', 'CommunityCentre')
      ? await db().communityCentre.findMany({
          where: { AND: [whereFor(actor, 'update', 'CommunityCentre'), OPEN, { districtCode }] },
          select: PLACE,
          orderBy: [{ districtCode: 'asc' }, { facilityId: 'asc' }],
        })
      : [];
  return {
    trainees,
    more: found.length > MOST_STRANDED,
    centres: centres.map(({ facility }) => facility),
  };
}

/** They learn no more in clinics of the centre that they leave. */
async function leaveClinics(tx: Client, centreId: string, ids: readonly string[], day: CivilDate): Promise<void> {
  const [since, of] = [toDbDate(day), { centreId, traineeId: { in: [...ids] } }];
  await tx.jointClinicTrainee.deleteMany({ where: { ...of, validFrom: { gte: since } } });
  await tx.jointClinicTrainee.updateMany({
    where: { ...of, validFrom: { lt: since }, OR: [{ validTo: null }, { validTo: { gt: since } }] },
    data: { validTo: since },
  });
}

/**
 * Gives trainees of closed centres to an open one of the same district, from today on.
 * @returns how many; NOT_FOUND when one of them or the centre is out of scope, CONFLICT when one has a centre by now
 */
export async function moveStranded(
  actor: Actor,
  input: z.input<typeof moveStrandedSchema>,
): Promise<Result<{ done: number }>> {
  if (!mayI(actor, 'update', 'CommunityCentre')) return NOT_FOUND;
  const parsed = moveStrandedSchema.safeParse(input);
  if (!parsed.success) return refused('trainee', 'strandedChoose');
  const { centreId, rows } = parsed.data;
  const seen = new Map(rows.map(({ id, from }) => [id, from]));
  return await db().$transaction(async (tx) => {
    const centre = await tx.communityCentre.findFirst({
      where: { AND: [whereFor(actor, 'update', 'CommunityCentre'), OPEN, { facilityId: centreId }] },
      select: { districtCode: true, facility: { select: NAMES } },
    });
    const trainees = await tx.traineeDoctor.findMany({
      where: { AND: [whereFor(actor, 'export', 'TraineeDoctor'), { id: { in: [...seen.keys()] } }] },
      select: { id: true, name: true, active: true, centreId: true, centre: { select: PLACE } },
      orderBy: { id: 'asc' },
    });
    if (!centre || trainees.length < seen.size) return NOT_FOUND;
    const stranded = await tx.traineeDoctor.findMany({
      where: { AND: [STRANDED, { id: { in: [...seen.keys()] } }] },
      select: { id: true, centreId: true },
    });
    if (stranded.length < seen.size || stranded.some((one) => seen.get(one.id) !== one.centreId))
      return refused('trainee', 'strandedStale');
    if (trainees.some((one) => one.centre.facility.district.code !== centre.districtCode))
      return refused('centre', 'strandedDistrict');
    const day = dateInShanghai(now());
    for (const from of new Set(seen.values())) {
      const ids = trainees.filter((one) => one.centreId === from).map(({ id }) => id);
      await leaveClinics(tx, from, ids, day);
      await moveTrainees(tx, { from, to: centreId, day }, ids);
    }
    const told = trainees.map(({ id, name, centreId: from }) =>
      auditRowOf(actor, {
        event: 'traineeDoctor.moved',
        object: { type: 'TraineeDoctor', id, label: name },
        scope: { districtCode: centre.districtCode, centreId },
        ...{ before: { centreId: from }, after: { centreId, from: day } },
      }),
    );
    await tx.auditInbox.createMany({ data: told });
    return ok({ done: trainees.length });
  });
}
