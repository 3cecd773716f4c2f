import { beforeAll, describe, expect, it } from 'vitest';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { readRecords } from '@/lib/public-directory/records/read-records';
import { ANYTHING } from '@/lib/public-directory/search/fixture';
import { buildSnapshot } from '@/lib/public-directory/snapshot';
import { proposeChange } from '@/lib/registry/changes/change-commands';
import { getChangeForm, listChangeFacilities } from '@/lib/registry/changes/change-form-queries';
import { getChange } from '@/lib/registry/changes/change-queries';
import { approveChange } from '@/lib/registry/changes/decide-change-commands';
import { fetchEvidence } from '@/lib/registry/changes/evidence-commands';
import { useDatabase } from '@/tests/support/database';
import { rowsOf, uploaded } from '@/tests/support/imported';
import { workbookOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// New names and new places, as residents, files and statistics see them. Today is Wednesday, 18 November 2026.

const TODAY = '2026-11-18';
const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
const database = useDatabase('empty');
let world: ReviewWorld;

beforeAll(async () => {
  world = await reviewWorldOn(database);
});

const clerk = () => world.own.as('centre_clerk');
const officer = () => world.own.as('district_officer');

async function proposed(typed: Record<string, string>) {
  const facilityId = world.own.centreId;
  await database.db.changeRequest.deleteMany({ where: { facilityId, state: { not: 'applied' } } });
  const form = await getChangeForm(clerk(), { facilityId }, READER);
  const values = { ...form?.values, ...typed };
  const sent = { request: null, facilityId, values, reason: '区里批复', effectiveOn: TODAY };
  return await proposeChange(clerk(), sent, REGISTRY_WORDS);
}

async function applied(typed: Record<string, string>) {
  const sent = await proposed(typed);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const done = await approveChange(officer(), { ...sent.value, effectiveOn: TODAY });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return sent.value.id;
}

async function snapshot() {
  const connection = await openConnection(database.url, 'test');
  try {
    return buildSnapshot(await readRecords(connection));
  } finally {
    await closeConnection(connection);
  }
}

describe('a new name', () => {
  const [first, second] = ['黄浦区春江社区卫生服务中心', '黄浦区秋水社区卫生服务中心'];

  it('keeps the old one, with its day, for search', async () => {
    await applied({ name: first, nameEn: 'Chunjiang Community Health Centre, Huangpu District' });
    await applied({ name: second, nameEn: 'Qiushui Community Health Centre, Huangpu District' });
    const { engine, index } = await snapshot();
    const now = new Date(`${TODAY}T02:00:00Z`);
    const [row] = engine.search({ ...ANYTHING, q: '春江社区卫生服务中心' }, now).rows;
    expect(row?.facility).toMatchObject({ id: world.own.centreId, name: second });
    expect(row?.matches).toContainEqual(expect.objectContaining({ type: 'facility', via: first }));
    const names = index.facilities.get(world.own.centreId)?.formerNames;
    expect(names?.map(({ name, until }) => [name, until])).toContainEqual([first, TODAY]);
    expect(names).toHaveLength(2);
  });

  it('is kept by a file that knows the old one only', async () => {
    const head = ['名称', '所属区', '纬度', '经度', '联系电话'];
    const file = await workbookOf(head, [[first, '黄浦区', '31.234', '121.47', '021-63230001']]);
    const { id, counts } = await uploaded(officer(), 'centres', file);
    expect(counts).toMatchObject({ changed: 1, added: 0, question: 0, faulty: 0 });
    const [row] = await rowsOf(officer(), id);
    expect(row).toMatchObject({ objectId: world.own.centreId, label: second });
    expect(row?.problems).toContainEqual(expect.objectContaining({ code: 'formerName', level: 'corrected' }));
  });

  it('that goes back to an earlier one is no former name of itself', async () => {
    await applied({ name: first });
    const { index } = await snapshot();
    const names = index.facilities.get(world.own.centreId)?.formerNames.map(({ name }) => name);
    expect(names).toContain(second);
  });
});

describe('a move to another subdistrict', () => {
  it('is told in metres and counts where the place is from its day on', async () => {
    const others = await database.db.subdistrict.findMany({
      where: { districtCode: '310101' },
      orderBy: { code: 'asc' },
    });
    const target = others.at(-1);
    if (!target) throw new Error('no subdistrict');
    const counted = async (code: string) => await database.db.facility.count({ where: { subdistrictCode: code } });
    const before = await counted(target.code);
    const id = await applied({ subdistrict: target.code, latitude: '31.224000', longitude: '121.480000' });
    const change = await getChange(officer(), id, READER);
    expect(change?.keys).toEqual(expect.arrayContaining(['subdistrict', 'latitude', 'longitude']));
    expect(change?.movedMetres).toBeGreaterThan(1000);
    expect(change?.cells.find(({ key }) => key === 'subdistrict')?.after).toBe(target.name);
    expect(await counted(target.code)).toBe(before + 1);
  });

  it.each([
    ['latitude', { latitude: '31.450000', longitude: '121.300000' }, 'registry.problem.outsideDistrict'],
    ['subdistrict', { subdistrict: '310104003' }, 'registry.problem.subdistrictElsewhere'],
  ])('out of the district is refused at its %s', async (path, typed, messageKey) => {
    expect(await proposed(typed)).toMatchObject({ ok: false, error: { problems: [{ path, messageKey }] } });
  });
});

describe('evidence', () => {
  it('leaves a trace with every reading', async () => {
    const sent = await proposed({ phone: '021-63230002' });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    const { id } = sent.value;
    const file = { fileName: 'a.pdf', contentType: 'application/pdf', fileSize: 5 };
    await database.db.changeRequest.update({ where: { id }, data: file });
    expect(await fetchEvidence(officer(), id)).toMatchObject({ ok: true });
    expect(await fetchEvidence(world.neighbour.as('district_officer'), id)).toMatchObject({ ok: false });
    const told = await database.db.auditEvent.findMany({
      where: { objectId: id, event: 'changeRequest.evidenceRead' },
    });
    expect(told.map(({ accountId, districtCode }) => [accountId, districtCode])).toEqual([
      [officer().accountId, '310101'],
    ]);
  });
});

describe('a place that has closed', () => {
  it('is proposed no more, and what is open about it takes no effect', async () => {
    const sent = await proposed({ phone: '021-63230003' });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    await database.db.facility.update({ where: { id: world.own.centreId }, data: { status: 'closed' } });
    expect(await getChangeForm(clerk(), { facilityId: world.own.centreId }, READER)).toBeNull();
    expect((await listChangeFacilities(clerk())).map(({ id }) => id)).not.toContain(world.own.centreId);
    expect(await approveChange(officer(), { ...sent.value, effectiveOn: TODAY })).toMatchObject({
      ...{ ok: false, error: { code: 'CONFLICT', messageKey: 'changes.problem.closed' } },
    });
    expect(await proposed({ phone: '021-63230004' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
