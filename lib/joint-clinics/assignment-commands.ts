import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { inTransaction, invalid, invalidProblems, NOT_FOUND, STALE } from './answers';
import { assign, endAssignment, isPlannedBeyond } from './assignment-rules';
import { problem } from './change-checks';
import { assignSchema, endAssignmentSchema } from './clinic-schema';
import { auditObject, takeVersion } from './clinic-scope';
import { dbDateOrNull, readClinicToChange } from './clinic-state';
import type { Assignment } from './plan-schema';

type Done = Promise<Result<{ version: number }>>;

/** Assigns an expert of the clinic's hospital from today or a later date on. */
export async function assignExpert(actor: Actor, input: z.input<typeof assignSchema>): Done {
  if (!mayI(actor, 'create', 'JointClinicExpert')) return NOT_FOUND;
  const parsed = assignSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, personId, from, until } = parsed.data;
  return await inTransaction(async (tx) => {
    const clinic = await readClinicToChange(tx, actor, clinicId);
    if (!clinic) return NOT_FOUND;
    if (clinic.version !== version) return STALE;
    const { hospitalId } = clinic;
    const expert = await tx.expert.findFirst({
      where: { AND: [whereFor(actor, 'update', 'Expert'), { id: personId, active: true, hospitalId }] },
      select: { name: true },
    });
    if (!expert) return invalidProblems([problem('personId', 'person')]);
    const assigned = assign(clinic.state.experts, { personId, from, until }, dateInShanghai(now()));
    if (!assigned.ok) return invalidProblems(assigned.problems);
    if (!(await takeVersion(tx, clinic))) return STALE;
    await tx.jointClinicExpert.create({
      data: { clinicId, expertId: personId, hospitalId, ...datesOf({ validFrom: from, validTo: until }) },
      select: { clinicId: true },
    });
    await writeAudit(tx, actor, {
      event: 'jointClinic.expertAssigned',
      ...(await auditObject(tx, clinic)),
      after: { expertId: personId, expert: expert.name, from, ...(until && { until }) },
    });
    return ok({ version: version + 1 });
  });
}

/** Ends an expert's time from today or a later date on, once no session is planned with the expert any more. */
export async function endExpert(actor: Actor, input: z.input<typeof endAssignmentSchema>): Done {
  if (!mayI(actor, 'update', 'JointClinicExpert')) return NOT_FOUND;
  const parsed = endAssignmentSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, personId, begun, from } = parsed.data;
  const today = dateInShanghai(now());
  return await inTransaction(async (tx) => {
    const clinic = await readClinicToChange(tx, actor, clinicId);
    if (!clinic) return NOT_FOUND;
    if (clinic.version !== version) return STALE;
    const ended = endAssignment(clinic.state.experts, { personId, begun, from }, today);
    if (!ended.ok) return invalidProblems(ended.problems);
    if (isPlannedBeyond(clinic.state, personId, ended.assignments, today))
      return invalidProblems([problem('from', 'stillPlanned')]);
    if (!(await takeVersion(tx, clinic))) return STALE;
    const key = { clinicId, expertId: personId, validFrom: toDbDate(begun) };
    const kept = ended.assignments.find((one) => one.personId === personId && one.validFrom === begun);
    if (kept) await tx.jointClinicExpert.updateMany({ where: key, data: { validTo: dbDateOrNull(kept.validTo) } });
    else await tx.jointClinicExpert.deleteMany({ where: key });
    const expert = await tx.expert.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
    await writeAudit(tx, actor, {
      event: 'jointClinic.expertEnded',
      ...(await auditObject(tx, clinic)),
      after: { expertId: personId, expert: expert.name, endsFrom: from },
    });
    return ok({ version: version + 1 });
  });
}

/** Lets a trainee doctor of the clinic's centre learn there from today or a later date on. */
export async function assignTrainee(actor: Actor, input: z.input<typeof assignSchema>): Done {
  if (!mayI(actor, 'create', 'JointClinicTrainee')) return NOT_FOUND;
  const parsed = assignSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, personId, from, until } = parsed.data;
  return await inTransaction(async (tx) => {
    const clinic = await readClinicToChange(tx, actor, clinicId, 'read');
    if (!clinic) return NOT_FOUND;
    if (clinic.version !== version) return STALE;
    const { centreId } = clinic;
    // whoever keeps the trainee's record says where the trainee learns
    const trainee = await tx.traineeDoctor.findFirst({
      where: { AND: [whereFor(actor, 'update', 'TraineeDoctor'), { id: personId, active: true, centreId }] },
      select: { name: true },
    });
    if (!trainee) return invalidProblems([problem('personId', 'person')]);
    const assigned = assign(clinic.trainees, { personId, from, until }, dateInShanghai(now()));
    if (!assigned.ok) return invalidProblems(assigned.problems);
    if (!(await takeVersion(tx, clinic))) return STALE;
    await tx.jointClinicTrainee.create({
      data: { clinicId, traineeId: personId, centreId, ...datesOf({ validFrom: from, validTo: until }) },
      select: { clinicId: true },
    });
    await writeAudit(tx, actor, {
      event: 'jointClinic.traineeAssigned',
      ...(await auditObject(tx, clinic)),
      after: { traineeId: personId, trainee: trainee.name, from, ...(until && { until }) },
    });
    return ok({ version: version + 1 });
  });
}

/** Ends a trainee's time at a clinic from today or a later date on. */
export async function endTrainee(actor: Actor, input: z.input<typeof endAssignmentSchema>): Done {
  if (!mayI(actor, 'update', 'JointClinicTrainee')) return NOT_FOUND;
  const parsed = endAssignmentSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, personId, begun, from } = parsed.data;
  return await inTransaction(async (tx) => {
    const clinic = await readClinicToChange(tx, actor, clinicId, 'read');
    const key = { clinicId, traineeId: personId, validFrom: toDbDate(begun) };
    const row = await tx.jointClinicTrainee.findFirst({
      where: { AND: [whereFor(actor, 'update', 'JointClinicTrainee'), key] },
      select: { trainee: { select: { name: true } } },
    });
    if (!clinic || !row) return NOT_FOUND;
    if (clinic.version !== version) return STALE;
    const ended = endAssignment(clinic.trainees, { personId, begun, from }, dateInShanghai(now()));
    if (!ended.ok) return invalidProblems(ended.problems);
    if (!(await takeVersion(tx, clinic))) return STALE;
    const kept = ended.assignments.find((one) => one.personId === personId && one.validFrom === begun);
    if (kept) await tx.jointClinicTrainee.updateMany({ where: key, data: { validTo: dbDateOrNull(kept.validTo) } });
    else await tx.jointClinicTrainee.deleteMany({ where: key });
    await writeAudit(tx, actor, {
      event: 'jointClinic.traineeEnded',
      ...(await auditObject(tx, clinic)),
      after: { traineeId: personId, trainee: row.trainee.name, endsFrom: from },
    });
    return ok({ version: version + 1 });
  });
}

function datesOf({ validFrom, validTo }: Pick<Assignment, 'validFrom' | 'validTo'>) {
  return { validFrom: toDbDate(validFrom), validTo: dbDateOrNull(validTo) };
}
