import { beforeAll, describe, expect, it } from 'vitest';
import { decideClinicSessions, reopenClinicSession } from '@/lib/clinic-sessions/accept-commands';
import { civilDate, fromDbDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');
let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorldOn(database);
});

type Ref = { id: string; version: number };
const REASON = '人次与病历登记不符';
const accept = ({ id, version }: Ref) => ({ id, version, decision: 'accept' }) as const;
const sendBack = ({ id, version }: Ref, reason = REASON) => ({ id, version, decision: 'return', reason }) as const;
type Decision = ReturnType<typeof accept> | ReturnType<typeof sendBack>;
const decide = async (...decisions: Decision[]) =>
  valueIn(await decideClinicSessions(world.own.as('district_officer'), { decisions }));
const keys = (outcomes: Awaited<ReturnType<typeof decide>>) =>
  outcomes.map((one) => (one.done ? 'done' : (one.error.messageKey ?? one.error.code)));

describe('decideClinicSessions', () => {
  it('accepts what is confirmed, and what was not held without anybody’s confirmation', async () => {
    const confirmed = await world.record({ state: 'confirmed' });
    const notHeld = await world.record({ held: false });
    expect(keys(await decide(accept(confirmed), accept(notHeld)))).toEqual(['done', 'done']);
    for (const { id } of [confirmed, notHeld])
      expect(await world.row(id)).toMatchObject({
        state: 'accepted',
        acceptedAt: new Date('2026-11-18T01:30:00Z'),
        acceptedById: 'own-district_officer',
      });
    expect(await world.row(confirmed.id)).toMatchObject({ confirmedByName: '测试专家' });
    expect(await world.row(notHeld.id)).toMatchObject({ confirmedAt: null });
    expect(await world.events(confirmed.id)).toEqual(['clinicSession.accepted']);
    expect(await world.wrongSums()).toEqual([]);
  });

  it('accepts and returns in one go, with a reason for each that goes back, and names what it cannot', async () => {
    const [a, b, c] = [
      await world.record({ state: 'confirmed' }),
      await world.record({ state: 'confirmed' }),
      await world.record({ state: 'confirmed', version: 2 }),
    ];
    const unconfirmed = await world.record();
    const left = await world.record({ state: 'confirmed' });
    const neighbour = await world.record({ state: 'confirmed' }, { side: 'neighbour' });
    const outcomes = await decide(
      ...[accept(a), sendBack(b, '缺少带教学员'), accept({ ...c, version: 1 })],
      ...[accept(unconfirmed), accept(neighbour)],
    );
    expect(keys(outcomes)).toEqual([
      ...['done', 'done', 'review.problem.stale', 'review.problem.notConfirmed', 'NOT_FOUND'],
    ]);
    expect(outcomes[2]?.label).toMatchObject({ date: c.date, half: 'am' });
    expect(await world.row(left.id), 'what was left alone').toMatchObject({ state: 'confirmed', messages: [] });
    expect(await world.row(neighbour.id)).toMatchObject({ state: 'confirmed' });
    expect(await world.row(b.id)).toMatchObject({
      state: 'returned',
      ...{ confirmedAt: null, confirmedById: null, confirmedByName: null, confirmedAs: null },
      messages: [{ kind: 'returned', text: '缺少带教学员', authorRole: 'district_officer', disputeKind: null }],
    });
    expect(await world.events(b.id)).toEqual(['clinicSession.returned']);
    expect(await world.wrongSums()).toEqual([]);
    expect(await world.wrongSums('neighbour')).toEqual([]);
  });

  it.each(['submitted', 'disputed', 'confirmed'] as const)('returns what is %s', async (state) => {
    const record = await world.record({ state });
    expect(keys(await decide(sendBack(record)))).toEqual(['done']);
    const row = await world.row(record.id);
    expect(row).toMatchObject({ state: 'returned' });
    expect(row.dueOn && fromDbDate(row.dueOn), 'within a week').toBe('2026-11-25');
  });

  it('returns by the day the officer names', async () => {
    const record = await world.record({ state: 'confirmed' });
    const officer = world.own.as('district_officer');
    valueIn(await decideClinicSessions(officer, { decisions: [sendBack(record)], dueOn: '2026-11-20' }));
    const { dueOn } = await world.row(record.id);
    expect(dueOn && fromDbDate(dueOn)).toBe('2026-11-20');
  });

  it.each(['2026-11-18', '2027-06-01', '2026-02-30', 'soon'])('does not take %s for such a day', async (dueOn) => {
    const record = await world.record({ state: 'confirmed' });
    const officer = world.own.as('district_officer');
    expect(await decideClinicSessions(officer, { decisions: [sendBack(record)], dueOn })).toMatchObject({
      error: { code: 'INVALID', problems: [{ path: 'dueOn' }] },
    });
    expect(await world.row(record.id)).toMatchObject({ state: 'confirmed' });
  });

  it('is harmless when it comes twice', async () => {
    const [good, bad] = [await world.record({ state: 'confirmed' }), await world.record({ state: 'confirmed' })];
    const both = await Promise.all([decide(accept(good), sendBack(bad)), decide(accept(good), sendBack(bad))]);
    expect(both.flat().every(({ done }) => done)).toBe(true);
    expect(await world.events(good.id)).toEqual(['clinicSession.accepted']);
    expect(await world.events(bad.id)).toEqual(['clinicSession.returned']);
    expect((await world.row(bad.id)).messages).toHaveLength(1);
    expect(await world.wrongSums()).toEqual([]);
  });

  it.each([
    ['disputed', 'accept'],
    ['returned', 'accept'],
    ['withdrawn', 'accept'],
    ['accepted', 'return'],
    ['withdrawn', 'return'],
    ['returned', 'return'],
  ] as const)('cannot take a %s record to %s', async (state, decision) => {
    const record = await world.record({ state });
    const outcomes = await decide(decision === 'accept' ? accept(record) : sendBack(record, '又一次'));
    expect(keys(outcomes)).toEqual([`review.problem.state.${state}`]);
    expect(await world.events(record.id)).toEqual([]);
  });

  it('is for officers of the district alone', async () => {
    const record = await world.record({ state: 'confirmed' });
    for (const actor of world.others(['district_officer']))
      expect(await decideClinicSessions(actor, { decisions: [accept(record)] })).toEqual({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    const neighbour = world.neighbour.as('district_officer');
    const outcomes = valueIn(
      await decideClinicSessions(neighbour, { decisions: [accept(record), sendBack(record)].slice(1) }),
    );
    expect(outcomes).toMatchObject([{ done: false, label: null, error: { code: 'NOT_FOUND' } }]);
    expect(await world.row(record.id)).toMatchObject({ state: 'confirmed', messages: [] });
  });

  it.each([
    ['decisions', [], 'review.problem.none'],
    [
      'decisions.0.reason',
      [{ ...sendBack({ id: '0198aaaa-0000-7000-8000-000000000001', version: 1 }), reason: ' ' }],
      'sessions.problem.reason',
    ],
    [
      'decisions.0.decision',
      [{ id: '0198aaaa-0000-7000-8000-000000000001', version: 1, decision: 'praise' }],
      'sessions.problem.field',
    ],
    [
      'decisions.0.version',
      [accept({ id: '0198aaaa-0000-7000-8000-000000000001', version: -1 })],
      'sessions.problem.field',
    ],
  ])('refuses what is wrong at %s', async (path, decisions, messageKey) => {
    const officer = world.own.as('district_officer');
    expect(await decideClinicSessions(officer, { decisions: decisions as Decision[] })).toMatchObject({
      error: { code: 'INVALID', problems: [{ path, messageKey }] },
    });
  });

  it('leaves the records of a closed month as they are', async () => {
    const record = await world.record({ state: 'confirmed' }, { date: civilDate('2026-07-02') });
    const done = await world.record({ state: 'accepted' }, { date: civilDate('2026-07-03') });
    await world.closedMonth(civilDate('2026-07-01'));
    expect(keys(await decide(accept(record)))).toEqual(['sessions.problem.monthClosed']);
    expect(keys(await decide(sendBack(record)))).toEqual(['sessions.problem.monthClosed']);
    const officer = world.own.as('district_officer');
    expect(await reopenClinicSession(officer, { ...done, reason: REASON })).toMatchObject({
      error: { code: 'CONFLICT', messageKey: 'sessions.problem.monthClosed' },
    });
    expect(await world.wrongSums()).toEqual([]);
  });
});

describe('reopenClinicSession', () => {
  it('opens an accepted record again, for a new version', async () => {
    const record = await world.record({ state: 'accepted' });
    const officer = world.own.as('district_officer');
    const input = { ...record, reason: '中心来电更正人次' };
    expect(valueIn(await reopenClinicSession(officer, input))).toEqual({ repeated: false });
    const row = await world.row(record.id);
    expect(row).toMatchObject({
      ...{ state: 'returned', confirmedAt: null, acceptedAt: null, acceptedById: null, acceptedByName: null },
      messages: [{ kind: 'reopened', text: '中心来电更正人次' }],
    });
    expect(row.dueOn && fromDbDate(row.dueOn)).toBe('2026-11-25');
    expect(await world.events(record.id)).toEqual(['clinicSession.reopened']);
    expect(valueIn(await reopenClinicSession(officer, input)), 'a form sent twice').toEqual({ repeated: true });
    expect(await world.wrongSums()).toEqual([]);
  });

  it('needs an accepted record of the district, as it was seen, and a reason', async () => {
    const officer = world.own.as('district_officer');
    const accepted = await world.record({ state: 'accepted', version: 2 });
    const input = { ...accepted, reason: REASON };
    for (const actor of [...world.others(['district_officer']), world.neighbour.as('district_officer')])
      expect(await reopenClinicSession(actor, input)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await reopenClinicSession(officer, { ...input, version: 1 })).toMatchObject({
      error: { messageKey: 'review.problem.stale' },
    });
    expect(await reopenClinicSession(officer, { ...input, reason: '' })).toMatchObject({
      error: { code: 'INVALID', problems: [{ path: 'reason' }] },
    });
    for (const state of ['submitted', 'confirmed', 'disputed', 'returned', 'withdrawn'] as const) {
      const record = await world.record({ state });
      expect(await reopenClinicSession(officer, { ...record, reason: REASON })).toMatchObject({
        error: { code: 'CONFLICT', messageKey: `review.problem.state.${state}` },
      });
    }
  });
});
