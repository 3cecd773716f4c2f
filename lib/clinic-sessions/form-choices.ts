import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Slot } from './slot-sql';

// What may be chosen in the form of a record: its clinic, experts, trainees, conditions and techniques by name.

const NAMED = { id: true, name: true, nameEn: true } as const;
const FACILITY = { select: { facility: { select: NAMED } } } as const;

/** The clinic with the names of its places; null out of scope. */
export async function readFormClinic(actor: Actor, id: string) {
  return await db().jointClinic.findFirst({
    where: { AND: [whereFor(actor, 'read', 'JointClinic'), { id }] },
    select: {
      ...NAMED,
      room: true,
      centre: FACILITY,
      hospital: FACILITY,
      conditions: { select: { catalogueId: true, conditionCode: true } },
    },
  });
}

/**
 * The present experts of the clinic's hospital, those assigned to the clinic on the date first, and whoever the record
 * names already.
 */
export async function readFormExperts(slot: Slot, date: CivilDate, plannedExpertId: string | null) {
  const named = [plannedExpertId, slot.record?.expertId ?? null].filter((id) => id !== null);
  const day = toDbDate(date);
  const assigned = {
    clinicId: slot.clinicId,
    validFrom: { lte: day },
    OR: [{ validTo: null }, { validTo: { gt: day } }],
  };
  const rows = await db().expert.findMany({
    where: { OR: [{ hospitalId: slot.hospitalId, active: true }, { id: { in: named } }] },
    orderBy: [{ department: 'asc' }, { id: 'asc' }],
    select: {
      ...NAMED,
      department: true,
      departmentEn: true,
      clinics: { where: assigned, select: { clinicId: true } },
    },
  });
  return rows
    .map(({ clinics, ...expert }) => ({ ...expert, ofClinic: clinics.length > 0 }))
    .sort((a, b) => Number(b.ofClinic) - Number(a.ofClinic));
}

/** The trainees assigned to the clinic on the date. */
export async function readFormTrainees(slot: Slot) {
  return await db().traineeDoctor.findMany({
    where: { id: { in: slot.traineeIds } },
    orderBy: { id: 'asc' },
    select: NAMED,
  });
}

/** The conditions of the present catalogue, and those the record names already. */
export async function readFormConditions(slot: Slot) {
  const named = slot.record ? [{ sessions: { some: { sessionId: slot.record.id } } }] : [];
  return await db().condition.findMany({
    where: { OR: [{ catalogue: { is: { current: true } } }, ...named] },
    orderBy: [{ catalogueId: 'asc' }, { code: 'asc' }],
    select: { catalogueId: true, code: true, name: true, nameEn: true },
  });
}

export async function readFormTechniques() {
  return await db().technique.findMany({
    orderBy: { sortOrder: 'asc' },
    select: { code: true, name: true, nameEn: true },
  });
}
