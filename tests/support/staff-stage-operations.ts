import { randomUUID } from 'node:crypto';
import { sendPlan, sendStep } from '@/app/[locale]/(workspace)/registry/stages/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import type { Actor } from '@/lib/access/actor';
import type { Stage } from '@/lib/db/generated/client';
import { fileLanguage } from '@/lib/i18n/file-language';
import { planStage } from '@/lib/registry/stages/plan-commands';
import { takeStep } from '@/lib/registry/stages/stage-commands';
import { exportStages } from '@/lib/registry/stages/stage-export';
import { getStageMonths } from '@/lib/registry/stages/stage-months';
import { getStage, listPlanPlaces, listStages } from '@/lib/registry/stages/stage-queries';
import { LOADING_HISTORY } from '@/prisma/seed/load';
import { Led, Missing } from './next-stand-ins';
import type { Need, StaffOperation } from './staff-operation';
import { linesOf } from './staff-table-operations';
import type { StaffWorld, Target } from './staff-world';

// Stages of stations, projects and titles: planning them, and the steps of each role.

/** What the step of a role follows, and the step; whoever takes none asks for the first. */
const STEPS: Partial<Record<Actor['role'], readonly [Stage, Stage]>> = {
  district_officer: ['building', 'district_accepted'],
  city_officer: ['district_accepted', 'city_accepted'],
};

/** A station of the target's centre that stands in a stage since some weeks. */
async function recordIn({ db }: StaffWorld, { centreId }: Target, stage: Stage) {
  const { districtCode, facility } = await db.communityCentre.findUniqueOrThrow({
    where: { facilityId: centreId },
    select: { districtCode: true, facility: { select: { subdistrictCode: true } } },
  });
  const [id, since] = [`s-station-${randomUUID()}`, new Date('2026-10-01')];
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(LOADING_HISTORY);
    await tx.stageRecord.create({
      data: {
        ...{ id, kind: 'station', centreId, districtCode, subdistrictCode: facility.subdistrictCode, stage, since },
        ...{
          name: `新站${id.slice(-6)}`,
          nameEn: 'New station',
          stationKind: 'community_station',
          origin: 'demonstration',
        },
        steps: { create: { stage, beganOn: since } },
      },
    });
  });
  return { recordId: id, version: 1 };
}

/** Whether an action led on; one that found nothing did not. */
async function ledOn(action: typeof sendStep, fields: Readonly<Record<string, string>>): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    await action(FRESH_FORM, form);
    return false;
  } catch (end) {
    if (end instanceof Led) return end.to.includes('done=');
    if (end instanceof Missing) return false;
    throw end;
  }
}

const plan = (centreId: string) => {
  const submissionId = randomUUID();
  const names = { name: `新站${submissionId.slice(0, 8)}`, nameEn: 'New station' };
  return { kind: 'station', submissionId, centreId, stationKind: 'community_station', ...names } as const;
};

/** A step that is the actor's to take, of a record of the target's centre. */
async function stepOf(world: StaffWorld, { role }: Actor, target: Target) {
  const [before, stage] = STEPS[role] ?? (['planned', 'building'] as const);
  return { ...(await recordIn(world, target, before)), stage, beganOn: '2026-11-18' };
}

const SEE: readonly Need[] = [['export', 'StageRecord']];
const PLAN: readonly Need[] = [['create', 'StageRecord']];
const TAKE: readonly Need[] = [['update', 'StageRecord']];

export const stageOperations: readonly StaffOperation[] = [
  {
    name: 'listStages',
    needs: SEE,
    run: async (world, actor, target) => {
      const { recordId } = await recordIn(world, target, 'planned');
      const filter = { kind: 'station', stage: 'planned', after: recordId.slice(0, -1) } as const;
      return ((await listStages(actor, filter))?.records ?? []).some(({ id }) => id === recordId);
    },
  },
  {
    name: 'getStage',
    needs: SEE,
    run: async (world, actor, target) =>
      ((await getStage(actor, (await recordIn(world, target, 'planned')).recordId))?.steps ?? []).length > 0,
  },
  {
    name: 'getStageMonths',
    needs: SEE,
    run: async (_, actor, { districtCode }) =>
      ((await getStageMonths(actor, 'station'))?.districts ?? []).some(
        ({ district }) => district?.code === districtCode,
      ),
  },
  {
    name: 'exportStages',
    needs: SEE,
    run: async ({ db }, actor, { districtCode: code }) => {
      const { name } = await db.district.findUniqueOrThrow({ where: { code }, select: { name: true } });
      const made = await exportStages(actor, { kind: 'station', format: 'csv' }, await fileLanguage('zh-CN'));
      return (await linesOf(made)).some((line) => line.startsWith(`${name},`));
    },
  },
  {
    name: 'listPlanPlaces',
    needs: PLAN,
    run: async (_, actor, { centreId }) =>
      ((await listPlanPlaces(actor, 'station'))?.centres ?? []).some(({ id }) => id === centreId),
  },
  {
    name: 'planStage',
    needs: PLAN,
    run: async (_, actor, { centreId }) => (await planStage(actor, plan(centreId))).ok,
  },
  { name: 'sendPlan', needs: PLAN, run: async (_, __, { centreId }) => await ledOn(sendPlan, plan(centreId)) },
  {
    name: 'takeStep',
    needs: TAKE,
    run: async (world, actor, target) => (await takeStep(actor, await stepOf(world, actor, target))).ok,
  },
  {
    name: 'sendStep',
    needs: TAKE,
    run: async (world, actor, target) => {
      const { version, ...step } = await stepOf(world, actor, target);
      return await ledOn(sendStep, { ...step, version: String(version) });
    },
  },
];
