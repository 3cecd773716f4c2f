import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { mayTake } from './stage-rules';
import { planSchema } from './stage-schema';
import { inTransaction, invalid, invalidProblems, NOT_FOUND } from './stage-store';

type Transaction = Prisma.TransactionClient;
type Plan = z.output<typeof planSchema>;
type PlanOf<Kind extends Plan['kind']> = Extract<Plan, { kind: Kind }>;
type Planned = { id: string; name: string; centreId: string; districtCode: string; again: boolean };

const problem = (path: string, what: string) => invalidProblems([{ path, messageKey: `stages.problem.${what}` }]);

/**
 * Plans a station or a specialty project of a centre, or the title of a demonstration station for a station, from today
 * on. Sending the same submission again changes nothing.
 * @returns the record's id; INVALID with fields, NOT_FOUND for a place out of scope
 */
export async function planStage(actor: Actor, input: z.input<typeof planSchema>): Promise<Result<{ id: string }>> {
  if (!mayI(actor, 'create', 'StageRecord') || !mayTake(actor.role, 'planned', null)) return NOT_FOUND;
  const parsed = planSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const plan = parsed.data;
  return await inTransaction(async (tx) => {
    const made = await (plan.kind === 'station'
      ? planStation(tx, actor, plan)
      : plan.kind === 'project'
        ? planProject(tx, actor, plan)
        : planTitle(tx, actor, plan));
    if (!made.ok) return made;
    const { id, name, centreId, districtCode, again } = made.value;
    if (again) return ok({ id });
    await writeAudit(tx, actor, {
      event: 'stageRecord.planned',
      object: { type: 'StageRecord', id, label: name },
      scope: { districtCode, centreId },
      after: { kind: plan.kind, stage: 'planned' },
    });
    return ok({ id });
  });
}

async function centreOf(tx: Transaction, actor: Actor, centreId: string) {
  return await tx.communityCentre.findFirst({
    where: { AND: [whereFor(actor, 'read', 'CommunityCentre'), { facilityId: centreId }] },
    select: { districtCode: true, facility: { select: { subdistrictCode: true, origin: true } } },
  });
}

async function stands(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const where = { AND: [whereFor(actor, 'create', 'StageRecord'), { id }] };
  return (await tx.stageRecord.count({ where })) > 0;
}

/** A record that begins today. */
function beginning(actor: Actor) {
  const today = toDbDate(dateInShanghai(now()));
  const step = { stage: 'planned', beganOn: today, byName: actor.displayName } as const;
  return { stage: 'planned', since: today, steps: { create: step } } as const;
}

async function planStation(tx: Transaction, actor: Actor, plan: PlanOf<'station'>): Promise<Result<Planned>> {
  const { centreId, name, nameEn, stationKind } = plan;
  const centre = await centreOf(tx, actor, centreId);
  if (!centre) return NOT_FOUND;
  const { districtCode } = centre;
  const id = `s-station-${plan.submissionId}`;
  const planned = { id, name, centreId, districtCode };
  if (await stands(tx, actor, id)) return ok({ ...planned, again: true });
  const taken =
    (await tx.facility.count({ where: { districtCode, kind: 'service_station', name } })) +
    (await tx.stageRecord.count({ where: { districtCode, kind: 'station', name, NOT: { stage: 'closed' } } }));
  if (taken > 0) return problem('name', 'nameTaken');
  const subdistrictCode = centre.facility.subdistrictCode;
  if (!subdistrictCode) return problem('centreId', 'noSubdistrict');
  await tx.stageRecord.create({
    data: {
      ...{ ...planned, nameEn: nameEn ?? name, stationKind, subdistrictCode, kind: 'station' },
      ...{ origin: centre.facility.origin, ...beginning(actor) },
    },
    select: { id: true },
  });
  return ok({ ...planned, again: false });
}

async function planProject(tx: Transaction, actor: Actor, plan: PlanOf<'project'>): Promise<Result<Planned>> {
  const { centreId, name, nameEn, conditionCode, batch } = plan;
  const centre = await centreOf(tx, actor, centreId);
  if (!centre) return NOT_FOUND;
  const projectId = `project-${plan.submissionId}`;
  const planned = { id: `p-${projectId}`, name, centreId, districtCode: centre.districtCode };
  if (await stands(tx, actor, planned.id)) return ok({ ...planned, again: true });
  const condition = await tx.condition.findFirst({
    where: { catalogue: { is: { current: true } }, OR: [{ code: conditionCode }, { name: conditionCode }] },
    select: { catalogueId: true, code: true },
  });
  if (!condition) return problem('conditionCode', 'condition');
  if ((await tx.specialtyProject.count({ where: { centreId, title: name } })) > 0) return problem('name', 'nameTaken');
  // its record follows the row, and with it the first step
  await tx.specialtyProject.create({
    data: {
      ...{ id: projectId, centreId, title: name, titleEn: nameEn ?? name, batch, status: 'planned' },
      ...{ catalogueId: condition.catalogueId, conditionCode: condition.code, origin: centre.facility.origin },
    },
    select: { id: true },
  });
  return ok({ ...planned, again: false });
}

async function planTitle(
  tx: Transaction,
  actor: Actor,
  { stationId }: PlanOf<'demonstration'>,
): Promise<Result<Planned>> {
  const station = await tx.serviceStation.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ServiceStation'), { facilityId: stationId }] },
    select: { centreId: true, districtCode: true, facility: { select: { name: true, origin: true, status: true } } },
  });
  if (!station) return NOT_FOUND;
  const { centreId, districtCode, facility } = station;
  const planned = { id: `d-${stationId}`, name: facility.name, centreId, districtCode };
  if (await stands(tx, actor, planned.id)) return problem('stationId', 'titleThere');
  if (facility.status !== 'operating') return problem('stationId', 'notOperating');
  await tx.stageRecord.create({
    data: {
      id: planned.id,
      kind: 'demonstration',
      stationId,
      centreId,
      districtCode,
      origin: facility.origin,
      ...beginning(actor),
    },
    select: { id: true },
  });
  return ok({ ...planned, again: false });
}
