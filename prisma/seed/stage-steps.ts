import { addDays, type CivilDate } from '@/lib/core/dates';
import type { Prisma, Stage } from '@/lib/db/generated/client';
import type { Network } from './network';
import type { Random } from './random';

/** What a record of stages stands for, and where. */
export type StageOwner = Pick<Prisma.StageRecordCreateManyInput, 'kind' | 'centreId' | 'districtCode'> &
  Partial<
    Pick<
      Prisma.StageRecordCreateManyInput,
      'stationId' | 'projectId' | 'name' | 'nameEn' | 'subdistrictCode' | 'stationKind'
    >
  >;
type Words = readonly [string, string];
export type StageHistory = { step(stage: Stage, beganOn: CivilDate, reason?: Words): void };

const BY = '演示人员';

/** Opens a record in the network; its stage is that of the last step, and steps are given in their order. */
export function recordAt(network: Network, id: string, owner: StageOwner): StageHistory {
  const { kind, centreId, districtCode, stationId = null, projectId = null, name = null, nameEn = null } = owner;
  const { subdistrictCode = null, stationKind = null } = owner;
  const record: Prisma.StageRecordCreateManyInput = {
    ...{ id, kind, stationId, projectId, centreId, districtCode, name, nameEn, subdistrictCode, stationKind },
    ...{ stage: 'planned', since: '', origin: 'demonstration' },
  };
  network.stageRecord.push(record);
  return {
    step(stage, beganOn, [reason, reasonEn] = ['', '']) {
      Object.assign(record, { stage, since: beganOn });
      network.stageStep.push({
        ...{ recordId: id, beganOn, stage, reason: reason || null, reasonEn: reasonEn || null, byName: BY },
      });
    },
  };
}

/** Takes a record through stages one to four months apart, so that the last begins on a day. */
export function walkTo(
  record: StageHistory,
  random: Random,
  { stages, last, reason }: { stages: readonly Stage[]; last: CivilDate; reason?: Words },
): void {
  const days: CivilDate[] = [last];
  for (let left = stages.length - 1; left > 0; left--) days.unshift(addDays(days[0] ?? last, -random.whole(30, 120)));
  for (const [at, stage] of stages.entries())
    record.step(stage, days[at] ?? last, at === stages.length - 1 ? reason : undefined);
}
