import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { mayTake } from './stage-rules';
import {
  idSchema,
  type PlanPlaces,
  STAGES,
  type StageCounts,
  type StageFilter,
  type StageKind,
  type StageList,
  type StageRecordView,
  type StageStepView,
} from './stage-schema';
import { RECORD_SELECT, viewOf } from './stage-store';

const ROWS_A_PAGE = 20;

/**
 * The records of a kind in the actor's scope: how many stand in each stage, and those of one stage, or those that are on
 * their way or not working; null for whoever keeps none.
 */
export async function listStages(actor: Actor, { kind, stage, after }: StageFilter): Promise<StageList | null> {
  if (!mayI(actor, 'export', 'StageRecord')) return null;
  const scope = { AND: [whereFor(actor, 'export', 'StageRecord'), { kind }] };
  const [grouped, rows] = await Promise.all([
    db().stageRecord.groupBy({ by: ['stage'], where: scope, _count: { _all: true } }),
    db().stageRecord.findMany({
      where: {
        AND: [
          scope,
          stage ? { stage } : { stage: { notIn: ['operating', 'closed'] } },
          after ? { id: { gt: after } } : {},
        ],
      },
      select: RECORD_SELECT,
      orderBy: { id: 'asc' },
      take: ROWS_A_PAGE + 1,
    }),
  ]);
  const found = new Map(grouped.map(({ stage: one, _count }) => [one, _count._all]));
  const page = rows.slice(0, ROWS_A_PAGE);
  return {
    counts: Object.fromEntries(STAGES.map((one) => [one, found.get(one) ?? 0])) as StageCounts,
    records: page.map((row) => viewOf(row, actor.role)),
    next: rows.length > ROWS_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** A record with the steps it took, the latest first; null out of scope. */
export async function getStage(
  actor: Actor,
  id: string,
): Promise<{ record: StageRecordView; steps: StageStepView[] } | null> {
  if (!idSchema.safeParse(id).success) return null;
  const row = await db().stageRecord.findFirst({
    where: { AND: [whereFor(actor, 'export', 'StageRecord'), { id }] },
    select: RECORD_SELECT,
  });
  if (!row) return null;
  const steps = await db().stageStep.findMany({
    where: { AND: [whereFor(actor, 'export', 'StageStep'), { recordId: id }] },
    select: { stage: true, beganOn: true, reason: true, reasonEn: true, byName: true },
    orderBy: { beganOn: 'desc' },
  });
  return {
    record: viewOf(row, actor.role),
    steps: steps.map(({ beganOn, ...step }) => ({ ...step, beganOn: fromDbDate(beganOn) })),
  };
}

/**
 * Where the actor may plan something of a kind, and the conditions of projects; null for whoever plans nothing. A title is
 * planned for a station that works and has none yet.
 */
export async function listPlanPlaces(actor: Actor, kind: StageKind): Promise<PlanPlaces | null> {
  if (!mayI(actor, 'create', 'StageRecord') || !mayTake(actor.role, 'planned', null)) return null;
  const names = { name: true, nameEn: true } as const;
  const free = { facility: { is: { status: 'operating' } }, stages: { none: { kind: 'demonstration' } } } as const;
  const [centres, conditions] = await Promise.all([
    db().communityCentre.findMany({
      where: { AND: [whereFor(actor, 'read', 'CommunityCentre'), { facility: { is: { status: 'operating' } } }] },
      select: {
        facility: { select: { id: true, ...names } },
        stations: {
          where: kind === 'demonstration' ? free : { facilityId: { in: [] } },
          select: { facility: { select: { id: true, ...names } } },
          orderBy: { facilityId: 'asc' },
        },
      },
      orderBy: { facilityId: 'asc' },
    }),
    kind === 'project'
      ? db().condition.findMany({
          where: { catalogue: { is: { current: true } } },
          select: { code: true, ...names },
          orderBy: { code: 'asc' },
        })
      : [],
  ]);
  const places = centres.map(({ facility, stations }) => ({
    ...facility,
    stations: stations.map((one) => one.facility),
  }));
  return { centres: places, conditions };
}
