import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/actor';
import type { Stage } from '@/lib/db/generated/client';
import { planStage } from '@/lib/registry/stages/plan-commands';
import { takeStep } from '@/lib/registry/stages/stage-commands';
import { LOADING_HISTORY } from '@/prisma/seed/load';
import type { StaffOperation } from './staff-operation';
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

export const stageOperations: readonly StaffOperation[] = [
  {
    name: 'planStage',
    needs: [['create', 'StageRecord']],
    run: async (_, actor, { centreId }) => {
      const submissionId = randomUUID();
      const names = { name: `新站${submissionId.slice(0, 8)}`, nameEn: 'New station' };
      const plan = { kind: 'station', submissionId, centreId, stationKind: 'community_station', ...names } as const;
      return (await planStage(actor, plan)).ok;
    },
  },
  {
    name: 'takeStep',
    needs: [['update', 'StageRecord']],
    run: async (world, actor, target) => {
      const [before, stage] = STEPS[actor.role] ?? (['planned', 'building'] as const);
      const ref = await recordIn(world, target, before);
      return (await takeStep(actor, { ...ref, stage, beganOn: '2026-11-18' })).ok;
    },
  },
];
