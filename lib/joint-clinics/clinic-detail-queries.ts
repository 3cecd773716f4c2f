import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { idSchema } from './field-schema';
import { exceptionOf, lineOf, periodOf } from './plan-records';
import type { ClinicSeen } from './views-schema';

const NAMES = { name: true, nameEn: true } as const;

/** Everything staff see of a clinic; null when there is none in the actor's scope. */
export async function getClinic(actor: Actor, clinicId: string): Promise<ClinicSeen | null> {
  if (!idSchema.safeParse(clinicId).success) return null;
  const expert = { select: { id: true, ...NAMES, title: true } } as const;
  const row = await db().jointClinic.findFirst({
    where: { AND: [whereFor(actor, 'read', 'JointClinic'), { id: clinicId }] },
    include: {
      centre: { select: { districtCode: true, facility: { select: { ...NAMES, district: { select: NAMES } } } } },
      hospital: { select: { facility: { select: NAMES } } },
      conditions: { select: { condition: { select: { code: true, ...NAMES } } }, orderBy: { conditionCode: 'asc' } },
      experts: { include: { expert }, orderBy: { validFrom: 'asc' } },
      trainees: {
        where: whereFor(actor, 'read', 'JointClinicTrainee'),
        include: { trainee: { select: { id: true, ...NAMES } } },
        orderBy: { validFrom: 'asc' },
      },
      schedules: {
        include: { expert },
        orderBy: [{ weekday: 'asc' }, { half: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
      },
      exceptions: { include: { expert }, orderBy: [{ date: 'asc' }, { half: 'asc' }] },
      statuses: { orderBy: { validFrom: 'asc' } },
    },
  });
  if (!row) return null;
  const { centre, hospital, experts, trainees, schedules, exceptions, ...clinic } = row;
  const { id, name, nameEn, version, department, departmentEn, room, bookingMethod, bookingPhone, origin } = clinic;
  const change = { AND: [whereFor(actor, 'update', 'JointClinic'), { id }] };
  const keep = { AND: [whereFor(actor, 'update', 'TraineeDoctor'), { centreId: row.centreId }] };
  const named = [...schedules, ...exceptions].flatMap((one) => one.expert ?? []);
  return {
    ...{ id, name, nameEn, version, department, departmentEn, room, bookingMethod, bookingPhone, origin },
    centre: { id: row.centreId, name: centre.facility.name, nameEn: centre.facility.nameEn },
    district: { id: centre.districtCode, ...centre.facility.district },
    hospital: { id: row.hospitalId, ...hospital.facility },
    conditions: clinic.conditions.map(({ condition }) => condition),
    experts: experts.map((period) => ({ ...period.expert, ...datesOf(period) })),
    trainees: trainees.map((period) => ({ ...period.trainee, ...datesOf(period) })),
    schedule: schedules.map((line) => ({ id: line.id, ...lineOf(line) })),
    exceptions: exceptions.map((exception) => ({ id: exception.id, ...exceptionOf(exception) })),
    statuses: clinic.statuses.map((period) => ({ id: period.id, ...periodOf(period) })),
    today: dateInShanghai(now()),
    named: namesOf([...experts.map((period) => period.expert), ...named]),
    mayChange: (await db().jointClinic.count({ where: change })) > 0,
    mayAssignTrainees: (await db().traineeDoctor.count({ where: keep })) > 0,
  };
}

function datesOf({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }): {
  validFrom: CivilDate;
  validTo: CivilDate | null;
} {
  return { validFrom: fromDbDate(validFrom), validTo: validTo && fromDbDate(validTo) };
}

function namesOf(experts: ClinicSeen['named']): ClinicSeen['named'] {
  return [...new Map(experts.map(({ id, name, nameEn, title }) => [id, { id, name, nameEn, title }])).values()];
}
