import { beforeAll, describe, expect, it } from 'vitest';
import { applyImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { chooseMatches } from '@/lib/registry/imports/match-commands';
import { getImport } from '@/lib/registry/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { exported } from '@/tests/support/exported-list';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf, workbookOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' }, { displayName: '王芳' });
const huangpu = actorWith({ role: 'district_officer', districtCode: '310101' });
const HEAD = ['名称', '所属区', '街道', '联系电话', '纬度', '经度', '开放时间', '中医馆（有/无）'];

async function stateOf() {
  const [facilities, centres, hours, features] = await Promise.all([
    database.db.facility.findMany({
      where: { kind: 'community_centre' },
      orderBy: { id: 'asc' },
      omit: { version: true, updatedAt: true },
    }),
    database.db.communityCentre.findMany({ orderBy: { facilityId: 'asc' } }),
    database.db.openingHours.findMany({ orderBy: [{ facilityId: 'asc' }, { weekday: 'asc' }, { opensMinute: 'asc' }] }),
    database.db.facilityFeature.findMany({ orderBy: [{ facilityId: 'asc' }, { feature: 'asc' }] }),
  ]);
  return JSON.stringify({ facilities, centres, hours, features });
}

describe('centres taken out and in again', () => {
  it('are those of the district for its officer', async () => {
    const { counts, unmentioned } = await uploaded(huangpu, 'centres', await exported(huangpu, 'centres'));
    const own = await database.db.communityCentre.count({ where: { districtCode: '310101' } });
    expect({ same: counts.same, unmentioned }).toEqual({ same: own, unmentioned: 0 });
    const all = await uploaded(huangpu, 'centres', await exported(city, 'centres'));
    expect(all.counts).toMatchObject({ same: own, faulty: 249 - own, added: 0 });
  });
});

describe('a file with a new centre and a changed one', () => {
  let before: string;
  let importId: string;

  beforeAll(async () => {
    before = await stateOf();
    const centre = await database.db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
    const rows = [
      [
        '附件：某某新建社区卫生服务中心',
        '黄浦',
        '外滩街道',
        '63231234',
        '31.2340',
        '121.4865',
        '周一到周五 8:00—11:30，13:00—17:00',
        '中医馆',
      ],
      [
        centre.name,
        '310101',
        '',
        '021-6323 9999',
        centre.latitude.toFixed(6),
        centre.longitude.toFixed(6),
        '每天 08:00-20:00',
        '无',
      ],
    ];
    const found = await uploaded(city, 'centres', await workbookOf(HEAD, rows));
    importId = found.id;
    expect(found.counts).toMatchObject({ added: 1, changed: 1, faulty: 0 });
  });

  it('is only checked until it is applied', async () => {
    expect(await stateOf()).toBe(before);
  });

  it('is applied once, with an event for each entry, and taken back as a whole', async () => {
    const found = await getImport(city, importId);
    const version = found?.version ?? 0;
    expect(await applyImport(city, { importId, version })).toEqual({ ok: true, value: { rows: 2 } });
    expect((await applyImport(city, { importId, version })).ok).toBe(false);
    const added = await database.db.facility.findFirstOrThrow({
      where: { name: { startsWith: '附件' } },
      include: { openingHours: true, communityCentre: true },
    });
    expect(added).toMatchObject({
      phone: '021-63231234',
      subdistrictCode: '310101013',
      exactness: 'building',
      origin: 'imported',
      communityCentre: { tcmArea: 'hall' },
    });
    expect(added.openingHours).toHaveLength(10);
    const changed = await database.db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
    expect(changed).toMatchObject({ phone: '021-6323 9999', origin: 'imported', subdistrictCode: null });
    const events = await database.db.auditEvent.findMany({
      where: { requestId: 'request-of-test' },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ event }) => event).filter((event) => event.startsWith('list'))).toEqual([
      'listEntry.added',
      'listEntry.changed',
      'listImport.applied',
    ]);
    const now = await getImport(city, importId);
    expect(await undoImport(city, { importId, version: now?.version ?? 0 })).toEqual({ ok: true, value: { rows: 2 } });
    expect(await stateOf()).toBe(before);
    expect((await getImport(city, importId))?.status).toBe('undone');
  });
});

describe('a centre under a near name', () => {
  const near = ['上海市黄浦区外滩街道卫生服务中心', '黄浦区', '外滩街道', '', '', '', '', ''];

  it('is a question, whose answer is remembered for later files', async () => {
    const { id: importId, counts, version } = await uploaded(city, 'centres', csvOf(HEAD, [near]));
    expect(counts).toMatchObject({ question: 1, added: 0 });
    const [row] = await rowsOf(city, importId);
    const meant = row?.candidates.find(({ label }) => label.includes('外滩'));
    expect(meant?.reasons).toContain('name');
    expect(meant?.cells.find(({ column }) => column === 'name')).toMatchObject({ same: false });
    const choices = { [String(row?.line)]: meant?.id ?? '' };
    expect(await chooseMatches(city, { importId, version, choices }, REGISTRY_WORDS)).toEqual({
      ok: true,
      value: null,
    });
    expect((await getImport(city, importId))?.counts).toMatchObject({ question: 0, changed: 1 });
    expect((await uploaded(city, 'centres', csvOf(HEAD, [near]))).counts).toMatchObject({ question: 0, changed: 1 });
    // taken back, it is a question again
    const again = await getImport(city, importId);
    const open = { [String(row?.line)]: 'open' };
    await chooseMatches(city, { importId, version: again?.version ?? 0, choices: open }, REGISTRY_WORDS);
    expect((await uploaded(city, 'centres', csvOf(HEAD, [near]))).counts).toMatchObject({ question: 1 });
  });
});

it('keeps what a centre was called before as a file says, finds it by that, and takes it back', async () => {
  const { id, name } = await database.db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
  const head = ['编号', '名称', '所属区', '曾用名', '来源'];
  const file = (names: string) => csvOf(head, [[id, name, '黄浦区', names, '某某文件']]);
  const early = await uploaded(city, 'centres', file('某某地段医院 // 2099-01-01'));
  expect((await rowsOf(city, early.id)).flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
    'formerLater',
  ]);
  const namesOf = async () =>
    (await database.db.facilityAlias.findMany({ where: { facilityId: id }, orderBy: { usedUntil: 'asc' } })).map(
      (one) => [one.name, one.nameEn],
    );
  const found = await uploaded(city, 'centres', file('某某卫生院 // Old Ward // 2010-01-01；某某地段医院 // 1998/1/1'));
  await applied(city, found.id);
  expect(await namesOf()).toEqual([
    ['某某地段医院', '某某地段医院'],
    ['某某卫生院', 'Old Ward'],
  ]);
  const named = await uploaded(city, 'centres', csvOf(['名称', '所属区'], [['某某卫生院', '黄浦区']]));
  expect(await rowsOf(city, named.id)).toMatchObject([{ outcome: 'same', objectId: id }]);
  const fewer = await uploaded(city, 'centres', file('某某卫生院 // Old Ward // 2010-01-01'));
  await applied(city, fewer.id);
  expect(await namesOf()).toEqual([['某某卫生院', 'Old Ward']]);
  for (const one of [fewer.id, found.id]) {
    const version = (await getImport(city, one))?.version ?? 0;
    expect(await undoImport(city, { importId: one, version })).toMatchObject({ ok: true });
  }
  expect(await namesOf()).toEqual([]);
});
