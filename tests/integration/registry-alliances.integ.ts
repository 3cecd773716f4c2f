import { expect, it } from 'vitest';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import type { ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });

const stateOf = async (list: ListName) => JSON.stringify(await LISTS[list].read(database.db, city, 'export'));

async function undone(importId: string) {
  const version = (await getImport(city, importId))?.version ?? 0;
  expect(await undoImport(city, { importId, version })).toMatchObject({ ok: true });
}

async function written(list: ListName, head: string[], ...rows: string[][]): Promise<string> {
  const { id } = await uploaded(city, list, csvOf(head, rows));
  expect((await rowsOf(city, id, 'faulty')).map(({ problems }) => problems)).toEqual([]);
  expect(await applied(city, id)).toBe(rows.length);
  return id;
}

const errorsOf = async (importId: string) =>
  (await rowsOf(city, importId, 'faulty')).map(({ problems }) => problems.filter(({ level }) => level === 'error'));

const memberships = () =>
  database.db.allianceMembership.findMany({ where: { allianceCode: 'east' }, orderBy: { id: 'asc' } });

it('has one lead of an alliance at a time, and says what else the hospital could be', async () => {
  const [before, kept] = [await stateOf('hospitals'), await memberships()];
  const head = ['名称', '区', '街道', '医院类别', '医联体', '加入日期', '退出日期'];
  const second = ['浦东新区某某中医医院', '浦东', '陆家嘴街道', '牵头医院', '东部区域中医医联体', '2026-12-31', ''];
  const found = await uploaded(city, 'hospitals', csvOf(head, [second]));
  expect(await errorsOf(found.id)).toMatchObject([
    [{ column: 'hospitalKind', code: 'secondLead', suggestion: '协同医院', values: { from: '2020-01-01' } }],
  ]);
  const { name, districtCode, subdistrictCode } = await database.db.facility.findUniqueOrThrow({
    where: { id: 'shuguang' },
  });
  const first = [name, districtCode, subdistrictCode ?? '', '牵头医院', 'east', '2020-01-01', '2026-12-31'];
  // the first ends in the row after the second begins
  const both = await written('hospitals', head, second, first);
  const leads = (await memberships()).filter(({ role }) => role === 'lead');
  expect(leads.map(({ validTo }) => validTo?.toISOString().slice(0, 10) ?? null).sort()).toEqual(['2026-12-31', null]);
  expect(leads.find(({ facilityId }) => facilityId === 'shuguang')?.origin).toBe('fact');
  await undone(both);
  expect([await stateOf('hospitals'), await memberships()]).toEqual([before, kept]);
});

it('lets a partner go over to another alliance and back, and keeps that it was there', async () => {
  const kept = await database.db.allianceMembership.findMany({ where: { facilityId: 'partner-east' } });
  const head = ['名称', '区', '街道', '医院类别', '医联体', '加入日期'];
  const { name, districtCode, subdistrictCode } = await database.db.facility.findUniqueOrThrow({
    where: { id: 'partner-east' },
  });
  const row = (alliance: string, from: string) => [
    name,
    districtCode,
    subdistrictCode ?? '',
    '协同医院',
    alliance,
    from,
  ];
  const moved = await written('hospitals', head, row('north', '2026-12-01'));
  const now = await database.db.allianceMembership.findMany({
    where: { facilityId: 'partner-east', allianceKind: 'regional' },
    orderBy: { validFrom: 'asc' },
  });
  expect(now.map(({ allianceCode, validTo }) => [allianceCode, validTo?.toISOString().slice(0, 10)])).toEqual([
    ['east', '2026-12-01'],
    ['north', undefined],
  ]);
  const emptied = await uploaded(city, 'hospitals', csvOf(head, [row('', '')]));
  expect(await errorsOf(emptied.id)).toMatchObject([[{ column: 'alliance', code: 'staysMember' }]]);
  await undone(moved);
  expect(await database.db.allianceMembership.findMany({ where: { facilityId: 'partner-east' } })).toEqual(
    expect.arrayContaining(kept),
  );
});

it('brings a specialty alliance and its members; an alliance with members stays', async () => {
  const before = [await stateOf('alliances'), await stateOf('memberships')];
  const alliance = await written('alliances', ['联盟名称', '宗旨'], ['某某专病联盟', '协同诊疗']);
  const head = ['医联体', '区', '机构', '角色', '加入日期'];
  const centre = 'centre-310101-01';
  const members = await written(
    'memberships',
    head,
    ['某某专病联盟', '黄浦', centre, '成员', '2026-09-01'],
    ['某某专病联盟', '徐汇', 'longhua', '牵头', '2026-09-01'],
  );
  const wrong = await uploaded(
    city,
    'memberships',
    csvOf(head, [
      ['某某专病联盟', '浦东', 'shuguang', '牵头', '2026-10-01'],
      ['某某专病联盟', '黄浦', '', '协同', '2026-10-01'],
      ['south', '黄浦', '', '成员', '2026-12-01'],
      ['south', '徐汇', centre, '成员', '2026-12-01'],
      ['south', '黄浦', centre, '协同', '2026-12-01'],
    ]),
  );
  expect((await errorsOf(wrong.id)).map((problems) => problems.map(({ column, code }) => `${column} ${code}`))).toEqual(
    [
      ['memberFrom overlaps'],
      ['memberRole districtMember'],
      ['memberFrom overlaps'],
      ['facility facilityElsewhere'],
      ['memberRole hospitalsList'],
    ],
  );
  const version = (await getImport(city, alliance))?.version ?? 0;
  expect(await undoImport(city, { importId: alliance, version })).toMatchObject({ ok: false });
  await undone(members);
  await undone(alliance);
  expect([await stateOf('alliances'), await stateOf('memberships')]).toEqual(before);
});

it('brings campuses and days on which places are closed or open otherwise, and takes them back', async () => {
  const before = [await stateOf('campuses'), await stateOf('openings')];
  const campus = await written(
    'campuses',
    ['医院', '院区', '区', '地址', '纬度', '经度', '坐标系'],
    ['曙光医院', '某某院区', '黄浦', '上海市黄浦区某某路 1 号', '31.2200', '121.4800', 'GCJ-02'],
  );
  const { latitude, exactness } = await database.db.hospitalCampus.findFirstOrThrow({ where: { name: '某某院区' } });
  expect([latitude.toFixed(6) === '31.220000', exactness]).toEqual([false, 'building']);
  const head = ['区', '机构', '哪一天', '当天时间', '调整原因'];
  const day = (date: string, hours: string) => ['黄浦', 'centre-310101-01', date, hours, '某某检修'];
  const wrong = await uploaded(city, 'openings', csvOf(head, [day('2026-06-01', '停诊'), day('2026-12-30', '上午')]));
  expect((await errorsOf(wrong.id)).flat().map(({ code }) => code)).toEqual(['dayHours']);
  expect((await rowsOf(city, wrong.id, 'added')).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['pastDay'],
  ]);
  const days = await written(
    'openings',
    head,
    day('2026-12-30', '全天停诊'),
    day('2026-12-31', '8点-11:30、13:00-15:00'),
  );
  const rows = await database.db.openingException.findMany({
    where: { facilityId: 'centre-310101-01', reason: '某某检修' },
    orderBy: [{ date: 'asc' }, { opensMinute: 'asc' }],
  });
  expect(rows.map(({ opensMinute, closesMinute }) => [opensMinute, closesMinute])).toEqual([
    [null, null],
    [480, 690],
    [780, 900],
  ]);
  await undone(days);
  await undone(campus);
  expect([await stateOf('campuses'), await stateOf('openings')]).toEqual(before);
});

it('finds times of dispensing that overlap, with the words of the place', async () => {
  const { preparationId, facilityId, facility, preparation, validFrom } =
    await database.db.preparationDispensing.findFirstOrThrow({
      where: { facility: { kind: 'community_centre' }, validTo: null },
      include: { facility: true, preparation: true },
    });
  const since = validFrom.toISOString().slice(0, 10);
  const head = ['院内制剂', '区', '中心', '调剂开始日期', '调剂结束日期'];
  const row = (from: string, to: string) => [preparationId, facility.districtCode, facilityId, from, to];
  const found = await uploaded(
    city,
    'dispensing',
    csvOf(head, [row('2026-11-01', ''), row('2019-01-01', '2019-06-01')]),
  );
  expect((await rowsOf(city, found.id)).map(({ outcome, label }) => [outcome, label])).toEqual([
    ['faulty', `${preparation.name} ${facility.name} 2026-11-01`],
    ['added', `${preparation.name} ${facility.name} 2019-01-01`],
  ]);
  expect(await errorsOf(found.id)).toMatchObject([
    [{ column: 'dispensedFrom', code: 'overlaps', values: { from: since, open: 'yes' } }],
  ]);
  // two that change places in one file
  const turned = await written('dispensing', head, row('2026-11-01', ''), row(since, '2026-11-01'));
  await undone(turned);
});
