import { beforeAll, describe, expect, it } from 'vitest';
import { confirmClinicSessions } from '@/lib/clinic-sessions/confirm-commands';
import { closeMonth, reopenMonth } from '@/lib/clinic-sessions/month-commands';
import { getMonth, listMonths, listMonthsToClose } from '@/lib/clinic-sessions/month-queries';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');
let world: ReviewWorld;
const district = () => world.own.as('district_officer');
const close = (month: string, openSeen: number | null, actor = district()) =>
  closeMonth(actor, { districtCode: world.own.districtCode, month, openSeen });
const closesOf = async (month: string) =>
  await database.db.monthClose.findMany({ where: { month: toDbDate(civilDate(`${month}-01`)) } });

/** The clinic sits on Wednesdays: four of them in April to June 2026, each with a fate of its own. */
beforeAll(async () => {
  world = await reviewWorldOn(database);
  const wednesdays = [0, 7, 14, 21].map((days) => addDays(civilDate('2026-05-06'), days));
  const [confirmed, disputed, accepted] = wednesdays;
  await world.record({ state: 'confirmed' }, { date: confirmed });
  await world.record({ state: 'disputed' }, { date: disputed });
  await world.record({ state: 'accepted' }, { date: accepted });
  // an extra one on a Friday, and one that was taken back
  const extra = { planned: false, plannedExpertId: null, expertPresence: 'absent', expertId: null } as const;
  await world.record(extra, { date: civilDate('2026-05-08') });
  await world.record({ state: 'withdrawn' }, { date: civilDate('2026-05-09') });
});

const MAY = { expected: 4, logged: 4, loggedPlanned: 3, held: 4, confirmed: 2, accepted: 1, disputed: 1, returned: 0 };
const OPEN_IN_MAY = { missing: 1, unconfirmed: 1, unaccepted: 1, open: 4 };

describe('listMonths', () => {
  it('adds up a year of the district, the present month up to yesterday', async () => {
    const seen = await listMonths(district());
    expect(seen?.districtCode).toBe('310101');
    expect(seen?.months).toHaveLength(12);
    expect(seen?.months[0]).toMatchObject({ month: '2026-11-01', over: false, figures: { expected: 2, missing: 2 } });
    expect(seen?.months.find(({ month }) => month === '2026-05-01')).toEqual({
      ...{ month: '2026-05-01', over: true, close: null },
      figures: { ...MAY, ...OPEN_IN_MAY },
    });
  });

  it('is for the district’s officer alone', async () => {
    for (const actor of world.others(['district_officer'])) expect(await listMonths(actor)).toBeNull();
    const theirs = await listMonths(world.neighbour.as('district_officer'));
    expect(theirs?.districtCode).toBe('310104');
    expect(theirs?.months.find(({ month }) => month === '2026-05-01')?.figures).toMatchObject({ logged: 0 });
  });
});

describe('getMonth', () => {
  it('names what is open, as many things as the figures say', async () => {
    const seen = await getMonth(district(), civilDate('2026-05-01'));
    expect(seen).toMatchObject({ district: { name: '黄浦区' }, figures: { open: 4 }, closings: [] });
    expect(seen?.open.map(({ date, record }) => [date, record?.state ?? 'missing'])).toEqual([
      ['2026-05-06', 'confirmed'],
      ['2026-05-08', 'submitted'],
      ['2026-05-13', 'disputed'],
      ['2026-05-27', 'missing'],
    ]);
  });

  it('knows no month to come, and none for other roles', async () => {
    expect(await getMonth(district(), civilDate('2026-12-01'))).toBeNull();
    for (const actor of world.others(['district_officer']))
      expect(await getMonth(actor, civilDate('2026-05-01'))).toBeNull();
  });
});

describe('closeMonth', () => {
  it('asks whether the officer knows what is open, and whether that is still so', async () => {
    expect(await close('2026-05', null)).toMatchObject({
      error: { code: 'INVALID', problems: [{ path: 'openSeen', messageKey: 'review.problem.openUnseen' }] },
    });
    expect(await close('2026-05', 3)).toMatchObject({
      error: { code: 'CONFLICT', messageKey: 'review.problem.openChanged' },
    });
    expect(await closesOf('2026-05')).toEqual([]);
  });

  it('closes it once, however often and by however many at once', async () => {
    const three = await Promise.all([close('2026-05', 4), close('2026-05', 4), close('2026-05', 4)]);
    expect(three.map((one) => valueIn(one).repeated).sort()).toEqual([false, true, true]);
    const [made, ...more] = await closesOf('2026-05');
    expect(more).toEqual([]);
    expect(made).toMatchObject({ districtCode: '310101', closedById: 'own-district_officer', reopenedAt: null });
    expect(await world.events(made?.id ?? '')).toEqual(['month.closed']);
    const [event] = await database.db.auditEvent.findMany({ where: { objectId: made?.id } });
    expect(event).toMatchObject({ objectLabel: '黄浦区 2026-05', after: { ...MAY, ...OPEN_IN_MAY } });
    expect(await getMonth(district(), civilDate('2026-05-01'))).toMatchObject({ close: { id: made?.id } });
  });

  it('closes a month in which nothing is open without asking', async () => {
    // before the clinic opened
    expect(valueIn(await close('2023-12', null))).toEqual({ repeated: false });
  });

  it.each(['2026-11', '2026-12'])('does not close %s, which is not over', async (month) =>
    expect(await close(month, 0)).toMatchObject({
      error: { code: 'CONFLICT', messageKey: 'review.problem.monthNotOver' },
    }),
  );

  it.each(['2026-13', '2026-5', 'May', '', '1999-01'])('does not take %s for a month', async (month) =>
    expect(await close(month, 0)).toMatchObject({
      error: { problems: [{ path: 'month', messageKey: 'review.problem.month' }] },
    }),
  );

  it('is for officers of the district alone', async () => {
    for (const actor of [...world.others(['district_officer']), world.neighbour.as('district_officer')])
      expect(await close('2026-06', 0, actor)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await closesOf('2026-06')).toEqual([]);
  });

  it('and a record on its way meet in one order: either it counts, or it is refused', async () => {
    const record = await world.record({}, { date: civilDate('2026-06-03') });
    const open = (await getMonth(district(), civilDate('2026-06-01')))?.figures.open ?? 0;
    const [closing, confirming] = await Promise.all([
      close('2026-06', open),
      confirmClinicSessions(world.own.as('expert'), { records: [record] }),
    ]);
    valueIn(closing);
    const { state } = await world.row(record.id);
    const [confirmed] = valueIn(confirming);
    expect(state).toBe(confirmed?.done ? 'confirmed' : 'submitted');
    expect(await world.wrongSums()).toEqual([]);
  });
});

describe('reopenMonth', () => {
  const reason = '中心补报一次出诊';

  it('opens it with a reason, after which records move again and it can be closed anew', async () => {
    const record = await world.record({}, { date: civilDate('2026-08-05') });
    const open = (await getMonth(district(), civilDate('2026-08-01')))?.figures.open ?? 0;
    valueIn(await close('2026-08', open));
    const [made] = await closesOf('2026-08');
    const closeId = made?.id ?? '';
    const confirm = async () => valueIn(await confirmClinicSessions(world.own.as('expert'), { records: [record] }))[0];
    expect(await confirm()).toMatchObject({ done: false, error: { messageKey: 'sessions.problem.monthClosed' } });
    expect(valueIn(await reopenMonth(district(), { closeId, reason }))).toEqual({ repeated: false });
    expect(valueIn(await reopenMonth(district(), { closeId, reason })), 'a form sent twice').toEqual({
      repeated: true,
    });
    expect(await reopenMonth(district(), { closeId, reason: '另一个原因' })).toMatchObject({
      error: { code: 'CONFLICT', messageKey: 'review.problem.monthOpen' },
    });
    expect(await confirm()).toMatchObject({ done: true });
    expect(await world.events(closeId)).toEqual(['month.closed', 'month.reopened']);
    valueIn(await close('2026-08', open));
    const seen = await getMonth(district(), civilDate('2026-08-01'));
    expect(seen?.closings).toMatchObject([{ reopened: null }, { reopened: { reason } }]);
  });

  it('needs a reason, and a close of the own district', async () => {
    const { id: closeId } = await world.closedMonth(civilDate('2026-03-01'));
    expect(await reopenMonth(district(), { closeId, reason: ' ' })).toMatchObject({
      error: { problems: [{ path: 'reason', messageKey: 'sessions.problem.reason' }] },
    });
    expect(await reopenMonth(district(), { closeId: 'x', reason })).toMatchObject({ error: { code: 'INVALID' } });
    for (const actor of [...world.others(['district_officer']), world.neighbour.as('district_officer')])
      expect(await reopenMonth(actor, { closeId, reason })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect((await closesOf('2026-03'))[0]).toMatchObject({ reopenedAt: null });
  });
});

describe('listMonthsToClose', () => {
  it('names the months that are over, logged in and not closed', async () => {
    await world.record({}, { date: civilDate('2026-09-02') });
    await world.record({}, { date: civilDate('2026-11-04') });
    const months = await listMonthsToClose(district());
    expect(months).toContain('2026-09-01');
    expect(months).not.toContain('2026-11-01');
    expect(months).not.toContain('2026-05-01');
    for (const actor of world.others(['district_officer'])) expect(await listMonthsToClose(actor)).toEqual([]);
    expect(await listMonthsToClose(world.neighbour.as('district_officer'))).toEqual([]);
  });
});
