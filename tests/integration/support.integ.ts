import { beforeAll, describe, expect, it } from 'vitest';
import type { ActorRole } from '@/lib/access/actor';
import { askSupport, commentOnSupport } from '@/lib/directory/support-commands';
import { answerSupport, passSupportOn, takeSupport } from '@/lib/directory/support-office-commands';
import { getSupportRequest, listSupport, listSupportDue } from '@/lib/directory/support-queries';
import { type SupportKind, supportFilterSchema } from '@/lib/directory/support-schema';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';
import { supportRow } from '@/tests/support/support-row';

// Today is Wednesday, 18 November 2026.

const database = useDatabase('empty');
const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
const STALE = { ok: false, error: { code: 'CONFLICT' } };
const ANY = supportFilterSchema.parse({});
const TEXT = '李医师从下周起跟诊，请安排。';
let world: ReviewWorld;
let asked = 0;

beforeAll(async () => {
  world = await reviewWorldOn(database);
});

/** Asks as somebody of the own side who has asked nothing else. */
async function ask(role: ActorRole, kind: SupportKind = 'other', month = '') {
  asked += 1;
  const actor = world.own.as(role, `asking-${asked}`);
  const { id } = valueIn(await askSupport(actor, { kind, month, text: TEXT }));
  return { actor, id, row: await database.db.supportRequest.findUniqueOrThrow({ where: { id } }) };
}

const readers = async (id: string) => {
  const roles = [
    'centre_clerk',
    'trainee',
    'expert',
    'alliance_officer',
    'district_officer',
    'city_officer',
    'auditor',
  ];
  const seen: string[] = [];
  for (const role of roles as ActorRole[]) if (await getSupportRequest(world.own.as(role), id)) seen.push(role);
  return seen;
};

describe('asking', () => {
  it.each([
    ['centre_clerk', 'clinic_assignment', 'alliance', '2026-11-25'],
    ['centre_clerk', 'access_reset', 'district', '2026-11-19'],
    ['trainee', 'other', 'district', '2026-11-25'],
    ['expert', 'other', 'alliance', '2026-11-25'],
    ['expert', 'access_reset', 'city', '2026-11-19'],
    ['auditor', 'other', 'city', '2026-11-25'],
  ] as const)('%s for %s goes to the %s', async (role, kind, office, due) => {
    const { row } = await ask(role, kind);
    expect([row.office, row.dueOn.toISOString().slice(0, 10), row.status]).toEqual([office, due, 'open']);
    expect(await world.events(row.id)).toEqual(['supportRequest.asked']);
  });

  it('names the month that is to be reopened, and only a centre may ask for one', async () => {
    const { row } = await ask('centre_clerk', 'month_reopening', '2026-10');
    expect(row.month?.toISOString().slice(0, 10)).toBe('2026-10-01');
    const clerk = world.own.as('centre_clerk');
    for (const month of ['', '2026-12', '2026-13', '十月'])
      expect(await askSupport(clerk, { kind: 'month_reopening', month, text: TEXT })).toMatchObject({
        error: { code: 'INVALID', problems: [{ path: 'month' }] },
      });
    for (const role of ['expert', 'district_officer'] as const)
      expect(
        await askSupport(world.own.as(role), { kind: 'month_reopening', month: '2026-10', text: TEXT }),
      ).toMatchObject({ error: { code: 'INVALID', problems: [{ path: 'kind' }] } });
  });

  it('twice with the same words is one request, also at once; twenty open are enough', async () => {
    const actor = world.own.as('centre_clerk', 'asking-often');
    const given = { kind: 'other', month: '', text: TEXT };
    const ids = (await Promise.all([1, 2, 3].map(() => askSupport(actor, given)))).map((made) => valueIn(made).id);
    expect(new Set(ids).size).toBe(1);
    await database.db.supportRequest.createMany({
      data: Array.from({ length: 19 }, () => supportRow({ askedById: actor.accountId })),
    });
    expect(await askSupport(actor, { ...given, text: '另一件事' })).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it.each([
    ['kind', { kind: 'constructor' }],
    ['text', { text: ' x ' }],
    ['text', { text: '字'.repeat(1001) }],
    ['text', { text: ['a'] }],
  ])('refuses a bad %s', async (path, part) => {
    const given = { kind: 'other', month: '', text: TEXT, ...part };
    expect(await askSupport(world.own.as('expert'), given)).toMatchObject({
      error: { code: 'INVALID', problems: [{ path }] },
    });
  });
});

describe('whose business a request is', () => {
  it('the one who asked, the office, the district of the centre, the city and the auditor', async () => {
    const { id, actor } = await ask('centre_clerk', 'clinic_assignment');
    expect(await readers(id)).toEqual(['alliance_officer', 'district_officer', 'city_officer', 'auditor']);
    expect(await getSupportRequest(actor, id)).toMatchObject({ isMine: true, may: { answer: false, comment: true } });
    for (const role of ['alliance_officer', 'district_officer'] as const)
      expect(await getSupportRequest(world.neighbour.as(role), id)).toBeNull();
  });

  it('the district reads what its centres ask the alliance, and only the alliance and the city answer it', async () => {
    const { id } = await ask('centre_clerk', 'clinic_assignment');
    const ended = { id, version: 1, outcome: 'done', text: '已安排。' };
    expect(await answerSupport(world.own.as('district_officer'), ended)).toMatchObject(NOT_FOUND);
    expect(await answerSupport(world.neighbour.as('alliance_officer'), ended)).toMatchObject(NOT_FOUND);
    expect(await answerSupport(world.own.as('auditor'), ended)).toMatchObject(NOT_FOUND);
    expect(await answerSupport(world.own.as('alliance_officer'), ended)).toMatchObject({ ok: true });
  });

  it('nobody answers the own request', async () => {
    const { id, actor } = await ask('city_officer');
    expect(await answerSupport(actor, { id, version: 1, outcome: 'done', text: '好的' })).toMatchObject(NOT_FOUND);
    expect(await getSupportRequest(world.own.as('city_officer', 'another'), id)).toMatchObject({
      may: { answer: true },
    });
  });
});

describe('the life of a request', () => {
  it('is taken, talked of, passed on and answered, all of it said in the thread and the trail', async () => {
    const { id, actor } = await ask('centre_clerk');
    const officer = world.own.as('district_officer');
    const city = world.own.as('city_officer');
    expect(await takeSupport(officer, { id, version: 1 })).toMatchObject({ ok: true });
    expect(await takeSupport(officer, { id, version: 1 })).toMatchObject(STALE);
    for (const by of [officer, officer, actor]) valueIn(await commentOnSupport(by, { id, text: '请补充时间。' }));
    expect(await commentOnSupport(world.own.as('trainee'), { id, text: '插一句' })).toMatchObject(NOT_FOUND);
    expect(await passSupportOn(officer, { id, version: 2, text: '需市级协调。' })).toMatchObject({ ok: true });
    expect(await answerSupport(officer, { id, version: 3, outcome: 'done', text: '好的' })).toMatchObject(NOT_FOUND);
    expect(await passSupportOn(city, { id, version: 3, text: '再转' })).toMatchObject(STALE);
    expect(await answerSupport(city, { id, version: 3, outcome: 'declined', text: '另行安排。' })).toMatchObject({
      ok: true,
    });
    expect(await commentOnSupport(actor, { id, text: '谢谢' })).toMatchObject(STALE);
    const seen = await getSupportRequest(actor, id);
    expect(seen).toMatchObject({ status: 'declined', answer: '另行安排。', office: 'city', ownerName: null });
    expect(seen?.thread.map(({ kind }) => kind)).toEqual(['taken', 'comment', 'comment', 'passed_on']);
    expect(await world.events(id)).toEqual([
      ...['supportRequest.asked', 'supportRequest.taken', 'supportRequest.commented', 'supportRequest.commented'],
      ...['supportRequest.passedOn', 'supportRequest.answered'],
    ]);
  });

  it('one of two answers at once wins', async () => {
    const { id } = await ask('trainee');
    const given = { id, version: 1, outcome: 'done', text: '已重置。' };
    const made = await Promise.all(
      ['one', 'two'].map((name) => answerSupport(world.own.as('district_officer', name), given)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('Today and the list', () => {
  it('tells the office what waits, and whoever asked that there is an answer, for a week', async () => {
    const { id, actor } = await ask('centre_clerk');
    const officer = world.own.as('district_officer');
    const waits = async (by: typeof officer) =>
      (await listSupportDue(by, 1000)).waiting.requests.some((request) => request.id === id);
    expect(await waits(officer)).toBe(true);
    valueIn(await takeSupport(officer, { id, version: 1 }));
    expect([await waits(officer), await waits(world.own.as('district_officer', 'colleague-there'))]).toEqual([
      true,
      false,
    ]);
    valueIn(await answerSupport(officer, { id, version: 2, outcome: 'done', text: '已办。' }));
    expect(await waits(officer)).toBe(false);
    expect((await listSupportDue(actor, 10)).answered.map((request) => request.id)).toEqual([id]);
    const old = supportRow({
      ...{ askedById: actor.accountId, status: 'done', answer: '好', answeredById: 'x', answeredByName: '乙' },
      ...{ createdAt: new Date('2026-11-01T00:00:00Z'), answeredAt: new Date('2026-11-10T00:00:00Z') },
    });
    await database.db.supportRequest.create({ data: old });
    expect((await listSupportDue(actor, 10)).answered.map((request) => request.id)).toEqual([id]);
  });

  it('tells the middle time to answer of each kind, and narrows down', async () => {
    const askedById = 'asking-for-times';
    const answered = (hours: number) =>
      supportRow({
        ...{ askedById, kind: 'access_reset', office: 'city', districtCode: null, status: 'done', answer: '好' },
        ...{ createdAt: new Date('2026-11-10T00:00:00Z'), answeredAt: new Date(Date.UTC(2026, 10, 10, hours)) },
        ...{ answeredById: 'x', answeredByName: '乙' },
      });
    await database.db.supportRequest.createMany({ data: [2, 5, 30].map(answered) });
    const { requests, times } = await listSupport(world.own.as('expert', askedById), ANY);
    expect(requests).toHaveLength(3);
    expect(times.find(({ kind }) => kind === 'access_reset')).toEqual({
      kind: 'access_reset',
      answered: 3,
      medianHours: 5,
    });
    expect(times.find(({ kind }) => kind === 'other')).toMatchObject({ answered: 0, medianHours: null });
    const open = await listSupport(world.own.as('expert', askedById), { ...ANY, status: 'open' });
    expect(open.requests).toEqual([]);
  });

  it('goes on from page to page without losing or repeating any', async () => {
    const actor = world.own.as('centre_clerk', 'asking-pages');
    await database.db.supportRequest.createMany({
      data: Array.from({ length: 35 }, () => supportRow({ askedById: actor.accountId })),
    });
    const first = await listSupport(actor, ANY);
    const second = await listSupport(actor, { ...ANY, after: first.next });
    const ids = [...first.requests, ...second.requests].map(({ id }) => id);
    expect([first.requests.length, new Set(ids).size]).toEqual([30, 35]);
  });
});
