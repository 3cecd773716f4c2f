import 'server-only';
import { type Action, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { idSchema } from './field-schema';
import { exceptionOf, lineOf, periodOf } from './plan-records';
import type { Assignment, PlanState } from './plan-schema';

/** A client or a transaction. */
type Reader = Pick<Prisma.TransactionClient, 'jointClinic'>;

/** A clinic with its whole plan, as commands change it and previews look at it. */
export type ClinicToChange = NonNullable<Awaited<ReturnType<typeof readClinicToChange>>>;

const PLAN = {
  statuses: { orderBy: { validFrom: 'asc' } },
  schedules: { orderBy: [{ weekday: 'asc' }, { half: 'asc' }, { validFrom: 'asc' }] },
  exceptions: { orderBy: [{ date: 'asc' }, { half: 'asc' }] },
  experts: { orderBy: { validFrom: 'asc' } },
} as const satisfies Prisma.JointClinicSelect;
type PlanRows = Pick<Prisma.JointClinicGetPayload<{ select: typeof PLAN }>, keyof typeof PLAN>;

function stateOf({ statuses, schedules, exceptions, experts }: PlanRows): PlanState {
  return {
    schedule: schedules.map((line) => ({ id: line.id, ...lineOf(line) })),
    exceptions: exceptions.map((exception) => ({ id: exception.id, ...exceptionOf(exception) })),
    statuses: statuses.map((period) => ({ id: period.id, ...periodOf(period) })),
    experts: experts.map(({ expertId, ...period }) => assignmentOf(expertId, period)),
  };
}

/** Every clinic with its names and its whole plan: what rows of files are checked against. */
export async function readClinicPlans(db: Reader) {
  const facility = { select: { name: true, nameEn: true } } as const;
  const rows = await db.jointClinic.findMany({
    select: { id: true, name: true, nameEn: true, centre: { select: { districtCode: true, facility } }, ...PLAN },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ statuses, schedules, exceptions, experts, ...clinic }) => ({
    ...clinic,
    state: stateOf({ statuses, schedules, exceptions, experts }),
  }));
}

/** A clinic on which the actor may act, with everything its sessions follow from; null when there is none. */
export async function readClinicToChange(db: Reader, actor: Actor, clinicId: string, action: Action = 'update') {
  if (!idSchema.safeParse(clinicId).success) return null;
  return await readClinic(db, { AND: [whereFor(actor, action, 'JointClinic'), { id: clinicId }] });
}

/** The clinic of a condition with everything its sessions follow from. The caller has looked at whose it is. */
export async function readClinic(db: Reader, where: Prisma.JointClinicWhereInput) {
  const row = await db.jointClinic.findFirst({
    where,
    select: {
      id: true,
      name: true,
      nameEn: true,
      version: true,
      origin: true,
      room: true,
      hospitalId: true,
      centreId: true,
      centre: { select: { districtCode: true, facility: { select: { name: true, nameEn: true } } } },
      ...PLAN,
      trainees: { orderBy: { validFrom: 'asc' } },
    },
  });
  if (!row) return null;
  const { statuses, schedules, exceptions, experts, trainees, centre, ...clinic } = row;
  const state = stateOf({ statuses, schedules, exceptions, experts });
  return {
    ...clinic,
    districtCode: centre.districtCode,
    centreName: centre.facility.name,
    centreNameEn: centre.facility.nameEn,
    trainees: trainees.map(({ traineeId, ...period }) => assignmentOf(traineeId, period)),
    state,
  };
}

function assignmentOf(personId: string, { validFrom, validTo }: { validFrom: Date; validTo: Date | null }): Assignment {
  return { personId, validFrom: fromDbDate(validFrom), validTo: validTo && fromDbDate(validTo) };
}

/** A date that may be missing, as the database takes it. */
export function dbDateOrNull(date: CivilDate | null): Date | null {
  return date === null ? null : toDbDate(date);
}
