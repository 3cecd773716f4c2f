import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import type { HeldContent } from '@/lib/clinic-sessions/schema';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `w${worlds}`);
});

const month = async () =>
  await database.db.activityMonth.findUnique({
    where: { clinicId_month: { clinicId: world.clinicId, month: toDbDate(civilDate('2026-11-01')) } },
  });
const events = async (id: string) =>
  (await database.db.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: 'asc' } })).map(
    ({ event }) => event,
  );
const recordOf = async (id: string) =>
  await database.db.clinicSession.findUniqueOrThrow({
    where: { id },
    include: { conditions: true, techniques: true, trainees: true, versions: true, messages: true },
  });
const refused = (code: string, messageKey?: string) => ({
  ok: false,
  error: messageKey ? { code, messageKey } : { code },
});
const invalidAt = (path: string, messageKey: string) => ({
  ok: false,
  error: { code: 'INVALID', problems: [{ path, messageKey }] },
});

describe('a first version', () => {
  it('is stored with all that hangs on it, its sums and its event', async () => {
    const { clerk, submission, traineeId, expertId } = world;
    const content = heldContent({
      conditions: [{ ...CATALOGUE, visits: 12 }],
      techniques: [{ code: 'acupuncture', count: 7 }],
      trainees: [{ traineeId, part: 'leading' }],
      note: '一切顺利',
    });
    const given = submission(content);
    const { id, ...answer } = valueIn(await submitClinicSession(clerk, given));
    expect(answer).toEqual({ version: 1, state: 'submitted', repeated: false });
    expect(await recordOf(id)).toMatchObject({
      ...{ state: 'submitted', version: 1, planned: true, plannedExpertId: expertId, expertId, late: false },
      ...{ submissionId: given.submissionId, visitsNew: 4, visitsReturn: 8, note: '一切顺利', origin: 'imported' },
      ...{ submittedById: clerk.accountId, submittedByName: clerk.displayName },
      conditions: [{ conditionCode: CATALOGUE.code, visits: 12 }],
      techniques: [{ techniqueCode: 'acupuncture', count: 7 }],
      trainees: [{ traineeId, part: 'leading', signedAt: null }],
    });
    expect(await month()).toMatchObject({
      ...{ logged: 1, loggedPlanned: 1, held: 1, heldPlanned: 1, confirmed: 0, onTime: 1, expertPlanned: 1 },
      ...{ visitsNew: 4, visitsReturn: 8, prescriptions: 10, attendances: 1, withTrainee: 1, traineeLed: 1 },
    });
    expect(await events(id)).toEqual(['clinicSession.submitted']);
  });

  it('may say that nothing took place', async () => {
    const { id } = await world.sent({ held: false, reason: 'no_patients', note: null, explanation: null });
    expect(await recordOf(id)).toMatchObject({
      held: false,
      notHeldReason: 'no_patients',
      planned: true,
      expertId: null,
    });
    expect(await month()).toMatchObject({ logged: 1, held: 0, visitsNew: 0, onTime: 1 });
  });

  it('takes what was planned from the schedule, and says late by the day', async () => {
    const { id } = await world.sent(undefined, addDays(SESSION_DAY, -7));
    expect(await recordOf(id)).toMatchObject({ plannedExpertId: world.expertId, late: true });
    const extra = heldContent({
      expert: { presence: 'substitute', expertId: world.substituteId },
      explanation: '患者多',
    });
    const second = await world.sent(extra, civilDate('2026-11-16'));
    expect(await recordOf(second.id)).toMatchObject({ planned: false, plannedExpertId: null, late: false });
    expect(await month()).toMatchObject({ logged: 2, loggedPlanned: 1, onTime: 1, expertSubstitute: 1 });
  });
});

describe('the same submission again', () => {
  it('gets the same answer and changes nothing', async () => {
    const given = world.submission();
    const first = valueIn(await submitClinicSession(world.clerk, given));
    const again = valueIn(await submitClinicSession(world.clerk, given));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await month()).toMatchObject({ logged: 1 });
    expect(await events(first.id)).toHaveLength(1);
  });

  it('gets it also when a later version stands there, and after a withdrawal', async () => {
    const given = world.submission();
    const first = valueIn(await submitClinicSession(world.clerk, given));
    await world.sent(heldContent({ visitsNew: 5 }), SESSION_DAY, 1);
    expect(valueIn(await submitClinicSession(world.clerk, given))).toEqual({ ...first, repeated: true });
    valueIn(await withdrawClinicSession(world.clerk, { id: first.id, version: 2, reason: '填错门诊' }));
    expect(valueIn(await submitClinicSession(world.clerk, given))).toEqual({ ...first, repeated: true });
  });

  it('is not taken for another session', async () => {
    const given = world.submission();
    valueIn(await submitClinicSession(world.clerk, given));
    const other = { ...given, date: addDays(SESSION_DAY, -7) };
    expect(await submitClinicSession(world.clerk, other)).toEqual(
      invalidAt('submissionId', 'sessions.problem.submissionUsed'),
    );
  });

  it('sent twice at once is one record', async () => {
    const given = world.submission();
    const answers = await Promise.all([1, 2, 3, 4].map(() => submitClinicSession(world.clerk, given)));
    const values = answers.map(valueIn);
    expect(new Set(values.map(({ id }) => id)).size).toBe(1);
    expect(values.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await month()).toMatchObject({ logged: 1 });
  });
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
    const record = await recordOf(id);
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
    expect(await events(id)).toEqual(['clinicSession.submitted', 'clinicSession.amended']);
  });

  it('of a version that is no longer the present one is a conflict and changes nothing', async () => {
    const { id } = await world.sent();
    await world.sent(heldContent({ visitsNew: 6 }), SESSION_DAY, 1);
    const stale = { ...world.submission(heldContent({ visitsNew: 7 })), version: 1 };
    expect(await submitClinicSession(world.clerk, stale)).toEqual(refused('CONFLICT', 'sessions.problem.stale'));
    const fresh = world.submission(heldContent({ visitsNew: 7 }));
    expect(await submitClinicSession(world.clerk, fresh)).toEqual(refused('CONFLICT', 'sessions.problem.stale'));
    expect(await recordOf(id)).toMatchObject({ version: 2, visitsNew: 6 });
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
    expect(await month()).toMatchObject({ logged: 0, held: 0, visitsNew: 0, onTime: 0 });
    await world.sent(undefined, SESSION_DAY, 1);
    expect(await month()).toMatchObject({ logged: 1, held: 1, visitsNew: 4 });
    const day = addDays(SESSION_DAY, -7);
    const returned = await world.records.record(world.clinicId, day, { state: 'returned' });
    expect(await world.sent(heldContent({ visitsNew: 3 }), day, 1)).toMatchObject({ id: returned.id, version: 2 });
    expect(await recordOf(returned.id)).toMatchObject({ state: 'submitted', dueOn: null, late: false });
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
    expect(await recordOf(id)).toMatchObject({ planned: true, plannedExpertId: world.expertId, held: false });
  });
});

describe('what does not fit', () => {
  it.each<[string, Partial<HeldContent>, string, string]>([
    ['conditions beyond the visits', { conditions: [{ ...CATALOGUE, visits: 13 }] }, 'conditions', 'conditionSum'],
    [
      'an unknown condition',
      { conditions: [{ catalogueId: 'example-2023', code: 'nothing', visits: 1 }] },
      'conditions',
      'conditionUnknown',
    ],
    ['an unknown technique', { techniques: [{ code: 'nothing', count: 1 }] }, 'techniques', 'techniqueUnknown'],
    ['an unknown trainee', { trainees: [{ traineeId: 'nobody', part: 'leading' }] }, 'trainees', 'traineeUnassigned'],
    [
      'an unknown substitute',
      { expert: { presence: 'substitute', expertId: 'nobody' } },
      'expert',
      'substituteUnknown',
    ],
    ['a count that is none', { visitsNew: -1 }, 'visitsNew', 'count'],
  ])('is refused: %s', async (_, overrides, path, key) => {
    const given = world.submission(heldContent(overrides));
    expect(await submitClinicSession(world.clerk, given)).toEqual(invalidAt(path, `sessions.problem.${key}`));
    expect(await month()).toBeNull();
  });

  it('is refused: another day than has come, a clinic that was not open, nothing to hold', async () => {
    const { clerk, submission } = world;
    const notHeld = { held: false, reason: 'cancelled', note: null, explanation: null } as const;
    expect(await submitClinicSession(clerk, submission(heldContent(), addDays(SESSION_DAY, 7)))).toEqual(
      invalidAt('date', 'sessions.problem.future'),
    );
    const before = heldContent({ expert: { presence: 'absent' }, explanation: '补登' });
    expect(await submitClinicSession(clerk, submission(before, civilDate('2023-12-27')))).toEqual(
      invalidAt('date', 'sessions.problem.clinicNotOpen'),
    );
    expect(await submitClinicSession(clerk, submission(notHeld, civilDate('2026-11-17')))).toEqual(
      invalidAt('held', 'sessions.problem.notHeldUnplanned'),
    );
  });

  it('is refused until it is explained: many more visits than the clinic ever had', async () => {
    for (let week = 1; week <= 6; week++) await world.records.record(world.clinicId, addDays(SESSION_DAY, -7 * week));
    const given = world.submission(heldContent({ visitsNew: 60 }));
    const problem = { path: 'explanation', messageKey: 'sessions.check.visitsHigh', values: { visits: 68, usual: 12 } };
    expect(await submitClinicSession(world.clerk, given)).toEqual({
      ok: false,
      error: { code: 'INVALID', problems: [problem] },
    });
    const explained = world.submission(heldContent({ visitsNew: 60, explanation: '义诊日' }));
    expect((await submitClinicSession(world.clerk, explained)).ok).toBe(true);
  });
});

describe('an expert in two places', () => {
  const inAnother = async (centreId: string) => {
    const clinic = await world.build.clinic(centreId);
    await world.records.record(clinic.id, SESSION_DAY, {
      ...{ planned: true, plannedExpertId: world.expertId, expertPresence: 'planned', expertId: world.expertId },
    });
    return clinic;
  };

  it('is stopped, with the other place where the clerk may see it', async () => {
    const clinic = await inAnother(world.centreId);
    expect(await submitClinicSession(world.clerk, world.submission())).toMatchObject({
      error: {
        code: 'INVALID',
        problems: [
          { path: 'expert', messageKey: 'sessions.problem.expertElsewhereAt', values: { place: clinic.name } },
        ],
      },
    });
  });

  it('is stopped without it otherwise', async () => {
    const centre = await world.build.centre();
    await inAnother(centre.id);
    expect(await submitClinicSession(world.clerk, world.submission())).toEqual(
      invalidAt('expert', 'sessions.problem.expertElsewhere'),
    );
    const remote = world.submission(heldContent({ mode: 'remote' }));
    expect((await submitClinicSession(world.clerk, remote)).ok).toBe(true);
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

describe('out of scope', () => {
  it('is not there: another centre’s clinic and record, an unknown clinic, another role', async () => {
    const { id } = await world.sent();
    const stranger = actorWith({ role: 'centre_clerk', centreId: 'elsewhere' });
    const given = world.submission(heldContent(), addDays(SESSION_DAY, -7));
    const withdrawal = { id, version: 1, reason: '填错' };
    const city = actorWith({ role: 'city_officer' });
    const expert = actorWith({ role: 'expert', expertId: world.expertId });
    for (const actor of [stranger, city, expert]) {
      expect(await submitClinicSession(actor, given)).toEqual(refused('NOT_FOUND'));
      expect(await withdrawClinicSession(actor, withdrawal)).toEqual(refused('NOT_FOUND'));
    }
    expect(await submitClinicSession(world.clerk, { ...given, clinicId: 'nowhere' })).toEqual(refused('NOT_FOUND'));
    expect(await withdrawClinicSession(world.clerk, { ...withdrawal, id: randomUUID() })).toEqual(refused('NOT_FOUND'));
  });
});

describe('a withdrawal', () => {
  it('says why, counts nowhere and is told', async () => {
    const { id } = await world.sent();
    expect(valueIn(await withdrawClinicSession(world.clerk, { id, version: 1, reason: '填错门诊' }))).toEqual({
      id,
      state: 'withdrawn',
    });
    expect(await recordOf(id)).toMatchObject({
      state: 'withdrawn',
      messages: [{ kind: 'withdrawn', text: '填错门诊', authorRole: 'centre_clerk' }],
    });
    expect(await events(id)).toEqual(['clinicSession.submitted', 'clinicSession.withdrawn']);
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
