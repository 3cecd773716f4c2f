import { beforeAll, describe, expect, it } from 'vitest';
import { confirmClinicSessions, disputeClinicSession, resolveDispute } from '@/lib/clinic-sessions/confirm-commands';
import { SESSION_STATES } from '@/lib/clinic-sessions/schema';
import { civilDate, fromDbDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');
let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorldOn(database);
});

const REASON = '当天我在外地开会';
const CONFIRMING = ['expert', 'alliance_officer'] as const;

const confirm = async (role: (typeof CONFIRMING)[number], ...records: { id: string; version: number }[]) =>
  valueIn(await confirmClinicSessions(world.own.as(role), { records }));
const dispute = (record: { id: string; version: number }, overrides = {}) =>
  disputeClinicSession(world.own.as('expert'), { ...record, kind: 'not_there', reason: REASON, ...overrides });

describe('confirmClinicSessions', () => {
  it.each(CONFIRMING)('takes the word of the %s', async (role) => {
    const record = await world.record();
    expect(await confirm(role, record)).toMatchObject([
      { id: record.id, done: true, repeated: false, label: { date: record.date, half: 'am' } },
    ]);
    expect(await world.row(record.id)).toMatchObject({
      state: 'confirmed',
      version: 1,
      confirmedAs: role,
      confirmedById: `own-${role}`,
      confirmedAt: new Date('2026-11-18T01:30:00Z'),
    });
    expect(await world.events(record.id)).toEqual(['clinicSession.confirmed']);
    expect(await world.wrongSums()).toEqual([]);
  });

  it('confirms a whole list, and names each that it cannot', async () => {
    const good = [await world.record(), await world.record(), await world.record()];
    const amended = await world.record({ version: 2 });
    const disputed = await world.record({ state: 'disputed' });
    const neighbour = await world.record({}, { side: 'neighbour' });
    const list = [...good, { ...amended, version: 1 }, disputed, neighbour];
    const outcomes = await confirm('alliance_officer', ...list);
    expect(outcomes.map((one) => (one.done ? 'done' : (one.error.messageKey ?? one.error.code)))).toEqual([
      ...['done', 'done', 'done'],
      ...['review.problem.stale', 'review.problem.state.disputed', 'NOT_FOUND'],
    ]);
    expect(outcomes.at(-1)?.label, 'what is out of scope has no name').toBeNull();
    expect(await world.row(amended.id)).toMatchObject({ state: 'submitted' });
    expect(await world.wrongSums()).toEqual([]);
  });

  it('is harmless when it comes twice, also at once and from both parties', async () => {
    const record = await world.record();
    const twice = await Promise.all([
      ...[1, 2, 3].map(() => confirm('expert', record)),
      confirm('alliance_officer', record),
    ]);
    expect(twice.flat().every(({ done }) => done)).toBe(true);
    expect(twice.flat().filter((one) => one.done && !one.repeated)).toHaveLength(1);
    expect(await world.events(record.id)).toEqual(['clinicSession.confirmed']);
    expect(await world.wrongSums()).toEqual([]);
  });

  it.each(['disputed', 'returned', 'withdrawn'] as const)('does not confirm what is %s', async (state) => {
    const record = await world.record({ state });
    expect(await confirm('expert', record)).toMatchObject([
      { done: false, error: { code: 'CONFLICT', messageKey: `review.problem.state.${state}` } },
    ]);
    expect(await world.events(record.id)).toEqual([]);
  });

  it('is nobody else’s, and no expert’s of another session', async () => {
    const record = await world.record();
    for (const actor of world.others(CONFIRMING))
      expect(await confirmClinicSessions(actor, { records: [record] })).toEqual({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    for (const role of CONFIRMING)
      expect(valueIn(await confirmClinicSessions(world.neighbour.as(role), { records: [record] }))).toMatchObject([
        { done: false, label: null, error: { code: 'NOT_FOUND' } },
      ]);
    expect(await world.row(record.id)).toMatchObject({ state: 'submitted' });
  });

  it.each([
    ['nothing at all', [], 'review.problem.none'],
    ['nonsense', [{ id: 'x', version: 0 }], 'sessions.problem.field'],
    [
      'the same twice',
      [1, 1].map((version) => ({ id: '0198aaaa-0000-7000-8000-000000000001', version })),
      'sessions.problem.twice',
    ],
    [
      'too many at once',
      Array.from({ length: 51 }, (_, n) => ({ id: `0198aaaa-0000-7000-8000-0000000000${n + 10}`, version: 1 })),
      'review.problem.many',
    ],
  ])('refuses %s', async (_, records, messageKey) => {
    const refused = await confirmClinicSessions(world.own.as('expert'), { records });
    expect(refused).toMatchObject({ error: { code: 'INVALID' } });
    expect(refused.ok ? [] : refused.error.problems?.map((one) => one.messageKey)).toContain(messageKey);
  });

  it('leaves the records of a closed month as they are', async () => {
    const record = await world.record({}, { date: civilDate('2026-07-01') });
    await world.closedMonth(civilDate('2026-07-01'));
    const closed = { code: 'CONFLICT', messageKey: 'sessions.problem.monthClosed' };
    expect(await confirm('expert', record)).toMatchObject([{ done: false, error: closed }]);
    expect(await dispute(record)).toMatchObject({ error: closed });
    expect(await world.row(record.id)).toMatchObject({ state: 'submitted', messages: [] });
    expect(await world.events(record.id)).toEqual([]);
    expect(await world.wrongSums()).toEqual([]);
  });
});

describe('disputeClinicSession', () => {
  it.each(['submitted', 'confirmed'] as const)(
    'makes of a %s record one to be answered within a week',
    async (state) => {
      const record = await world.record({ state });
      expect(valueIn(await dispute(record))).toEqual({ repeated: false });
      const row = await world.row(record.id);
      expect(row).toMatchObject({ state: 'disputed', confirmedAt: null, confirmedById: null, confirmedAs: null });
      expect(row.dueOn && fromDbDate(row.dueOn)).toBe('2026-11-25');
      expect(row.messages).toMatchObject([
        {
          ...{ kind: 'disputed', disputeKind: 'not_there', version: 1, text: REASON },
          ...{ authorId: 'own-expert', authorName: '测试 expert', authorRole: 'expert' },
        },
      ]);
      expect(await world.events(record.id)).toEqual(['clinicSession.disputed']);
      expect(await world.wrongSums()).toEqual([]);
    },
  );

  it('is open to the hospital also where nothing was held', async () => {
    const record = await world.record({ held: false });
    const input = { ...record, kind: 'other', reason: '当天照常出诊' } as const;
    valueIn(await disputeClinicSession(world.own.as('alliance_officer'), input));
    expect(await world.row(record.id)).toMatchObject({ state: 'disputed', held: false });
  });

  it('is harmless when it comes twice; a second voice goes into the thread', async () => {
    const record = await world.record();
    const both = await Promise.all([dispute(record), dispute(record)]);
    expect(both.map((one) => valueIn(one).repeated).sort()).toEqual([false, true]);
    expect((await world.row(record.id)).messages).toHaveLength(1);
    const second = { ...record, kind: 'numbers', reason: '人次偏多' } as const;
    expect(await disputeClinicSession(world.own.as('alliance_officer'), second)).toMatchObject({
      error: { code: 'CONFLICT', messageKey: 'review.problem.state.disputed' },
    });
    expect(await world.events(record.id)).toEqual(['clinicSession.disputed']);
  });

  it('is for expert and hospital, about their own sessions and the version they saw', async () => {
    const record = await world.record({ version: 3 });
    for (const actor of [...world.others(CONFIRMING), ...CONFIRMING.map((role) => world.neighbour.as(role))])
      expect(await disputeClinicSession(actor, { ...record, kind: 'other', reason: REASON })).toEqual({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    expect(await dispute({ ...record, version: 2 })).toMatchObject({ error: { messageKey: 'review.problem.stale' } });
  });

  it.each(SESSION_STATES.filter((state) => !['submitted', 'confirmed'].includes(state)))(
    'does not touch what is %s',
    async (state) => {
      const record = await world.record({ state });
      expect(await dispute(record)).toMatchObject({ error: { code: 'CONFLICT' } });
      expect((await world.row(record.id)).messages).toEqual([]);
    },
  );

  it.each([
    ['kind', { kind: 'rude' }, 'review.problem.disputeKind'],
    ['kind', { kind: undefined }, 'review.problem.disputeKind'],
    ['reason', { reason: ' 否 ' }, 'sessions.problem.reason'],
    ['reason', { reason: '长'.repeat(1001) }, 'sessions.problem.textLong'],
    ['id', { id: 'x' }, 'sessions.problem.field'],
    ['version', { version: 0 }, 'sessions.problem.field'],
  ])('asks for the %s: %o', async (path, overrides, messageKey) => {
    const record = await world.record();
    expect(await dispute(record, overrides)).toMatchObject({
      error: { code: 'INVALID', problems: [{ path, messageKey }] },
    });
  });
});

describe('resolveDispute', () => {
  const TAKEN_BACK = '查过排班，是我记错了';

  it('takes a dispute back and confirms the record', async () => {
    const record = await world.record();
    valueIn(await dispute(record));
    const input = { ...record, reason: TAKEN_BACK };
    expect(valueIn(await resolveDispute(world.own.as('expert'), input))).toEqual({ repeated: false });
    const row = await world.row(record.id);
    expect(row).toMatchObject({ state: 'confirmed', dueOn: null, confirmedAs: 'expert' });
    expect(row.messages.map(({ kind }) => kind).sort()).toEqual(['disputed', 'resolved']);
    expect(await world.events(record.id)).toEqual(['clinicSession.disputed', 'clinicSession.disputeResolved']);
    expect(valueIn(await resolveDispute(world.own.as('expert'), input))).toEqual({ repeated: true });
    expect(await world.wrongSums()).toEqual([]);
  });

  it('is for who disputed: no other voice speaks for the expert', async () => {
    const record = await world.record();
    valueIn(await dispute(record));
    const input = { ...record, reason: TAKEN_BACK };
    const forbidden = { error: { code: 'FORBIDDEN', messageKey: 'review.problem.notYourDispute' } };
    expect(await resolveDispute(world.own.as('alliance_officer'), input)).toMatchObject(forbidden);
    expect(await resolveDispute(world.own.as('expert', 'another-account'), input)).toMatchObject(forbidden);
    for (const actor of [...world.others(CONFIRMING), world.neighbour.as('expert')])
      expect(await resolveDispute(actor, input)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await world.row(record.id)).toMatchObject({ state: 'disputed' });
  });

  it('is for everybody in the office of the hospital that disputed', async () => {
    const record = await world.record();
    const input = { ...record, kind: 'numbers', reason: '人次偏多' } as const;
    valueIn(await disputeClinicSession(world.own.as('alliance_officer'), input));
    expect(await resolveDispute(world.own.as('expert'), { ...record, reason: TAKEN_BACK })).toMatchObject({
      ok: false,
    });
    const colleague = world.own.as('alliance_officer', 'a-colleague');
    valueIn(await resolveDispute(colleague, { ...record, reason: TAKEN_BACK }));
  });

  it('needs a dispute, a reason, and the version that was seen', async () => {
    const calm = await world.record();
    const asExpert = world.own.as('expert');
    expect(await resolveDispute(asExpert, { ...calm, reason: TAKEN_BACK })).toMatchObject({
      error: { messageKey: 'review.problem.notDisputed' },
    });
    const record = await world.record();
    valueIn(await dispute(record));
    expect(await resolveDispute(asExpert, { ...record, reason: '' })).toMatchObject({
      error: { problems: [{ path: 'reason', messageKey: 'sessions.problem.reason' }] },
    });
    expect(await resolveDispute(asExpert, { ...record, version: 9, reason: TAKEN_BACK })).toMatchObject({
      error: { messageKey: 'review.problem.stale' },
    });
  });
});
