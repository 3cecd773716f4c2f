import { beforeAll, describe, expect, it } from 'vitest';
import { signAttendance } from '@/lib/clinic-sessions/attendance-commands';
import { listAttendances } from '@/lib/clinic-sessions/review-queries';
import { commentOnClinicSession } from '@/lib/clinic-sessions/thread-commands';
import { civilDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');
let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorldOn(database);
});

const sign = async (...records: { id: string; version: number }[]) =>
  valueIn(await signAttendance(world.own.as('trainee'), { records }));
const signatureOf = async (sessionId: string) =>
  (await database.db.clinicSessionTrainee.findFirstOrThrow({ where: { sessionId } })).signedAt;

describe('signAttendance', () => {
  it.each(['submitted', 'disputed', 'confirmed', 'accepted'] as const)('signs a %s record', async (state) => {
    const record = await world.record({ state });
    expect(await sign(record)).toMatchObject([{ id: record.id, done: true, repeated: false }]);
    expect(await signatureOf(record.id)).toEqual(new Date('2026-11-18T01:30:00Z'));
    expect(await world.row(record.id), 'the record itself is as it was').toMatchObject({ state, version: 1 });
    expect(await world.events(record.id)).toEqual(['clinicSession.attendanceSigned']);
    expect(await world.wrongSums()).toEqual([]);
  });

  it('signs all at once, and names what it cannot', async () => {
    const good = [await world.record(), await world.record()];
    const returned = await world.record({ state: 'returned' });
    const amended = await world.record({ version: 2 });
    const without = await world.record({ trainees: undefined });
    await database.db.clinicSessionTrainee.deleteMany({ where: { sessionId: without.id } });
    const outcomes = await sign(...good, returned, { ...amended, version: 1 }, without);
    expect(outcomes.map((one) => (one.done ? 'done' : (one.error.messageKey ?? one.error.code)))).toEqual([
      ...['done', 'done', 'review.problem.state.returned', 'review.problem.stale', 'NOT_FOUND'],
    ]);
  });

  it('is harmless when it comes twice, also at once', async () => {
    const record = await world.record();
    const both = await Promise.all([sign(record), sign(record), sign(record)]);
    expect(both.flat().every(({ done }) => done)).toBe(true);
    expect(await world.events(record.id)).toEqual(['clinicSession.attendanceSigned']);
    const [row] = await database.db.activityMonth.findMany({
      where: { clinicId: world.own.clinicId, month: new Date('2026-10-01') },
    });
    expect(row?.attendancesSigned).toBeLessThanOrEqual(row?.attendances ?? 0);
  });

  it('signs nobody else’s attendance', async () => {
    const record = await world.record();
    for (const actor of world.others(['trainee']))
      expect(await signAttendance(actor, { records: [record] })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(valueIn(await signAttendance(world.neighbour.as('trainee'), { records: [record] }))).toMatchObject([
      { done: false, label: null, error: { code: 'NOT_FOUND' } },
    ]);
    expect(await signatureOf(record.id)).toBeNull();
  });

  it('refuses nonsense, and what lies in a closed month', async () => {
    for (const records of [
      [],
      [{ id: '../', version: 1 }],
      [{ id: '0198aaaa-0000-7000-8000-000000000001', version: 0 }],
    ])
      expect(await signAttendance(world.own.as('trainee'), { records })).toMatchObject({ error: { code: 'INVALID' } });
    const record = await world.record({}, { date: civilDate('2026-07-04') });
    await world.closedMonth(civilDate('2026-07-01'));
    expect(await sign(record)).toMatchObject([
      { done: false, error: { code: 'CONFLICT', messageKey: 'sessions.problem.monthClosed' } },
    ]);
    expect(await signatureOf(record.id)).toBeNull();
  });
});

describe('listAttendances', () => {
  it('names what waits for the trainee’s signature, and what carries it', async () => {
    const trainee = world.own.as('trainee');
    const before = await listAttendances(trainee, false);
    const record = await world.record();
    const after = await listAttendances(trainee, false);
    expect(after.count).toBe(before.count + 1);
    expect(after.records.find(({ id }) => id === record.id)).toMatchObject({
      own: { part: 'observing', signedAt: null },
    });
    await sign(record);
    expect((await listAttendances(trainee, false)).count).toBe(before.count);
    const signed = await listAttendances(trainee, true);
    expect(signed.records.map(({ id }) => id)).toContain(record.id);
    expect((await listAttendances(world.neighbour.as('trainee'), false)).count).toBe(0);
  });
});

describe('commentOnClinicSession', () => {
  const TALKING = ['trainee', 'expert', 'centre_clerk', 'alliance_officer', 'district_officer'] as const;

  it('lets everybody who has a part in a record speak, in any state of it', async () => {
    for (const state of ['submitted', 'accepted', 'returned'] as const) {
      const { id } = await world.record({ state });
      for (const role of TALKING)
        valueIn(await commentOnClinicSession(world.own.as(role), { id, text: `${role} 说一句` }));
      const { messages } = await world.row(id);
      expect(messages.map(({ authorRole }) => authorRole).sort()).toEqual([...TALKING].sort());
    }
  });

  it('lets nobody speak who only watches, and no neighbour', async () => {
    const { id } = await world.record();
    for (const actor of [...world.others(TALKING), ...TALKING.map((role) => world.neighbour.as(role))])
      expect(await commentOnClinicSession(actor, { id, text: '请核对' })).toEqual({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    expect((await world.row(id)).messages).toEqual([]);
  });

  it('keeps the same words once, and what is said later again', async () => {
    const { id } = await world.record();
    const trainee = world.own.as('trainee');
    const twice = await Promise.all([1, 2].map(() => commentOnClinicSession(trainee, { id, text: '我没有参加' })));
    expect(twice.map((one) => valueIn(one).repeated).sort()).toEqual([false, true]);
    valueIn(await commentOnClinicSession(world.own.as('centre_clerk'), { id, text: '已核对' }));
    valueIn(await commentOnClinicSession(trainee, { id, text: '我没有参加' }));
    expect((await world.row(id)).messages).toHaveLength(3);
  });

  it('asks for words', async () => {
    const { id } = await world.record();
    for (const text of ['', ' x ', '\u0000 \u0007', '长'.repeat(1001)])
      expect(await commentOnClinicSession(world.own.as('trainee'), { id, text })).toMatchObject({
        error: { code: 'INVALID', problems: [{ path: 'text' }] },
      });
    expect(await commentOnClinicSession(world.own.as('trainee'), { id: 'x', text: '请核对' })).toMatchObject({
      error: { problems: [{ path: 'id' }] },
    });
  });

  it('speaks in closed months too, for it changes nothing', async () => {
    const { id } = await world.record({}, { date: civilDate('2026-06-04') });
    await world.closedMonth(civilDate('2026-06-01'));
    valueIn(await commentOnClinicSession(world.own.as('expert'), { id, text: '请区里重新打开' }));
  });
});
