import { expect, it } from 'vitest';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport, getRegistryList } from '@/lib/registry/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const district = actorWith({ role: 'district_officer', districtCode: '310101' });
const HEAD = ['编号', '指标', '单位', '时期起始', '时期截止', '目标值', '目标来源', '设定理由'];
const NEXT = ['2028-01-01', '2028-12-31'];

const state = async () => JSON.stringify(await LISTS.targets.read(database.db, city, 'export'));
const codesOf = async (importId: string) =>
  (await rowsOf(city, importId)).map(({ problems }) =>
    problems.filter(({ level }) => level === 'error').map(({ code }) => code),
  );

it('sets a target and changes it before its period begins, and takes each back', async () => {
  const before = await state();
  const row = (value: string, reason: string) => ['', 'held_rate', '黄浦区', ...NEXT, value, '年度工作计划', reason];
  const first = await uploaded(city, 'targets', csvOf(HEAD, [row('85', '上年平均值')]));
  expect(first.counts).toMatchObject({ added: 1 });
  await applied(city, first.id);
  const set = await database.db.indicatorTarget.findFirstOrThrow({
    where: { indicatorId: 'held_rate', unitCode: '310101', periodFrom: new Date('2028-01-01') },
  });
  expect(set).toMatchObject({ level: 'district', setById: city.accountId, reason: '上年平均值', version: 1 });
  expect(await database.db.auditEvent.findFirst({ where: { objectId: set.id } })).toMatchObject({
    ...{ event: 'listEntry.added', objectType: 'Target', districtCode: '310101' },
  });
  const second = await uploaded(city, 'targets', csvOf(HEAD, [row('87.5', '市里要求')]));
  expect(second.counts).toMatchObject({ changed: 1 });
  await applied(city, second.id);
  expect((await uploaded(city, 'targets', csvOf(HEAD, [row('87.5', '市里要求')]))).counts).toMatchObject({ same: 1 });
  for (const id of [second.id, first.id]) {
    const version = (await getImport(city, id))?.version ?? 0;
    expect(await undoImport(city, { importId: id, version })).toMatchObject({ ok: true });
  }
  expect(await state()).toBe(before);
});

it('holds rows to the rules of targets, one by one', async () => {
  const running = await database.db.indicatorTarget.findFirstOrThrow({
    where: { indicatorId: 'held_rate', unitCode: '310101' },
  });
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const ours = [day(running.periodFrom), day(running.periodTo)];
  const rows = [
    [running.id, 'held_rate', '黄浦区', ...ours, '1', '文件', '理由'],
    ['', 'held_rate', '徐汇区', '2020-01-01', '2020-12-31', '85', '文件', '理由'],
    ['', 'held_rate', '徐汇区', '2028-01-15', '2028-12-31', '85', '文件', '理由'],
    ['', 'held_rate', '长宁区', ...NEXT, '101', '文件', '理由'],
    ['', 'held_rate', '静安区', ...NEXT, '85', '文件', ''],
    ['', 'held_rate', '普陀区', ...NEXT, '约 85', '文件', '理由'],
  ];
  const { id } = await uploaded(city, 'targets', csvOf(HEAD, rows));
  expect(await codesOf(id)).toEqual([
    ['targetFixed'],
    ['targetBegun'],
    ['wholeMonths'],
    ['percent'],
    ['required'],
    ['number'],
  ]);
});

it('lets a district take its own targets out and no others', async () => {
  const seen = await LISTS.targets.read(database.db, district, 'export');
  expect(seen.length).toBeGreaterThan(0);
  expect([...new Set(seen.map(({ cells }) => cells.targetUnit))]).toEqual(['district/310101']);
  expect(await getRegistryList(district, 'targets')).toMatchObject({ entries: seen.length, mayImport: true });
});

it('lets a district set targets of its own and of no other unit', async () => {
  const file = csvOf(HEAD, [
    ['', 'held_rate', '黄浦区', ...NEXT, '85', '文件', '理由'],
    ['', 'held_rate', '徐汇区', ...NEXT, '85', '文件', '理由'],
    ['', 'held_rate', '上海市', ...NEXT, '85', '文件', '理由'],
  ]);
  const { id } = await uploaded(district, 'targets', file);
  const rows = await rowsOf(district, id);
  expect(rows.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)])).toEqual([
    ['added', []],
    ['faulty', ['outOfScope']],
    ['faulty', ['outOfScope']],
  ]);
  const clerk = actorWith({ role: 'centre_clerk', centreId: 'centre-310101-01' });
  const made = await uploadList(clerk, { list: 'targets', fileName: 't.csv', file, datum: 'wgs84' }, REGISTRY_WORDS);
  expect(made).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});
