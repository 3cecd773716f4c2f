import { beforeEach, describe, expect, it } from 'vitest';
import { decideClinicSessions } from '@/lib/clinic-sessions/accept-commands';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { confirmClinicSessions } from '@/lib/clinic-sessions/confirm-commands';
import { closeMonth } from '@/lib/clinic-sessions/month-commands';
import { compareActivity } from '@/lib/clinic-sessions/reconcile';
import type { SessionContent } from '@/lib/clinic-sessions/schema';
import { contentOfRow, SESSION_SELECT } from '@/lib/clinic-sessions/session-rows';
import { addDays, type CivilDate, civilDate } from '@/lib/core/dates';
import { changeClinicPlan } from '@/lib/joint-clinics/commands';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { OFFICER, WHY } from '@/tests/support/planned-clinic';
import { refused } from '@/tests/support/session-refusal';
import { heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

// Two at the same moment: one wins, the other is told, and nothing that was sent is lost or counted twice.

const database = useDatabase('empty');
const STALE = refused('CONFLICT', 'sessions.problem.stale');
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `race${worlds}`);
});

const differences = async () => (await compareActivity(database.db)).differences;
const presentContent = async (id: string) =>
  contentOfRow(await database.db.clinicSession.findUniqueOrThrow({ where: { id }, select: SESSION_SELECT }));
const visits = (visitsNew: number, overrides: Parameters<typeof heldContent>[0] = {}) =>
  heldContent({ visitsNew, ...overrides });

/** Everybody sends at once what they typed against the same version. */
async function sendAtOnce(contents: readonly SessionContent[], version: number | null, date: CivilDate = SESSION_DAY) {
  const { clerk, submission } = world;
  return await Promise.all(
    contents.map((content) => submitClinicSession(clerk, { ...submission(content, date), version })),
  );
}

describe('two clerks', () => {
  it('log the same session: one record, the others are told', async () => {
    const contents = [1, 2, 3, 4, 5, 6].map((count) => visits(count));
    const answers = await sendAtOnce(contents, null);
    const won = answers.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(5).fill(STALE));
    const record = await database.db.clinicSession.findFirstOrThrow({ where: { clinicId: world.clinicId } });
    expect(contents[answers.findIndex(({ ok }) => ok)]).toMatchObject({ visitsNew: record.visitsNew });
    expect(await differences()).toEqual([]);
  });

  it('edit the same record: one wins, the other is told, and both versions before and after are there', async () => {
    const original = visits(4, { trainees: [{ traineeId: world.traineeId, part: 'observing' }] });
    const { id } = await world.sent(original);
    const edits = [visits(5), visits(6), visits(7)];
    const answers = await sendAtOnce(edits, 1);
    const winner = answers.findIndex(({ ok }) => ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([STALE, STALE]);
    expect(await presentContent(id)).toEqual(edits[winner]);
    expect((await world.recordOf(id)).versions).toMatchObject([{ version: 1, content: original }]);
    // who was told compares, and sends what they typed against what is there now
    const loser = edits.find((_, at) => at !== winner);
    const second = await sendAtOnce(loser ? [loser] : [], 2);
    expect(second).toMatchObject([{ ok: true, value: { id, version: 3 } }]);
    expect(await presentContent(id)).toEqual(loser);
    expect((await world.recordOf(id)).versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(await differences()).toEqual([]);
  });

  it('amend and withdraw at once: in one order or the other, never both halves', async () => {
    const { id } = await world.sent();
    const [amended, withdrawn] = await Promise.all([
      submitClinicSession(world.clerk, { ...world.submission(visits(9)), version: 1 }),
      withdrawClinicSession(world.clerk, { id, version: 1, reason: '填错门诊' }),
    ]);
    const { state, version, messages } = await world.recordOf(id);
    // a withdrawal leaves the version, so the amendment may follow it; it never follows an amendment
    expect(amended.ok || withdrawn.ok).toBe(true);
    expect({ state, version }).toEqual(
      amended.ok ? { state: 'submitted', version: 2 } : { state: 'withdrawn', version: 1 },
    );
    expect(messages).toHaveLength(withdrawn.ok ? 1 : 0);
    expect(await differences()).toEqual([]);
  });
});

describe('an expert', () => {
  it('is logged on site by two centres at once: one is told', async () => {
    const other = await world.build.clinic(world.centreId);
    await world.build.schedule(other.id, world.expertId);
    const [here, there] = await Promise.all([
      submitClinicSession(world.clerk, world.submission()),
      submitClinicSession(world.clerk, { ...world.submission(), clinicId: other.id }),
    ]);
    const answers = [here, there];
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'INVALID', problems: [{ path: 'expert', messageKey: 'sessions.problem.expertElsewhereAt' }] },
    });
    expect(await differences()).toEqual([]);
  });

  it('confirms while the centre amends: nobody confirms what they have not seen', async () => {
    const { id } = await world.sent();
    const expert = actorWith({ role: 'expert', expertId: world.expertId });
    const [amended, confirmed] = await Promise.all([
      submitClinicSession(world.clerk, { ...world.submission(visits(9)), version: 1 }),
      confirmClinicSessions(expert, { records: [{ id, version: 1 }] }),
    ]);
    expect(amended.ok).toBe(true);
    expect(confirmed.ok).toBe(true);
    const { state, version, confirmedAt, versions } = await world.recordOf(id);
    expect({ state, version, confirmedAt }).toEqual({ state: 'submitted', version: 2, confirmedAt: null });
    expect(['submitted', 'confirmed']).toContain(versions[0]?.state);
    expect(await differences()).toEqual([]);
  });
});

describe('the district', () => {
  const officer = () => actorWith({ role: 'district_officer', districtCode: world.districtCode });

  it('accepts while the centre amends: the accepted version is the one it saw', async () => {
    const expert = actorWith({ role: 'expert', expertId: world.expertId });
    const { id } = await world.sent();
    await confirmClinicSessions(expert, { records: [{ id, version: 1 }] });
    const [amended] = await Promise.all([
      submitClinicSession(world.clerk, { ...world.submission(visits(9)), version: 1 }),
      decideClinicSessions(officer(), { decisions: [{ id, version: 1, decision: 'accept' }], dueOn: null }),
    ]);
    const { state, version, visitsNew } = await world.recordOf(id);
    expect({ state, version, visitsNew }).toEqual(
      amended.ok ? { state: 'submitted', version: 2, visitsNew: 9 } : { state: 'accepted', version: 1, visitsNew: 4 },
    );
    if (!amended.ok) expect(amended).toEqual(refused('CONFLICT', 'sessions.problem.accepted'));
    expect(await differences()).toEqual([]);
  });

  it('closes a month under eight clerks: what was taken counts, the rest is told that it is closed', async () => {
    const days = Array.from({ length: 8 }, (_, at) => addDays(civilDate('2026-09-01'), at));
    const content = heldContent({ expert: { presence: 'absent' }, explanation: '加诊' });
    const sending = days.map(async (date) => await sendAtOnce([content], null, date));
    const closing = closeMonth(officer(), { districtCode: world.districtCode, month: '2026-09', openSeen: 0 });
    const answers = (await Promise.all(sending)).flat();
    await closing;
    const taken = answers.filter(({ ok }) => ok).length;
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array(8 - taken).fill(refused('CONFLICT', 'sessions.problem.monthClosed')),
    );
    const month = { gte: new Date('2026-09-01'), lt: new Date('2026-10-01') };
    expect(await database.db.clinicSession.count({ where: { clinicId: world.clinicId, date: month } })).toBe(taken);
    expect(await differences()).toEqual([]);
    await database.db.monthClose.deleteMany({ where: { districtCode: world.districtCode } });
  });
});

describe('an officer', () => {
  it('cancels the session of today while the centre sends its record: never both', async () => {
    for (let round = 0; round < 8; round += 1) {
      world = await sessionWorldOn(database.db, `race-plan${round}`);
      const { version } = await database.db.jointClinic.findUniqueOrThrow({ where: { id: world.clinicId } });
      const change = { kind: 'removeSession', date: SESSION_DAY, half: 'am', ...WHY } as const;
      const [sent, cancelled] = await Promise.all([
        submitClinicSession(world.clerk, world.submission()),
        changeClinicPlan(OFFICER, { clinicId: world.clinicId, version, change }),
      ]);
      expect([sent.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
      const loser = sent.ok ? cancelled : sent;
      expect(loser).toMatchObject({ error: { code: 'INVALID' } });
    }
    expect(await differences()).toEqual([]);
  });
});

describe('many records of one clinic and month', () => {
  it('are sent and amended by many at once without waiting for each other in circles', async () => {
    const days = Array.from({ length: 10 }, (_, at) => addDays(SESSION_DAY, -at));
    const content = (count: number) => visits(count, { expert: { presence: 'absent' }, explanation: '加诊' });
    await Promise.all(
      days.map(async (date) => {
        for (const version of [null, 1, 2]) {
          const [answer] = await sendAtOnce([content(version ?? 0)], version, date);
          expect(answer?.ok).toBe(true);
        }
      }),
    );
    expect(await world.november()).toMatchObject({ logged: 10, visitsNew: 20 });
    expect(await differences()).toEqual([]);
  });
});
