import 'server-only';
import { type Action, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import type { ConditionChoices, PersonChoices, PlaceChoices } from './views-schema';

// What forms and filters of clinics offer, always inside the actor's own scope.

const NAMES = { name: true, nameEn: true } as const;

/** Experts of the actor's scope: to narrow a list down (`read`) or to give work (`update`); of one hospital if named. */
export async function listExpertChoices(
  actor: Actor,
  { action = 'read', hospitalId }: { action?: Extract<Action, 'read' | 'update'>; hospitalId?: string } = {},
): Promise<PersonChoices> {
  const rows = await db().expert.findMany({
    where: { AND: [whereFor(actor, action, 'Expert'), { active: true, hospitalId }] },
    select: { id: true, ...NAMES, department: true, departmentEn: true },
    orderBy: [{ hospitalId: 'asc' }, { department: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ department, departmentEn, ...person }) => ({
    ...person,
    group: { name: department, nameEn: departmentEn },
  }));
}

/** The districts of the actor's scope with their centres: to narrow a list down, or to host a clinic. */
export async function listPlaceChoices(actor: Actor): Promise<PlaceChoices> {
  const rows = await db().communityCentre.findMany({
    where: whereFor(actor, 'read', 'CommunityCentre'),
    select: { facilityId: true, districtCode: true, facility: { select: { ...NAMES, district: { select: NAMES } } } },
    orderBy: { facilityId: 'asc' },
  });
  const places = new Map<string, PlaceChoices[number]>();
  for (const { facilityId, districtCode, facility } of rows) {
    const known = places.get(districtCode) ?? { id: districtCode, ...facility.district, centres: [] };
    known.centres.push({ id: facilityId, name: facility.name, nameEn: facility.nameEn });
    places.set(districtCode, known);
  }
  return [...places.values()];
}

/** Trainee doctors of a centre whom the actor may send to a clinic. */
export async function listTraineeChoices(actor: Actor, centreId: string): Promise<PersonChoices> {
  const rows = await db().traineeDoctor.findMany({
    where: { AND: [whereFor(actor, 'update', 'TraineeDoctor'), { active: true, centreId }] },
    select: { id: true, ...NAMES },
    orderBy: { id: 'asc' },
  });
  return rows.map((person) => ({ ...person, group: null }));
}

/** The conditions of the catalogue that holds, by department: the same for everybody. */
export async function listConditionChoices(): Promise<ConditionChoices> {
  const rows = await db().condition.findMany({
    where: { catalogue: { is: { current: true } } },
    select: { code: true, ...NAMES, department: true, departmentEn: true },
    orderBy: [{ department: 'asc' }, { code: 'asc' }],
  });
  return rows.map(({ department, departmentEn, ...condition }) => ({
    ...condition,
    group: { name: department, nameEn: departmentEn },
  }));
}
