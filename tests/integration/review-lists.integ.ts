import { beforeAll, describe, expect, it } from 'vitest';
import { confirmClinicSessions, disputeClinicSession } from '@/lib/clinic-sessions/confirm-commands';
import {
  countUnconfirmed,
  listAttendances,
  listNotHeld,
  listReviewChoices,
  listToAccept,
  listToConfirm,
} from '@/lib/clinic-sessions/review-queries';
import { cursorText, reviewFilterSchema } from '@/lib/clinic-sessions/review-schema';
import { commentOnClinicSession } from '@/lib/clinic-sessions/thread-commands';
import { getRecordReview, listToAnswer, listUnansweredThreads } from '@/lib/clinic-sessions/thread-queries';
import { civilDate, toDbDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');
let world: ReviewWorld;
const made: Record<string, { id: string; version: number }> = {};
const idOf = (name: string) => made[name]?.id ?? '';
const filter = (values: Record<string, string>) => reviewFilterSchema.parse(values);
const ids = ({ records }: { records: readonly { id: string }[] }) => records.map(({ id }) => id);

/** One record in every state on the own side, from October 2 on, and a submitted one at the neighbour's. */
beforeAll(async () => {
  world = await reviewWorldOn(database);
  made.first = await world.record({ explanation: '加号较多' });
  made.second = await world.record({ submittedAt: new Date('2026-10-09T00:00:00Z') });
  made.notHeld = await world.record({ held: false });
  for (const state of ['disputed', 'confirmed', 'accepted', 'returned', 'withdrawn'] as const)
    made[state] = await world.record({ state });
  made.theirs = await world.record({}, { side: 'neighbour' });
});

describe('listToConfirm', () => {
  it.each(['expert', 'alliance_officer'] as const)('names the %s’s held sessions that wait', async (role) => {
    const page = await listToConfirm(world.own.as(role));
    expect(ids(page)).toEqual([idOf('second'), idOf('first')]);
    expect(page).toMatchObject({ count: 2, next: null });
    expect(page.records[1]).toMatchObject({
      ...{ state: 'submitted', held: true, visitsNew: 4, visitsReturn: 8, explanation: '加号较多', late: false },
      ...{ expertPresence: 'planned', expert: { name: expect.stringContaining('测试专家') } },
      trainees: [{ part: 'observing', signed: false }],
      district: { name: '黄浦区' },
    });
  });

  it('shows nothing to those who confirm nothing, and only their own to neighbours', async () => {
    for (const actor of world.others(['expert', 'alliance_officer']))
      expect(await listToConfirm(actor)).toEqual({ records: [], count: 0, next: null });
    expect(ids(await listToConfirm(world.neighbour.as('expert')))).toEqual([idOf('theirs')]);
  });

  it('goes on where a page ended, and counts all the same', async () => {
    const actor = world.own.as('expert');
    const one = await listToConfirm(actor, undefined, 1);
    expect(ids(one)).toEqual([idOf('second')]);
    const two = await listToConfirm(actor, filter({ after: one.next ?? '' }), 1);
    expect(ids(two)).toEqual([idOf('first')]);
    expect(two).toMatchObject({ count: 2, next: null });
  });

  it('is narrowed down by district, centre and expert', async () => {
    const actor = world.own.as('alliance_officer');
    const { districtCode, centreId, expertId } = world.own;
    const count = async (values: Record<string, string>) => (await listToConfirm(actor, filter(values))).count;
    expect(await count({ district: districtCode, centre: centreId, expert: expertId })).toBe(2);
    expect(await count({ district: '310104' })).toBe(0);
    expect(await count({ centre: world.neighbour.centreId })).toBe(0);
    expect(await count({ expert: world.neighbour.expertId })).toBe(0);
  });

  it('reads no nonsense out of an address', () => {
    const nothing = { district: null, centre: null, expert: null, after: null };
    expect(filter({ district: '%00', centre: '../x', expert: 'A B', after: '2026-02-30~0198' })).toEqual(nothing);
    const id = '0198aaaa-0000-7000-8000-000000000001';
    expect(filter({ after: `2026-02-30~${id}` })).toEqual(nothing);
    const after = { date: civilDate('2026-10-02'), id };
    expect(filter({ after: cursorText(after) })).toEqual({ ...nothing, after });
  });
});

describe('the other lists', () => {
  it('tell expert and hospital what was reported as not held', async () => {
    for (const role of ['expert', 'alliance_officer'] as const)
      expect(ids(await listNotHeld(world.own.as(role)))).toEqual([idOf('notHeld')]);
    for (const actor of world.others(['expert', 'alliance_officer'])) expect(ids(await listNotHeld(actor))).toEqual([]);
  });

  it('tell the district what waits for it alone, and how much waits for others', async () => {
    const officer = world.own.as('district_officer');
    expect(ids(await listToAccept(officer))).toEqual([idOf('confirmed'), idOf('notHeld')]);
    expect(await countUnconfirmed(officer)).toBe(2);
    for (const actor of [...world.others(['district_officer']), world.neighbour.as('district_officer')])
      expect(ids(await listToAccept(actor))).toEqual([]);
    for (const actor of world.others(['district_officer'])) expect(await countUnconfirmed(actor)).toBe(0);
  });

  it('can be narrowed down by what occurs in them', async () => {
    const choices = await listReviewChoices(world.own.as('alliance_officer'), 'confirm');
    expect(choices).toMatchObject({
      districts: [{ id: '310101', name: '黄浦区' }],
      centres: [{ id: world.own.centreId }],
      experts: [{ id: world.own.expertId }],
    });
    const none = { districts: [], centres: [], experts: [] };
    expect(await listReviewChoices(world.own.as('auditor'), 'confirm')).toEqual(none);
    expect((await listReviewChoices(world.own.as('district_officer'), 'accept')).centres).toHaveLength(1);
  });

  it('name what waits for an answer to everybody who has a part in it', async () => {
    for (const role of ['centre_clerk', 'expert', 'alliance_officer', 'district_officer'] as const) {
      expect(ids(await listToAnswer(world.own.as(role), 'disputed')), role).toEqual([idOf('disputed')]);
      expect(ids(await listToAnswer(world.own.as(role), 'returned')), role).toEqual([idOf('returned')]);
      expect(ids(await listToAnswer(world.neighbour.as(role), 'disputed')), role).toEqual([]);
    }
    for (const role of ['trainee', 'city_officer', 'auditor'] as const)
      expect(ids(await listToAnswer(world.own.as(role), 'disputed')), role).toEqual([]);
  });

  it('name what is overdue, what is due first first', async () => {
    const officer = world.own.as('district_officer');
    const soon = await world.record({ state: 'disputed', dueOn: toDbDate(civilDate('2026-10-01')) });
    const later = await world.record({ state: 'disputed', dueOn: toDbDate(civilDate('2026-11-18')) });
    const overdue = await listToAnswer(officer, 'disputed', { dueBefore: civilDate('2026-11-18') });
    expect(ids(overdue)[0]).toBe(soon.id);
    expect(ids(overdue)).not.toContain(later.id);
    expect((await listToAnswer(officer, 'disputed', { size: 1 })).records).toHaveLength(1);
  });
});

describe('records of a closed month', () => {
  const month = civilDate('2026-04-01');
  const inMonth = async (closed: boolean) => {
    const [expert, officer, clerk] = [
      world.own.as('expert'),
      world.own.as('district_officer'),
      world.own.as('centre_clerk'),
    ];
    const lists = [
      await listToConfirm(expert),
      await listNotHeld(expert),
      await listToAccept(officer),
      await listToAnswer(clerk, 'disputed'),
      await listAttendances(world.own.as('trainee'), false),
    ];
    const seen = lists.map(({ records }) => records.filter(({ date }) => date.startsWith('2026-04')).length);
    expect(seen, closed ? 'while it is closed' : 'while it is open').toEqual(
      closed ? [0, 0, 0, 0, 0] : [1, 1, 2, 1, 3],
    );
  };

  it('wait for nobody, until the district opens it again', async () => {
    await world.record({}, { date: civilDate('2026-04-01') });
    await world.record({ held: false }, { date: civilDate('2026-04-02') });
    await world.record({ state: 'confirmed' }, { date: civilDate('2026-04-29') });
    await world.record({ state: 'disputed' }, { date: civilDate('2026-04-30') });
    await inMonth(false);
    // the months beside it, and a neighbour's, make one stretch with it and none
    await world.closedMonth(civilDate('2026-03-01'));
    await world.closedMonth(month, 'neighbour');
    await inMonth(false);
    const { id } = await world.closedMonth(month);
    await inMonth(true);
    const reopened = { reopenedAt: new Date('2026-11-02'), reopenedByName: '测试', reopenReason: '补报' };
    await database.db.monthClose.update({ where: { id }, data: reopened });
    await inMonth(false);
  });
});

describe('listUnansweredThreads', () => {
  it('names a record while another party has the last word', async () => {
    const { id } = await world.record();
    const [trainee, clerk] = [world.own.as('trainee'), world.own.as('centre_clerk')];
    const waiting = async (actor = clerk) => (await listUnansweredThreads(actor)).map(({ record }) => record.id);
    expect(await waiting()).not.toContain(id);
    valueIn(await commentOnClinicSession(trainee, { id, text: '我那天没有参加' }));
    expect(await listUnansweredThreads(clerk)).toMatchObject([
      { record: { id }, message: { text: '我那天没有参加', authorRole: 'trainee', own: false } },
    ]);
    expect(await waiting(world.own.as('district_officer'))).toContain(id);
    expect(await waiting(world.neighbour.as('centre_clerk'))).toEqual([]);
    expect(await waiting(world.own.as('auditor'))).toEqual([]);
    valueIn(await commentOnClinicSession(clerk, { id, text: '已核对，改好重新提交' }));
    expect(await waiting()).not.toContain(id);
    expect(await waiting(world.own.as('district_officer'))).toContain(id);
  });
});

describe('getRecordReview', () => {
  const mayOf = async (name: string, role: Parameters<typeof world.own.as>[0]) =>
    (await getRecordReview(world.own.as(role), idOf(name)))?.may;

  it('offers each party what its part is, and nothing to those who watch', async () => {
    expect(await mayOf('first', 'expert')).toEqual(['confirm', 'dispute', 'comment']);
    expect(await mayOf('first', 'trainee')).toEqual(['sign', 'comment']);
    expect(await mayOf('first', 'district_officer')).toEqual(['return', 'comment']);
    expect(await mayOf('first', 'centre_clerk')).toEqual(['withdraw', 'amend', 'comment']);
    for (const role of ['city_officer', 'auditor'] as const) expect(await mayOf('first', role)).toEqual([]);
    expect(await mayOf('confirmed', 'district_officer')).toEqual(['accept', 'return', 'comment']);
    expect(await mayOf('notHeld', 'district_officer')).toEqual(['accept', 'return', 'comment']);
    expect(await mayOf('notHeld', 'alliance_officer')).toEqual(['dispute', 'comment']);
    expect(await mayOf('accepted', 'district_officer')).toEqual(['reopen', 'comment']);
    expect(await mayOf('withdrawn', 'trainee')).toEqual(['comment']);
  });

  it('is not there for a neighbour, nor for nonsense', async () => {
    for (const role of ['trainee', 'expert', 'centre_clerk', 'alliance_officer', 'district_officer'] as const)
      expect(await getRecordReview(world.neighbour.as(role), idOf('first'))).toBeNull();
    for (const id of ['', 'x', '\u0000', '0198aaaa-0000-7000-8000-000000000001'])
      expect(await getRecordReview(world.own.as('auditor'), id)).toBeNull();
  });

  it('offers nothing but words in a closed month', async () => {
    const { id } = await world.record({}, { date: civilDate('2026-07-01') });
    await world.closedMonth(civilDate('2026-07-01'));
    expect(await getRecordReview(world.own.as('expert'), id)).toMatchObject({ monthClosed: true, may: ['comment'] });
  });

  it('offers to take a dispute back to who disputed, and tells the thread in its order', async () => {
    const record = await world.record();
    const expert = world.own.as('expert');
    valueIn(await confirmClinicSessions(expert, { records: [record] }));
    valueIn(await disputeClinicSession(expert, { ...record, kind: 'numbers', reason: '人次偏多' }));
    const seen = await getRecordReview(expert, record.id);
    expect(seen?.may).toEqual(['resolve', 'comment']);
    expect(seen?.thread).toMatchObject([
      { what: 'version', version: 1 },
      { what: 'message', kind: 'disputed', disputeKind: 'numbers', own: true, text: '人次偏多' },
    ]);
    expect((await getRecordReview(world.own.as('alliance_officer'), record.id))?.may).toEqual(['comment']);
  });
});
