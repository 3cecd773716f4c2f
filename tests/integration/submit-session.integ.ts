import { beforeEach, describe, expect, it } from 'vitest';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { addDays, civilDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { invalidAt } from '@/tests/support/session-refusal';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `w${worlds}`);
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
    expect(await world.recordOf(id)).toMatchObject({
      ...{ state: 'submitted', version: 1, planned: true, plannedExpertId: expertId, expertId, late: false },
      ...{ submissionId: given.submissionId, visitsNew: 4, visitsReturn: 8, note: '一切顺利', origin: 'imported' },
      ...{ submittedById: clerk.accountId, submittedByName: clerk.displayName },
      conditions: [{ conditionCode: CATALOGUE.code, visits: 12 }],
      techniques: [{ techniqueCode: 'acupuncture', count: 7 }],
      trainees: [{ traineeId, part: 'leading', signedAt: null }],
    });
    expect(await world.november()).toMatchObject({
      ...{ logged: 1, loggedPlanned: 1, held: 1, heldPlanned: 1, confirmed: 0, onTime: 1, expertPlanned: 1 },
      ...{ visitsNew: 4, visitsReturn: 8, prescriptions: 10, attendances: 1, withTrainee: 1, traineeLed: 1 },
    });
    expect(await world.eventsOf(id)).toEqual(['clinicSession.submitted']);
  });

  it('may say that nothing took place', async () => {
    const { id } = await world.sent({ held: false, reason: 'no_patients', note: null, explanation: null });
    expect(await world.recordOf(id)).toMatchObject({
      held: false,
      notHeldReason: 'no_patients',
      planned: true,
      expertId: null,
    });
    expect(await world.november()).toMatchObject({ logged: 1, held: 0, visitsNew: 0, onTime: 1 });
  });

  it('takes what was planned from the schedule, and says late by the day', async () => {
    const { id } = await world.sent(undefined, addDays(SESSION_DAY, -7));
    expect(await world.recordOf(id)).toMatchObject({ plannedExpertId: world.expertId, late: true });
    const extra = heldContent({
      expert: { presence: 'substitute', expertId: world.substituteId },
      explanation: '患者多',
    });
    const second = await world.sent(extra, civilDate('2026-11-16'));
    expect(await world.recordOf(second.id)).toMatchObject({ planned: false, plannedExpertId: null, late: false });
    expect(await world.november()).toMatchObject({ logged: 2, loggedPlanned: 1, onTime: 1, expertSubstitute: 1 });
  });
});

describe('the same submission again', () => {
  it('gets the same answer and changes nothing', async () => {
    const given = world.submission();
    const first = valueIn(await submitClinicSession(world.clerk, given));
    const again = valueIn(await submitClinicSession(world.clerk, given));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await world.november()).toMatchObject({ logged: 1 });
    expect(await world.eventsOf(first.id)).toHaveLength(1);
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
    expect(await world.november()).toMatchObject({ logged: 1 });
  });
});
