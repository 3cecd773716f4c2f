import { expect, it } from 'vitest';
import { fromDbDate } from '@/lib/core/dates';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import { takeStep } from '@/lib/registry/stages/stage-commands';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const district = actorWith({ role: 'district_officer', districtCode: '310101' });

const HEAD = ['编号', '名称', '区', '街镇', '中心', '所处阶段', '阶段起始日期', '状态原因', '此前阶段'];
const CENTRE = 'centre-310101-01';
type Said = { stage?: string; from?: string; why?: string; earlier?: string; name?: string };

async function planFile(...rows: [id: string, said: Said][]) {
  const { subdistrictCode } = await database.db.facility.findUniqueOrThrow({ where: { id: CENTRE } });
  return csvOf(
    HEAD,
    rows.map(([id, { stage = '', from = '', why = '', earlier = '', name = `${id}服务站` }]) => [
      ...[id, name, '310101', subdistrictCode ?? '', CENTRE],
      ...[stage, from, why, earlier],
    ]),
  );
}

const stateOf = async () => JSON.stringify(await LISTS.plans.read(database.db, city, 'export'));
const found = async (importId: string) =>
  (await rowsOf(district, importId)).map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)]);
const stepsOf = async (id: string) =>
  (await database.db.stageStep.findMany({ where: { recordId: `s-${id}` }, orderBy: { beganOn: 'asc' } })).map(
    ({ stage, beganOn }) => `${stage} ${fromDbDate(beganOn)}`,
  );
async function undone(importId: string) {
  const version = (await getImport(district, importId))?.version ?? 0;
  return (await undoImport(district, { importId, version })).ok;
}

it('brings new stations with the steps they took, takes their next one, and gives all back', async () => {
  const before = await stateOf();
  const first = await uploaded(
    district,
    'plans',
    await planFile(
      ['new-a', { stage: '建设', from: '2026-05-01', earlier: '规划 2025-12-01' }],
      ['new-b', { from: '2026-10-01' }],
    ),
  );
  expect(await found(first.id)).toEqual([['added'], ['added']]);
  expect(await applied(district, first.id)).toBe(2);
  expect(await stepsOf('new-a')).toEqual(['planned 2025-12-01', 'building 2026-05-01']);
  const brought = await stateOf();
  const onward = await planFile(
    ['new-a', { stage: '区级验收', from: '2026-09-01', earlier: '规划 2025-12-01；建设 2026-05-01' }],
    ['new-b', { stage: '关闭', from: '2026-11-01', why: '选址未落实' }],
  );
  const next = await uploaded(district, 'plans', onward);
  await applied(district, next.id);
  expect(await stepsOf('new-a')).toEqual([
    ...['planned 2025-12-01', 'building 2026-05-01'],
    'district_accepted 2026-09-01',
  ]);
  expect((await uploaded(district, 'plans', onward)).counts).toMatchObject({ same: 2, changed: 0, added: 0 });
  const record = await database.db.stageRecord.findUniqueOrThrow({ where: { id: 's-new-b' } });
  expect([record.stage, fromDbDate(record.since)]).toEqual(['closed', '2026-11-01']);
  expect(await undone(next.id)).toBe(true);
  expect(await stateOf()).toBe(brought);
  expect(await undone(first.id)).toBe(true);
  expect(await stateOf()).toBe(before);
});

it('tells what cannot be: stages out of order, ahead or taken back, and names of open stations', async () => {
  const { id } = await uploaded(district, 'plans', await planFile(['new-c', { stage: '建设', from: '2026-05-01' }]));
  await applied(district, id);
  const station = await database.db.facility.findFirstOrThrow({
    where: { kind: 'service_station', districtCode: '310101' },
  });
  const wrong = await uploaded(
    district,
    'plans',
    await planFile(
      ['new-c', { stage: '规划', from: '2026-04-01' }],
      ['new-d', { stage: '建设', from: '2099-01-01' }],
      ['new-e', { stage: '建设', from: '2026-05-01', earlier: '规划 2026-05-01' }],
      ['new-f', { stage: '建设', from: '2026-05-01', earlier: '区级验收 2026-04-01' }],
      ['new-g', { stage: '关闭', from: '2026-05-01' }],
      ['new-h', { name: station.name }],
      ['new-k', { name: 'new-c服务站' }],
      [station.id, {}],
      ['new-i', { stage: '运行' }],
    ),
  );
  expect(await found(wrong.id)).toEqual([
    ['faulty', 'stageBack'],
    ['faulty', 'stageAhead'],
    ['faulty', 'stagesOrder'],
    ['faulty', 'stagesOrder'],
    ['faulty', 'required'],
    ['faulty', 'planOpen'],
    ['faulty', 'keyTaken'],
    ['faulty', 'idTaken'],
    ['faulty', 'choice'],
  ]);
  const [back] = await rowsOf(district, wrong.id);
  expect(back?.problems[0]?.suggestion).toBeTruthy();
  const rewritten = await planFile(['new-c', { stage: '建设', from: '2026-05-01', earlier: '规划 2025-01-01' }]);
  expect(await found((await uploaded(district, 'plans', rewritten)).id)).toEqual([['faulty', 'earlierStagesKept']]);
  // a plan that took a step since is no longer what the file brought
  const { version } = await database.db.stageRecord.findUniqueOrThrow({ where: { id: 's-new-c' } });
  const step = { recordId: 's-new-c', version, stage: 'district_accepted', beganOn: '2026-06-01' } as const;
  expect(await takeStep(district, { ...step, reason: '', reasonEn: '' })).toMatchObject({ ok: true });
  expect(await undone(id)).toBe(false);
  expect(await stepsOf('new-c')).toEqual(['building 2026-05-01', 'district_accepted 2026-06-01']);
});
