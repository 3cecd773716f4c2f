import 'server-only';
import { randomUUID } from 'node:crypto';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma, Stage } from '@/lib/db/generated/client';

// What goes from a centre that ends to another one from a day on, or ends with it. What was before that day stays.

type Transaction = Prisma.TransactionClient;
type Move = { from: string; to: string; day: CivilDate };
type Ending = { from: string; to: string | null; day: CivilDate };

/** Gives a station to another centre. */
export async function moveStation(tx: Transaction, id: string, { from, to, day }: Move): Promise<void> {
  await tx.serviceStation.update({ where: { facilityId: id }, data: { centreId: to }, select: { facilityId: true } });
  await tx.centreMove.create({
    data: { id: randomUUID(), stationId: id, fromCentreId: from, movedOn: toDbDate(day) },
    select: { id: true },
  });
}

/** Gives trainees of a centre to another one; without ids all of them. */
export async function moveTrainees(
  tx: Transaction,
  { from, to, day }: Move,
  ids: readonly string[] | null,
): Promise<string[]> {
  const rows = await tx.traineeDoctor.findMany({
    where: { centreId: from, ...(ids && { id: { in: [...ids] } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const moved = rows.map(({ id }) => id);
  await tx.traineeDoctor.updateMany({ where: { id: { in: moved } }, data: { centreId: to } });
  await tx.centreMove.createMany({
    data: moved.map((traineeId) => ({ id: randomUUID(), traineeId, fromCentreId: from, movedOn: toDbDate(day) })),
  });
  return moved;
}

/** Ends dispensing at a place, and lets it go on at another that does not dispense the same by then. */
export async function moveDispensing(tx: Transaction, { from, to, day }: Ending): Promise<number> {
  const since = toDbDate(day);
  const lasting = { OR: [{ validTo: null }, { validTo: { gt: since } }] };
  const rows = await tx.preparationDispensing.findMany({ where: { facilityId: from, ...lasting } });
  await tx.preparationDispensing.deleteMany({ where: { facilityId: from, validFrom: { gte: since } } });
  await tx.preparationDispensing.updateMany({ where: { facilityId: from, ...lasting }, data: { validTo: since } });
  if (!to) return rows.length;
  const there = await tx.preparationDispensing.findMany({
    where: { facilityId: to, ...lasting },
    select: { preparationId: true },
  });
  const known = new Set(there.map(({ preparationId }) => preparationId));
  await tx.preparationDispensing.createMany({
    data: rows
      .filter(({ preparationId }) => !known.has(preparationId))
      .map((row) => ({ ...row, facilityId: to, validFrom: laterOf(row.validFrom, since) })),
  });
  return rows.length;
}

function laterOf(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}

/** Ends the famous-physician workstations of a centre, and lets them go on at another where their team has none. */
export async function moveWorkstations(tx: Transaction, { from, to, day }: Ending): Promise<number> {
  const since = toDbDate(day);
  const rows = await tx.famousPhysicianWorkstation.findMany({
    where: { centreId: from, OR: [{ closedOn: null }, { closedOn: { gt: since } }] },
  });
  const there = to
    ? await tx.famousPhysicianWorkstation.findMany({ where: { centreId: to }, select: { teamId: true } })
    : [];
  for (const row of rows) {
    const goesOn = to !== null && !there.some(({ teamId }) => teamId === row.teamId);
    const begun = fromDbDate(row.openedOn) < day;
    if (begun)
      await tx.famousPhysicianWorkstation.update({
        where: { id: row.id },
        data: { closedOn: since },
        select: { id: true },
      });
    else if (goesOn)
      await tx.famousPhysicianWorkstation.update({
        where: { id: row.id },
        data: { centreId: to },
        select: { id: true },
      });
    else await tx.famousPhysicianWorkstation.delete({ where: { id: row.id }, select: { id: true } });
    if (begun && goesOn)
      await tx.famousPhysicianWorkstation.create({
        data: { ...row, id: `workstation-${randomUUID()}`, centreId: to, openedOn: since },
        select: { id: true },
      });
  }
  return rows.length;
}

/** Gives the specialty projects of a centre, and the stations it plans, to another one. */
export async function movePlans(tx: Transaction, { from, to, day }: Move): Promise<number> {
  const projects = await tx.specialtyProject.findMany({
    where: { centreId: from, status: { not: 'withdrawn' } },
    select: { id: true, title: true, centre: { select: { facility: { select: { name: true } } } } },
  });
  const there = await tx.specialtyProject.findMany({ where: { centreId: to }, select: { title: true } });
  const taken = new Set(there.map(({ title }) => title));
  for (const { id, title, centre } of projects) {
    const name = taken.has(title) ? `${title}（原${centre.facility.name}）` : title;
    await tx.specialtyProject.update({ where: { id }, data: { centreId: to, title: name }, select: { id: true } });
  }
  await tx.centreMove.createMany({
    data: projects.map((one) => ({
      ...{ id: randomUUID(), projectId: one.id, fromCentreId: from, movedOn: toDbDate(day) },
    })),
  });
  await tx.stageRecord.updateMany({
    where: { centreId: from, kind: 'station', stationId: null, stage: { not: 'closed' } },
    data: { centreId: to },
  });
  return projects.length;
}

type GivingUp = { from: string; day: CivilDate; reason: string; by: string | null };

/** Ends the plans of a centre that ends without another one in its place: stations that have not opened, projects not approved. */
export async function giveUpPlans(tx: Transaction, { from, day, reason, by }: GivingUp): Promise<number> {
  const stage = { in: ['planned', 'building', 'district_accepted', 'city_accepted'] satisfies Stage[] };
  const plans = await tx.stageRecord.findMany({
    where: {
      AND: [
        // what began on that day is for its district to give up: a day has one stage
        { centreId: from, stage, since: { lt: toDbDate(day) } },
        { OR: [{ kind: 'station' }, { kind: 'project', NOT: { stage: 'city_accepted' } }] },
      ],
    },
    select: { id: true },
  });
  const step = { beganOn: toDbDate(day), stage: 'closed', reason, byName: by } as const;
  await tx.stageStep.createMany({ data: plans.map(({ id }) => ({ recordId: id, ...step })) });
  return plans.length;
}
