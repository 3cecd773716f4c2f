import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { listDueSessions } from '@/lib/clinic-sessions/due-queries';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import { checkContent } from '@/lib/clinic-sessions/rules';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
let world: SessionWorld;
const weeksAgo = (weeks: number) => addDays(SESSION_DAY, -7 * weeks);

beforeAll(async () => {
  world = await sessionWorldOn(database.db);
  const { records, clinicId, traineeId } = world;
  for (let week = 2; week <= 7; week++)
    await records.record(clinicId, weeksAgo(week), {
      state: week === 3 ? 'returned' : 'confirmed',
      conditions: { create: { ...{ catalogueId: CATALOGUE.catalogueId, conditionCode: CATALOGUE.code }, visits: 6 } },
      techniques: { create: { techniqueCode: 'acupuncture', count: 4 } },
      trainees: { create: { traineeId, part: 'assisting' } },
      messages:
        week === 3
          ? {
              create: {
                ...{ kind: 'returned', version: 1, text: '人次与登记本不符', at: new Date() },
                ...{ authorName: '区卫健委', authorRole: 'district_officer' },
              },
            }
          : undefined,
    });
});

const form = async (date = SESSION_DAY, half: 'am' | 'pm' = 'am') =>
  await getSessionForm(world.clerk, { clinicId: world.clinicId, date, half });

describe('getSessionForm', () => {
  it('has everything the form of a planned session needs', async () => {
    const { expertId, substituteId, traineeId, districtCode, centreId } = world;
    const given = await form();
    expect(given).toMatchObject({
      clinic: { id: world.clinicId, districtCode, centre: { id: centreId }, hospital: { id: 'shuguang' }, room: null },
      planned: { startsMinute: 510, endsMinute: 690 },
      plannedExpert: { id: expertId },
      trainees: [{ id: traineeId }],
      record: null,
      monthClosed: false,
      prefill: {
        ...{ held: true, expert: { presence: 'planned' }, mode: 'on_site', visitsNew: null, visitsReturn: null },
        conditionShares: [{ ...CATALOGUE, share: 0.5 }],
        techniqueCodes: ['acupuncture'],
        trainees: [{ traineeId, part: 'assisting' }],
      },
    });
    expect(given?.substitutes.map(({ id }) => id)).toContain(substituteId);
    expect(given?.substitutes.map(({ id }) => id)).not.toContain(expertId);
    expect(given?.conditions[0]).toMatchObject({ ...CATALOGUE, ofClinic: true });
    expect(given?.conditions.length).toBe(114);
    expect(given?.techniques[0]).toMatchObject({ code: 'acupuncture', usual: true });
    expect(given?.earlier.map(({ date }) => date)).toEqual([2, 3, 4, 5, 6, 7].map(weeksAgo));
    expect(given?.earlier[0]).toMatchObject({ state: 'confirmed', held: true, visitsNew: 4, expert: { id: expertId } });
    expect(given && checkContent(heldContent(), given.context)).toEqual({ hard: [], soft: [] });
  });

  it('says of a half-day outside the schedule that nobody is planned', async () => {
    expect(await form(civilDate('2026-11-17'))).toMatchObject({
      planned: null,
      plannedExpert: null,
      prefill: { expert: null },
    });
  });

  it('shows a record that is there, with its content and why it came back', async () => {
    const given = await form(weeksAgo(3));
    expect(given?.record).toMatchObject({
      ...{ version: 1, state: 'returned', dueOn: '2026-11-04' },
      content: { held: true, visitsNew: 4, conditions: [{ ...CATALOGUE, visits: 6 }] },
      reason: { text: '人次与登记本不符', authorName: '区卫健委' },
    });
    expect(given?.earlier.map(({ date }) => date)).toEqual([4, 5, 6, 7].map(weeksAgo));
  });

  it('says that the month is closed', async () => {
    const month = toDbDate(civilDate('2026-10-01'));
    const { districtCode } = world;
    const data = { districtCode, month, closedAt: new Date(), closedByName: '区卫健委' };
    const { id } = await database.db.monthClose.create({ data });
    expect((await form(weeksAgo(5)))?.monthClosed).toBe(true);
    expect((await form())?.monthClosed).toBe(false);
    await database.db.monthClose.delete({ where: { id } });
  });

  it('is nobody else’s', async () => {
    const { clinicId, districtCode, expertId } = world;
    const ask = { clinicId, date: SESSION_DAY, half: 'am' } as const;
    expect(await getSessionForm(actorWith({ role: 'centre_clerk', centreId: 'elsewhere' }), ask)).toBeNull();
    expect(await getSessionForm(actorWith({ role: 'district_officer', districtCode }), ask)).toBeNull();
    expect(await getSessionForm(actorWith({ role: 'expert', expertId }), ask)).toBeNull();
    expect(await getSessionForm(world.clerk, { ...ask, clinicId: 'nowhere' })).toBeNull();
  });
});

describe('listDueSessions', () => {
  it('lists what waits: returned, today, still on time, overdue', async () => {
    await world.build.schedule(world.clinicId, world.expertId, {
      weekday: 1,
      half: 'pm',
      startsMinute: 810,
      endsMinute: 990,
    });
    const due = await listDueSessions(world.clerk, SESSION_DAY);
    const told = due.map(({ kind, date, half }) => `${kind} ${date} ${half}`);
    expect(told.slice(0, 3)).toEqual([`returned ${weeksAgo(3)} am`, 'today 2026-11-18 am', 'week 2026-11-16 pm']);
    expect(told).toContain(`overdue ${weeksAgo(1)} am`);
    expect(told).toContain(`overdue ${weeksAgo(8)} am`);
    expect(told).not.toContain(`overdue ${weeksAgo(2)} am`);
    expect(told.filter((text) => text.startsWith('overdue')).at(0)).toContain('2026-09-23');
    expect(due[0]).toMatchObject({ record: { version: 1, dueOn: '2026-11-04', reason: '人次与登记本不符' } });
    expect(due[1]).toMatchObject({
      clinicId: world.clinicId,
      startsMinute: 510,
      expert: { name: expect.any(String) },
      record: null,
    });
  });

  it('asks for a withdrawn one again', async () => {
    const record = await world.records.record(world.clinicId, SESSION_DAY, { state: 'withdrawn' });
    const today = async () => (await listDueSessions(world.clerk, SESSION_DAY)).filter(({ kind }) => kind === 'today');
    expect(await today()).toHaveLength(1);
    await database.db.clinicSession.update({ where: { id: record.id }, data: { state: 'submitted' } });
    expect(await today()).toHaveLength(0);
  });

  it('is empty for those who log nothing', async () => {
    const { districtCode } = world;
    expect(await listDueSessions(actorWith({ role: 'district_officer', districtCode }), SESSION_DAY)).toEqual([]);
  });

  it('needs as many statements for many clinics as for one', async () => {
    const statements = vi.spyOn(pg.Client.prototype, 'query');
    const count = async () => {
      statements.mockClear();
      await listDueSessions(world.clerk, SESSION_DAY);
      return statements.mock.calls.length;
    };
    const before = await count();
    const second = await world.build.clinic(world.centreId);
    await world.build.schedule(second.id, world.expertId, { weekday: 2 });
    expect(await count()).toBe(before);
    statements.mockRestore();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(20);
  });
});
