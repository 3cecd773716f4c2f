import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditTrail } from '@/lib/audit/verify';
import { decideClinicSessions, reopenClinicSession } from '@/lib/clinic-sessions/accept-commands';
import { applyActivities } from '@/lib/clinic-sessions/activity';
import { contributionOf } from '@/lib/clinic-sessions/activity-rules';
import { signAttendance } from '@/lib/clinic-sessions/attendance-commands';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { confirmClinicSessions, disputeClinicSession } from '@/lib/clinic-sessions/confirm-commands';
import { compareActivity, repairActivity } from '@/lib/clinic-sessions/reconcile';
import { EXPERT_PRESENCES, SESSION_MODES, SESSION_STATES, TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import { addDays, civilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { foldDistricts } from '@/lib/indicators/fold-districts';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { runCommandOn } from '@/tests/support/run-command';
import { heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

// The sums of months equal their records, whatever was done; and where somebody has changed them, it is named.

const database = useDatabase('empty');
const BY = { system: 'cli', requestId: 'request-of-test' } as const;
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `r${worlds}`);
});

const differences = async () => {
  const compared = await compareActivity(database.db);
  return [...compared.differences, ...compared.districts];
};

const EVENTS_OF_RECORDS = ['submitted', 'amended', 'withdrawn', 'confirmed', 'disputed', 'accepted', 'returned'];
/** Everything that changes what a record counts; sending and confirming come more often, so that the rest is possible. */
const KINDS = [
  ...(['send', 'send', 'send', 'confirm', 'confirm', 'accept', 'sign', 'sign'] as const),
  ...(['withdraw', 'dispute', 'return', 'reopen'] as const),
];

describe('sums', () => {
  const step = fc.record({
    kind: fc.constantFrom(...KINDS),
    week: fc.integer({ min: 0, max: 3 }),
    visitsNew: fc.integer({ min: 0, max: 9 }),
    held: fc.boolean(),
    mode: fc.constantFrom(...SESSION_MODES),
    presence: fc.constantFrom('planned', 'absent', 'substitute'),
    attended: fc.boolean(),
    part: fc.constantFrom(...TRAINEE_PARTS),
    stale: fc.boolean(),
  });
  type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

  const contentOf = ({ held, visitsNew, mode, presence, attended, part }: Step) => {
    if (!held) return { held, reason: 'cancelled', note: null, explanation: null } as const;
    const { substituteId, traineeId } = world;
    const expert =
      presence === 'substitute' ? ({ presence, expertId: substituteId } as const) : ({ presence } as const);
    const trainees = attended ? [{ traineeId, part }] : [];
    return heldContent({ expert: expert as ReturnType<typeof heldContent>['expert'], visitsNew, mode, trainees });
  };

  async function take(given: Step): Promise<void> {
    const { clerk, clinicId } = world;
    const date = addDays(SESSION_DAY, -7 * given.week);
    const slot = { clinicId_date_half: { clinicId, date: toDbDate(date), half: 'am' } } as const;
    const record = await database.db.clinicSession.findUnique({ where: slot });
    if (given.kind === 'send' || !record) {
      const version = given.stale ? null : (record?.version ?? null);
      await submitClinicSession(clerk, { ...world.submission(contentOf(given), date), version });
    } else await say(given.kind, { id: record.id, version: record.version });
  }

  /** What the parties say of a record; a good part of it is refused, because the record is in another state. */
  async function say(kind: Exclude<Step['kind'], 'send'>, ref: { id: string; version: number }): Promise<void> {
    const { clerk, expertId, traineeId, districtCode } = world;
    const expert = actorWith({ role: 'expert', expertId });
    const officer = actorWith({ role: 'district_officer', districtCode });
    const reason = '人次有误';
    switch (kind) {
      case 'withdraw':
        await withdrawClinicSession(clerk, { ...ref, reason });
        break;
      case 'sign':
        await signAttendance(actorWith({ role: 'trainee', traineeId }), { records: [ref] });
        break;
      case 'confirm':
        await confirmClinicSessions(expert, { records: [ref] });
        break;
      case 'dispute':
        await disputeClinicSession(expert, { ...ref, kind: 'numbers', reason });
        break;
      case 'accept':
        await decideClinicSessions(officer, { decisions: [{ ...ref, decision: 'accept' }], dueOn: null });
        break;
      case 'return':
        await decideClinicSessions(officer, { decisions: [{ ...ref, decision: 'return', reason }], dueOn: null });
        break;
      case 'reopen':
        await reopenClinicSession(officer, { ...ref, reason });
        break;
    }
  }

  it('equal their records after any sequence of commands, good or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40, size: 'max' }), async (steps) => {
        for (const one of steps) await take(one);
        expect(await differences()).toEqual([]);
      }),
      // always the same sequences, so that what they reach can be said below
      { numRuns: 4, seed: 20_261_118 },
    );
    // sequences in which nothing is ever accepted would prove little
    const events = await database.db.auditEvent.groupBy({ by: ['event'], _count: true });
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(EVENTS_OF_RECORDS.map((event) => `clinicSession.${event}`)),
    );
  });

  it('equal their records when eight clerks write at once', async () => {
    const steps = fc.sample(step, 80);
    await Promise.all(
      Array.from({ length: 8 }, async (_, clerk) => {
        for (const one of steps.slice(clerk * 10, clerk * 10 + 10)) await take({ ...one, kind: 'send' });
      }),
    );
    expect(await differences()).toEqual([]);
  });

  it('follow in SQL from records of every kind as they do by the rule', async () => {
    const kinds = fc.sample(
      fc.record({
        state: fc.constantFrom(...SESSION_STATES),
        held: fc.boolean(),
        presence: fc.constantFrom(...EXPERT_PRESENCES),
        mode: fc.constantFrom(...SESSION_MODES),
        planned: fc.boolean(),
        late: fc.boolean(),
        part: fc.constantFrom(...TRAINEE_PARTS),
        signed: fc.boolean(),
        attended: fc.boolean(),
        count: fc.nat(9),
      }),
      60,
    );
    const { clinicId, expertId, substituteId, traineeId, records } = world;
    for (const [at, kind] of kinds.entries()) {
      const { state, held, mode, count, signed, part } = kind;
      const planned = kind.planned || !held || kind.presence === 'planned';
      const there = { planned: expertId, substitute: substituteId, absent: null }[kind.presence];
      const date = addDays(civilDate('2026-10-31'), -at);
      const sums = { visitsNew: count, visitsReturn: 1, prescriptions: count, preparations: 2, referralsUp: count };
      const { id } = await records.record(clinicId, date, {
        ...{ state, held, planned, plannedExpertId: planned ? expertId : null },
        ...(held
          ? { ...sums, referralsDown: 1, teachingCases: count, mode, expertPresence: kind.presence, expertId: there }
          : {}),
        ...(kind.late ? { firstSubmittedAt: new Date('2026-11-18T00:00:00Z') } : {}),
        ...(held && kind.attended
          ? { trainees: { create: { traineeId, part, signedAt: signed ? new Date() : null } } }
          : {}),
      });
      const stored = await database.db.clinicSession.findUniqueOrThrow({ where: { id }, include: { trainees: true } });
      const change = { key: { ...stored, date: fromDbDate(stored.date) }, delta: contributionOf(stored) };
      await database.db.$transaction((tx) => applyActivities(tx, [change]));
    }
    expect(await differences()).toEqual([]);
  });
});

describe('npm run reconcile', () => {
  const reconcile = async (...args: string[]) => await runCommandOn(database.url, 'lib/cli/reconcile.ts', ...args);

  it('leaves with 0 while all is well, names what was tampered with, and mends it', async () => {
    const { id } = await world.sent();
    const day = addDays(SESSION_DAY, -35);
    await world.sent(heldContent({ explanation: '补登' }), day);
    expect(await reconcile()).toMatchObject({ code: 0, printed: expect.stringContaining('are those of their') });

    const { clinicId } = world;
    // a changed sum, a missing row, and a row without records
    const november = toDbDate(civilDate('2026-11-01'));
    await database.db.activityMonth.update({
      where: { clinicId_month: { clinicId, month: november } },
      data: { visitsNew: 400, held: 3 },
    });
    await database.db.activityMonth.deleteMany({ where: { clinicId, month: toDbDate(civilDate('2026-10-01')) } });
    const { centreId, districtCode } = world;
    const row = { clinicId, centreId, districtCode, hospitalId: 'shuguang', month: toDbDate(civilDate('2020-05-01')) };
    await database.db.activityMonth.create({ data: { ...row, remote: 2 } });

    const found = await reconcile();
    expect(found.code).toBe(1);
    expect(found.printed).toContain(`(${clinicId}), 2026-11: held 3 instead of 1, visitsNew 400 instead of 4`);
    expect(found.printed).toMatch(/2026-10: logged 0 instead of 1, .*visitsReturn 0 instead of 8/);
    expect(found.printed).toContain('2020-05: remote 2 instead of 0');
    expect(found.printed).toContain('3 of');

    expect(await reconcile('--repair')).toMatchObject({ code: 0, printed: expect.stringContaining('3 of') });
    expect(await differences()).toEqual([]);
    expect(await world.november()).toMatchObject({ held: 1, visitsNew: 4 });
    const events = await database.db.auditEvent.findMany({ where: { event: 'activityMonth.repaired' } });
    expect(events.filter(({ objectId }) => objectId.startsWith(`${clinicId}/`))).toHaveLength(3);
    expect(events.find(({ objectId }) => objectId === `${clinicId}/2026-11-01`)).toMatchObject({
      ...{ system: 'cli', centreId, districtCode, objectType: 'ActivityMonth' },
      ...{ before: { held: 3, visitsNew: 400 }, after: { held: 1, visitsNew: 4 } },
    });
    expect(await world.recordOf(id)).toMatchObject({ state: 'submitted' });
    expect((await verifyAuditTrail(database.url)).finding).toBeNull();
  });

  it('finds a record that was changed behind the sums', async () => {
    const { id } = await world.sent();
    await database.sql.query('UPDATE clinic_session SET visits_return = 9 WHERE id = $1', [id]);
    expect(await differences()).toMatchObject([{ kept: { visitsReturn: 8 }, computed: { visitsReturn: 9 } }]);
    await repairActivity(database.db, BY);
    expect(await differences()).toEqual([]);
  });

  it('names months of districts that are not the sums of their clinics, and adds them up anew', async () => {
    await world.sent();
    const { districtCode } = world;
    await database.sql.query(
      `INSERT INTO district_activity (district_code, month, held, expected) VALUES ($1, '2026-11-01', 2, 5)`,
      [districtCode],
    );
    const [found] = (await compareActivity(database.db)).districts;
    expect(found).toMatchObject({ districtCode, month: '2026-11-01' });
    expect([found?.kept.held, found?.kept.expected]).toEqual([
      (found?.computed.held ?? 0) + 2,
      (found?.computed.expected ?? 0) + 5,
    ]);
    expect(await reconcile()).toMatchObject({
      code: 1,
      printed: expect.stringContaining(`(${districtCode}), 2026-11`),
    });
    expect(await reconcile('--repair')).toMatchObject({ code: 0 });
    expect(await differences()).toEqual([]);
    const event = { event: 'activityMonth.repaired', objectId: `${districtCode}/2026-11-01` };
    expect(await database.db.auditEvent.count({ where: event })).toBe(1);
  });

  it('counts nothing twice that is written while it mends', async () => {
    await world.sent();
    await database.sql.query('UPDATE activity_month SET held = 7 WHERE clinic_id = $1', [world.clinicId]);
    await Promise.all([
      ...[1, 2, 3].map((week) => world.sent(undefined, addDays(SESSION_DAY, -7 * week))),
      repairActivity(database.db, BY),
      foldDistricts(),
    ]);
    expect(await differences()).toEqual([]);
  });

  it('leaves with 2 when it cannot compare', async () => {
    expect(await reconcile('--mend')).toMatchObject({ code: 2, printed: expect.stringContaining('Usage') });
    const nowhere = await runCommandOn('postgresql://nobody@127.0.0.1:1/nothing', 'lib/cli/reconcile.ts');
    expect(nowhere.code).toBe(2);
  });
});
