import { beforeEach, describe, expect, it } from 'vitest';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { invalidAt, refused } from '@/tests/support/session-refusal';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `w${worlds}`);
});

describe('an amendment', () => {
  it('keeps the version before, voids what was confirmed and keeps the signatures that still hold', async () => {
    const { traineeId, expertId } = world;
    const other = await world.build.trainee(world.clinicId);
    const content = heldContent({
      conditions: [{ ...CATALOGUE, visits: 10 }],
      trainees: [
        { traineeId, part: 'observing' },
        { traineeId: other.id, part: 'observing' },
      ],
    });
    const { id } = await world.sent(content);
    await database.db.clinicSession.update({
      where: { id },
      data: { state: 'confirmed', confirmedAt: new Date(), confirmedByName: '专家', confirmedAs: 'expert' },
    });
    await database.db.clinicSessionTrainee.updateMany({ where: { sessionId: id }, data: { signedAt: new Date() } });
    const changed = heldContent({
      visitsNew: 2,
      trainees: [
        { traineeId, part: 'observing' },
        { traineeId: other.id, part: 'leading' },
      ],
    });
    const answer = await world.sent(changed, SESSION_DAY, 1);
    expect(answer).toEqual({ id, version: 2, state: 'submitted', repeated: false });
    const record = await world.recordOf(id);
    expect(record).toMatchObject({
      version: 2,
      state: 'submitted',
      confirmedAt: null,
      visitsNew: 2,
      conditions: [],
      expertId,
    });
    expect(record.versions).toMatchObject([{ version: 1, state: 'confirmed', content }]);
    const signed = record.trainees.filter(({ signedAt }) => signedAt !== null).map((row) => row.traineeId);
    expect(signed).toEqual([traineeId]);
    expect(await world.eventsOf(id)).toEqual(['clinicSession.submitted', 'clinicSession.amended']);
  });

  it('of a version that is no longer the present one is a conflict and changes nothing', async () => {
    const { id } = await world.sent();
    await world.sent(heldContent({ visitsNew: 6 }), SESSION_DAY, 1);
    const stale = { ...world.submission(heldContent({ visitsNew: 7 })), version: 1 };
    expect(await submitClinicSession(world.clerk, stale)).toEqual(refused('CONFLICT', 'sessions.problem.stale'));
    const fresh = world.submission(heldContent({ visitsNew: 7 }));
    expect(await submitClinicSession(world.clerk, fresh)).toEqual(refused('CONFLICT', 'sessions.problem.stale'));
    expect(await world.recordOf(id)).toMatchObject({ version: 2, visitsNew: 6 });
  });

  it('of an accepted record is a conflict with words of its own', async () => {
    await world.records.record(world.clinicId, SESSION_DAY, { state: 'accepted' });
    expect(await submitClinicSession(world.clerk, { ...world.submission(), version: 1 })).toEqual(
      refused('CONFLICT', 'sessions.problem.accepted'),
    );
  });

  it('brings a withdrawn or returned record back', async () => {
    const { id } = await world.sent();
    valueIn(await withdrawClinicSession(world.clerk, { id, version: 1, reason: '填错门诊' }));
    expect(await world.november()).toMatchObject({ logged: 0, held: 0, visitsNew: 0, onTime: 0 });
    await world.sent(undefined, SESSION_DAY, 1);
    expect(await world.november()).toMatchObject({ logged: 1, held: 1, visitsNew: 4 });
    const day = addDays(SESSION_DAY, -7);
    const returned = await world.records.record(world.clinicId, day, { state: 'returned' });
    expect(await world.sent(heldContent({ visitsNew: 3 }), day, 1)).toMatchObject({ id: returned.id, version: 2 });
    expect(await world.recordOf(returned.id)).toMatchObject({ state: 'submitted', dueOn: null, late: false });
  });

  it('keeps what was planned when the record was first written, also if the schedule says otherwise now', async () => {
    const { id } = await world.sent();
    await database.db.scheduleException.create({
      data: {
        clinicId: world.clinicId,
        date: toDbDate(SESSION_DAY),
        half: 'am',
        kind: 'removed',
        reason: '台风',
        origin: 'imported',
      },
    });
    await world.sent({ held: false, reason: 'cancelled', note: null, explanation: null }, SESSION_DAY, 1);
    expect(await world.recordOf(id)).toMatchObject({ planned: true, plannedExpertId: world.expertId, held: false });
  });
});

describe('a closed month', () => {
  it('is a conflict with words of its own', async () => {
    const { id } = await world.sent();
    const closed = await database.db.monthClose.create({
      data: {
        districtCode: world.districtCode,
        month: toDbDate(civilDate('2026-11-01')),
        closedAt: new Date(),
        closedByName: '区卫健委',
      },
    });
    const words = refused('CONFLICT', 'sessions.problem.monthClosed');
    const day = addDays(SESSION_DAY, -7);
    expect(await submitClinicSession(world.clerk, world.submission(heldContent(), day))).toEqual(words);
    expect(await submitClinicSession(world.clerk, { ...world.submission(), version: 1 })).toEqual(words);
    expect(await withdrawClinicSession(world.clerk, { id, version: 1, reason: '填错' })).toEqual(words);
    await database.db.monthClose.delete({ where: { id: closed.id } });
  });
});

describe('a withdrawal', () => {
  it('says why, counts nowhere and is told', async () => {
    const { id } = await world.sent();
    expect(valueIn(await withdrawClinicSession(world.clerk, { id, version: 1, reason: '填错门诊' }))).toEqual({
      id,
      state: 'withdrawn',
    });
    expect(await world.recordOf(id)).toMatchObject({
      state: 'withdrawn',
      messages: [{ kind: 'withdrawn', text: '填错门诊', authorRole: 'centre_clerk' }],
    });
    expect(await world.eventsOf(id)).toEqual(['clinicSession.submitted', 'clinicSession.withdrawn']);
  });

  it('is refused without a reason, of another version, twice, and once accepted', async () => {
    const { id } = await world.sent();
    const given = { id, version: 1, reason: '填错门诊' };
    const { clerk } = world;
    expect(await withdrawClinicSession(clerk, { ...given, reason: ' ' })).toEqual(
      invalidAt('reason', 'sessions.problem.reason'),
    );
    expect(await withdrawClinicSession(clerk, { ...given, version: 2 })).toEqual(
      refused('CONFLICT', 'sessions.problem.stale'),
    );
    valueIn(await withdrawClinicSession(clerk, given));
    expect(await withdrawClinicSession(clerk, given)).toEqual(refused('CONFLICT', 'sessions.problem.state'));
    const day = addDays(SESSION_DAY, -7);
    const accepted = await world.records.record(world.clinicId, day, { state: 'accepted' });
    expect(await withdrawClinicSession(clerk, { ...given, id: accepted.id })).toEqual(
      refused('CONFLICT', 'sessions.problem.accepted'),
    );
  });
});
