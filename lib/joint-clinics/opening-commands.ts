import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { inTransaction, invalid, invalidProblems, NOT_FOUND, STALE } from './answers';
import { problem } from './change-checks';
import { changeClinicSchema, openClinicSchema } from './clinic-schema';
import { auditObject, takeVersion } from './clinic-scope';
import { dbDateOrNull, readClinicToChange } from './clinic-state';
import { openingHistory, openingProblems } from './opening-rules';

type Transaction = Prisma.TransactionClient;

/**
 * Opens a clinic at a centre, staffed by its first expert's hospital; the opening may lie up to ninety days back.
 * Sending the same submission again changes nothing.
 * @returns the clinic's id; INVALID with fields, NOT_FOUND for whoever opens no clinics
 */
export async function openClinic(
  actor: Actor,
  input: z.input<typeof openClinicSchema>,
): Promise<Result<{ clinicId: string }>> {
  if (!mayI(actor, 'create', 'JointClinic')) return NOT_FOUND;
  const parsed = openClinicSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { submissionId, centreId, expertId, openedOn, conditionCodes, ...facts } = parsed.data;
  const [clinicId, today] = [`clinic-${submissionId}`, dateInShanghai(now())];
  return await inTransaction(async (tx) => {
    const mine = { AND: [whereFor(actor, 'create', 'JointClinic'), { id: clinicId }] };
    if (await tx.jointClinic.findFirst({ where: mine, select: { id: true } })) return ok({ clinicId });
    const [centre, expert, conditions] = [
      await centreOf(tx, actor, centreId),
      await expertOf(tx, actor, expertId),
      await conditionsOf(tx, conditionCodes),
    ];
    const problems = [
      ...openingProblems(openedOn, today),
      ...(centre ? [] : [problem('centreId', 'centre')]),
      ...(expert ? [] : [problem('expertId', 'person')]),
      ...(conditions ? [] : [problem('conditionCodes', 'conditions')]),
      ...(await nameProblems(tx, { centreId, name: facts.name })),
    ];
    if (!centre || !expert || !conditions || problems.length > 0) return invalidProblems(problems);
    const { hospitalId, department, departmentEn, origin } = expert;
    await tx.jointClinic.create({
      data: {
        ...{ id: clinicId, centreId, hospitalId, department, departmentEn, origin, ...facts },
        conditions: { create: conditions },
        experts: { create: { expertId, validFrom: toDbDate(openedOn) } },
      },
      select: { id: true },
    });
    await tx.jointClinicStatus.createMany({
      data: openingHistory(openedOn, { today, newId: randomUUID }).map((period) => ({
        ...{ ...period, clinicId, origin },
        validFrom: toDbDate(period.validFrom),
        validTo: dbDateOrNull(period.validTo),
      })),
    });
    await writeAudit(tx, actor, {
      event: 'jointClinic.opened',
      ...(await auditObject(tx, { id: clinicId, name: facts.name, centreId, hospitalId, ...centre })),
      after: { ...facts, centreId, expert: expert.name, openedOn, conditions: conditionCodes },
    });
    return ok({ clinicId });
  });
}

/**
 * Changes what is said of a clinic: names, department, room, booking, conditions. Its centre and hospital stay.
 * @returns the new version; INVALID with fields, NOT_FOUND out of scope, CONFLICT for a stale version
 */
export async function changeClinicFacts(
  actor: Actor,
  input: z.input<typeof changeClinicSchema>,
): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'update', 'JointClinic')) return NOT_FOUND;
  const parsed = changeClinicSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, conditionCodes, ...facts } = parsed.data;
  return await inTransaction(async (tx) => {
    const clinic = await readClinicToChange(tx, actor, clinicId);
    if (!clinic) return NOT_FOUND;
    if (clinic.version !== version) return STALE;
    const conditions = await conditionsOf(tx, conditionCodes);
    if (!conditions) return invalidProblems([problem('conditionCodes', 'conditions')]);
    const taken = await nameProblems(tx, { centreId: clinic.centreId, name: facts.name, but: clinicId });
    if (taken.length > 0) return invalidProblems(taken);
    if (!(await takeVersion(tx, clinic))) return STALE;
    const before = await factsOf(tx, clinicId);
    await tx.jointClinic.update({
      where: { id: clinicId },
      data: { ...facts, conditions: { deleteMany: {}, create: conditions } },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'jointClinic.changed',
      ...(await auditObject(tx, { ...clinic, name: facts.name })),
      before,
      after: await factsOf(tx, clinicId),
    });
    return ok({ version: version + 1 });
  });
}

async function factsOf(tx: Transaction, clinicId: string) {
  const { conditions, ...facts } = await tx.jointClinic.findUniqueOrThrow({
    where: { id: clinicId },
    select: {
      ...{ name: true, nameEn: true, department: true, departmentEn: true, room: true },
      ...{ bookingMethod: true, bookingPhone: true },
      conditions: { select: { conditionCode: true }, orderBy: { conditionCode: 'asc' } },
    },
  });
  return { ...facts, conditions: conditions.map(({ conditionCode }) => conditionCode) };
}

async function centreOf(tx: Transaction, actor: Actor, centreId: string) {
  return await tx.communityCentre.findFirst({
    where: {
      AND: [
        whereFor(actor, 'read', 'CommunityCentre'),
        { facilityId: centreId, facility: { is: { status: { not: 'closed' } } } },
      ],
    },
    select: { districtCode: true },
  });
}

/** An expert whom the actor may give work: an alliance officer one of the own hospital. */
async function expertOf(tx: Transaction, actor: Actor, id: string) {
  return await tx.expert.findFirst({
    where: { AND: [whereFor(actor, 'update', 'Expert'), { id, active: true }] },
    select: { name: true, hospitalId: true, department: true, departmentEn: true, origin: true },
  });
}

/** The codes in the catalogue that holds; null when one is not in it. */
async function conditionsOf(tx: Transaction, codes: readonly string[]) {
  const rows = await tx.condition.findMany({
    where: { catalogue: { is: { current: true } }, code: { in: [...codes] } },
    select: { catalogueId: true, code: true },
  });
  if (rows.length !== codes.length) return null;
  return rows.map(({ catalogueId, code }) => ({ catalogueId, conditionCode: code }));
}

async function nameProblems(
  tx: Transaction,
  { centreId, name, but }: { centreId: string; name: string; but?: string },
) {
  const taken = await tx.jointClinic.count({ where: { centreId, name, NOT: { id: but ?? '' } } });
  return taken > 0 ? [problem('name', 'nameTaken')] : [];
}
