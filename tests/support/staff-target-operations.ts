import { sendDefinition } from '@/app/[locale]/(workspace)/dashboard/definitions/actions';
import * as actions from '@/app/[locale]/(workspace)/dashboard/targets/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { redefineIndicator } from '@/lib/indicators/redefine-commands';
import { changeTarget, setTarget, withdrawTarget } from '@/lib/indicators/target-commands';
import { getTarget, getTargetChoices, listTargets } from '@/lib/indicators/target-queries';
import { formOf, went } from './staff-action-operations';
import { type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// Targets of the target's district, and the words of indicators, which are the same everywhere.

const READ: readonly Need[] = [
  ['read', 'ActivityMonth'],
  ['read', 'CommunityCentre'],
  ['read', 'IndicatorTarget'],
];
const CREATE: readonly Need[] = [['create', 'IndicatorTarget']];
const UPDATE: readonly Need[] = [['update', 'IndicatorTarget']];
const SOURCE = '工作会议纪要';

/** A year in which the district has no target, made free of what the cell before has left. */
async function freeYear({ db }: StaffWorld, { districtCode }: Target): Promise<number> {
  const year = 2031;
  const from = { gte: new Date(`${year}-01-01T00:00:00Z`) };
  await db.indicatorTarget.deleteMany({ where: { level: 'district', unitCode: districtCode, periodFrom: from } });
  return year;
}

async function wantedFor(world: StaffWorld, target: Target) {
  const year = await freeYear(world, target);
  return {
    ...{ indicatorId: 'held_rate', unit: `district/${target.districtCode}`, from: `${year}-01`, to: `${year}-12` },
    ...{ value: '90', source: SOURCE, reason: REASON },
  };
}

/** A target of the district whose period has not begun. */
async function comingTarget(world: StaffWorld, target: Target): Promise<string> {
  const year = await freeYear(world, target);
  const { id } = await world.db.indicatorTarget.create({
    data: {
      ...{ indicatorId: 'held_rate', level: 'district', unitCode: target.districtCode, value: 90, source: SOURCE },
      ...{ periodFrom: new Date(`${year}-01-01T00:00:00Z`), periodTo: new Date(`${year}-12-31T00:00:00Z`) },
      ...{ setByName: '测试', setAt: new Date('2026-01-01T00:00:00Z'), origin: 'demonstration' },
    },
  });
  return id;
}

/** Other words for an indicator, from a month on in which none begin yet. */
async function newWords({ db }: StaffWorld) {
  const id = 'stations_per_centre';
  const latest = await db.indicatorDefinition.findFirstOrThrow({ where: { id }, orderBy: { version: 'desc' } });
  const validFrom = `${2030 + latest.version}-01-01`;
  const { name, nameEn, tellsEn, matters, mattersEn, numerator, numeratorEn, denominator, denominatorEn } = latest;
  return {
    ...{ id, version: String(latest.version), name, nameEn, tells: `第${latest.version + 1}种说法`, tellsEn },
    ...{ matters, mattersEn, numerator, numeratorEn },
    ...{ denominator: denominator ?? '', denominatorEn: denominatorEn ?? '', goodDirection: 'neutral' as const },
    ...{ reviewer: '审核组', reviewedOn: '2026-11-01', nextReviewOn: '2027-11-01', validFrom, reason: REASON },
  };
}

const DEFINE: readonly Need[] = [['create', 'IndicatorDefinition']];

const change = (id: string) => ({ id, version: '1', value: '91', source: SOURCE, reason: REASON });
const withdrawal = (id: string) => ({ id, version: '1', reason: REASON });

export const targetOperations: readonly StaffOperation[] = [
  {
    name: 'listTargets',
    needs: READ,
    run: async (_, actor, { districtCode }) =>
      (await listTargets(actor, { state: 'running' })).some(({ unit }) => unit.code === districtCode),
  },
  {
    name: 'getTarget',
    needs: READ,
    run: async (world, actor, target) => (await getTarget(actor, await comingTarget(world, target))) !== null,
  },
  {
    name: 'getTargetChoices',
    needs: CREATE,
    run: async (_, actor, { districtCode }) =>
      (await getTargetChoices(actor))?.units.some(({ code }) => code === districtCode) ?? false,
  },
  {
    name: 'setTarget',
    needs: CREATE,
    run: async (world, actor, target) => (await setTarget(actor, await wantedFor(world, target))).ok,
  },
  {
    name: 'changeTarget',
    needs: UPDATE,
    run: async (world, actor, target) => (await changeTarget(actor, change(await comingTarget(world, target)))).ok,
  },
  {
    name: 'withdrawTarget',
    needs: UPDATE,
    run: async (world, actor, target) =>
      (await withdrawTarget(actor, withdrawal(await comingTarget(world, target)))).ok,
  },
  {
    name: 'sendTarget',
    needs: CREATE,
    run: async (world, _, target) => {
      const wanted = await wantedFor(world, target);
      return await went(() => actions.sendTarget(FRESH_FORM, formOf(wanted)));
    },
  },
  {
    name: 'sendTargetChange',
    needs: UPDATE,
    run: async (world, _, target) => {
      const id = await comingTarget(world, target);
      return await went(() => actions.sendTargetChange(FRESH_FORM, formOf(change(id))));
    },
  },
  {
    name: 'sendTargetWithdrawal',
    needs: UPDATE,
    run: async (world, _, target) => {
      const id = await comingTarget(world, target);
      return await went(() => actions.sendTargetWithdrawal(FRESH_FORM, formOf(withdrawal(id))));
    },
  },
  {
    name: 'redefineIndicator',
    needs: DEFINE,
    run: async (world, actor) => (await redefineIndicator(actor, { ...(await newWords(world)), public: true })).ok,
  },
  {
    name: 'sendDefinition',
    needs: DEFINE,
    run: async (world) => {
      const words = await newWords(world);
      return await went(() => sendDefinition(FRESH_FORM, formOf({ ...words, public: 'yes' })));
    },
  },
];
