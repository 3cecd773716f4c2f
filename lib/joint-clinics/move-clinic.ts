import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/actor';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { auditObject, takeVersion } from './clinic-scope';
import { type ClinicToChange, dbDateOrNull, readClinic } from './clinic-state';
import { assignmentsFrom, planFrom, planUntil } from './move-rules';
import type { PlanState } from './plan-schema';
import { storePlan } from './store-plan';

// What becomes of a clinic when its centre does not go on. The clinic keeps what it did and closes; where it goes on, a
// new one begins at the other centre on the same day, with the rest of the plan and everybody who is still there.

type Transaction = Prisma.TransactionClient;
type Who = Actor | SystemActor;
type Ending = { clinicId: string; day: CivilDate; reason: string };

const NO_PLAN: PlanState = { schedule: [], exceptions: [], statuses: [], experts: [] };
const FACTS = {
  ...{ nameEn: true, department: true, departmentEn: true, room: true, bookingMethod: true, bookingPhone: true },
  conditions: { select: { catalogueId: true, conditionCode: true } },
} as const;

/** Closes a clinic for good from a day on, today or later. The caller may do so, and has told why. */
export async function endClinic(tx: Transaction, who: Who, { clinicId, day, reason }: Ending): Promise<void> {
  const clinic = await readClinic(tx, { id: clinicId });
  if (!clinic) return;
  await close(tx, clinic, day, reason);
  await writeAudit(tx, who, {
    event: 'jointClinic.closed',
    ...(await auditObject(tx, clinic)),
    after: { status: 'closed', from: day },
    reason,
  });
}

/**
 * Lets a clinic go on at another centre from a day on, today or later. The caller may do so, and has told why. Whoever
 * learns here and belongs to that centre by then goes along.
 * @returns the id of the clinic there; null where it is closed by that day
 */
export async function moveClinic(
  tx: Transaction,
  who: Who,
  { clinicId, centreId, day, reason }: Ending & { centreId: string },
): Promise<string | null> {
  const clinic = await readClinic(tx, { id: clinicId });
  const plan = clinic && planFrom(clinic.state, day, randomUUID);
  if (!clinic || !plan) return null;
  const { hospitalId, origin } = clinic;
  await close(tx, clinic, day, reason);
  const { conditions, ...facts } = await tx.jointClinic.findUniqueOrThrow({ where: { id: clinicId }, select: FACTS });
  const id = `clinic-${randomUUID()}`;
  const name = await freeName(tx, centreId, clinic);
  await tx.jointClinic.create({
    data: {
      ...{ id, name, centreId, hospitalId, origin, continuesId: clinicId, ...facts },
      conditions: { create: conditions },
    },
    select: { id: true },
  });
  await storePlan(tx, { clinicId: id, origin }, NO_PLAN, plan);
  await tx.jointClinicExpert.createMany({
    data: plan.experts.map(({ personId, ...dates }) => ({
      clinicId: id,
      hospitalId,
      expertId: personId,
      ...inDb(dates),
    })),
  });
  const learners = await tx.traineeDoctor.findMany({
    where: { centreId, id: { in: clinic.trainees.map(({ personId }) => personId) } },
    select: { id: true },
  });
  const own = new Set(learners.map((one) => one.id));
  await tx.jointClinicTrainee.createMany({
    data: assignmentsFrom(clinic.trainees, day)
      .filter(({ personId }) => own.has(personId))
      .map(({ personId, ...dates }) => ({
        ...{ clinicId: id, centreId, traineeId: personId },
        ...inDb(dates),
      })),
  });
  await writeAudit(tx, who, {
    event: 'jointClinic.closed',
    ...(await auditObject(tx, clinic)),
    after: { status: 'closed', from: day, continuedBy: id },
    reason,
  });
  const { districtCode } = await tx.communityCentre.findUniqueOrThrow({
    where: { facilityId: centreId },
    select: { districtCode: true },
  });
  await writeAudit(tx, who, {
    event: 'jointClinic.opened',
    ...(await auditObject(tx, { id, name, centreId, districtCode, hospitalId })),
    after: { name, centreId, openedOn: day, continues: clinicId },
    reason,
  });
  return id;
}

async function close(tx: Transaction, clinic: ClinicToChange, day: CivilDate, reason: string): Promise<void> {
  const { id: clinicId, origin, state } = clinic;
  await takeVersion(tx, clinic);
  await storePlan(tx, { clinicId, origin }, state, planUntil(state, day, randomUUID, { reason, reasonEn: null }));
  const [from, begun] = [toDbDate(day), { clinicId, validFrom: { gte: toDbDate(day) } }];
  const reaching = {
    ...{ clinicId, validFrom: { lt: from } },
    OR: [{ validTo: null }, { validTo: { gt: from } }],
  };
  await tx.jointClinicExpert.deleteMany({ where: begun });
  await tx.jointClinicExpert.updateMany({ where: reaching, data: { validTo: from } });
  await tx.jointClinicTrainee.deleteMany({ where: begun });
  await tx.jointClinicTrainee.updateMany({ where: reaching, data: { validTo: from } });
}

/** A clinic of that name may be there already: then it says where it comes from. */
async function freeName(tx: Transaction, centreId: string, { name, centreName }: ClinicToChange): Promise<string> {
  const taken = await tx.jointClinic.count({ where: { centreId, name } });
  return taken > 0 ? `${name}（原${centreName}）` : name;
}

function inDb({ validFrom, validTo }: { validFrom: CivilDate; validTo: CivilDate | null }) {
  return { validFrom: toDbDate(validFrom), validTo: dbDateOrNull(validTo) };
}
