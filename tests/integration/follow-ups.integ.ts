import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, civilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { evaluateNightly, evaluateNow } from '@/lib/monitor/evaluate-clinics';
import {
  closeFollowUp,
  commentOnFollowUp,
  handOverFollowUp,
  openFollowUp,
  takeFollowUp,
} from '@/lib/monitor/follow-up-commands';
import { getFollowUp, listFollowUps } from '@/lib/monitor/follow-up-queries';
import { getClinicMonitor, getMonitor } from '@/lib/monitor/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const TODAY = dateInShanghai(now());
const YESTERDAY = addDays(TODAY, -1);

const eventsOf = async (objectId: string) =>
  (await database.db.auditEvent.findMany({ where: { objectId }, orderBy: { seq: 'asc' } })).map(({ event }) => event);

describe('the nightly job', () => {
  it('writes down a week of states, opens follow-ups, and a second time changes nothing', async () => {
    const done = await evaluateNightly({ id: 'run-1' });
    expect(done).toMatchObject({ days: 7, clinics: 134 });
    expect(done.followUps).toBeGreaterThan(5);
    const rows = await database.db.clinicStateHistory.findMany({ where: { date: toDbDate(YESTERDAY) } });
    expect(rows).toHaveLength(134);
    const monitor = await getMonitor(city, { date: YESTERDAY, filter: {}, page: 1 });
    for (const { clinic, state, numbers } of monitor?.clinics ?? [])
      expect(rows.find(({ clinicId }) => clinicId === clinic.id)).toMatchObject({ state, held: numbers.held });
    for (const { clinicId, state } of rows.slice(0, 5)) {
      const kept = (await getClinicMonitor(city, clinicId, YESTERDAY))?.kept ?? [];
      expect(kept[0]).toMatchObject({ to: YESTERDAY, state, version: 1 });
      expect(kept.reduce((sum, { days }) => sum + days, 0)).toBe(7);
    }
    const followed = rows.filter(({ state }) => state === 'idle' || state === 'nominal_only');
    expect(await database.db.followUp.count()).toBe(followed.length);
    expect(await evaluateNightly({ id: 'run-2' })).toEqual({ days: 0, clinics: 0, followUps: 0 });
    expect(await database.db.followUp.count()).toBe(followed.length);
    expect(await eventsOf(YESTERDAY)).toEqual(['monitor.evaluated']);
  });

  it('gives each to the district of the clinic, with a day and an event', async () => {
    const one = await database.db.followUp.findFirstOrThrow({ include: { clinic: { include: { centre: true } } } });
    const { districtCode } = one.clinic.centre;
    const mine = await listFollowUps(actorWith({ role: 'district_officer', districtCode }), 'mine');
    expect(mine.map(({ id }) => id)).toContain(one.id);
    expect(mine.every(({ district, dueOn }) => district.id === districtCode && dueOn > TODAY)).toBe(true);
    expect(await eventsOf(one.id)).toEqual(['followUp.opened']);
    const other = districtCode === '310104' ? '310101' : '310104';
    expect(await getFollowUp(actorWith({ role: 'district_officer', districtCode: other }), one.id)).toBeNull();
  });
});

describe('judging now', () => {
  it('keeps what is known of today, and gives way to the whole day', async () => {
    const clinics = await database.db.jointClinic.findMany({ where: { centre: { districtCode: '310104' } } });
    const officer = actorWith({ role: 'district_officer', districtCode: '310104' });
    const done = valueIn(await evaluateNow(officer));
    expect(done.clinics).toBe(clinics.length);
    expect(await database.db.clinicStateHistory.count({ where: { date: toDbDate(TODAY) } })).toBe(clinics.length);
    expect((await evaluateNow(actorWith({ role: 'auditor' }))).ok).toBe(false);
  });
});

describe('a follow-up', () => {
  it('is opened once, taken on, handed over, talked about and closed, each step in its thread and in the trail', async () => {
    const steady = await getMonitor(city, { date: TODAY, filter: { state: 'steady' }, page: 1 });
    const { clinic, district, centre } = steady?.clinics[0] ?? {};
    if (!clinic || !district || !centre) throw new Error('no steady clinic');
    const officer = actorWith({ role: 'district_officer', districtCode: district.id });
    const clerk = actorWith({ role: 'centre_clerk', centreId: centre.id });
    const dueOn = addDays(TODAY, 5);
    const asked = { clinicId: clinic.id, office: 'centre', dueOn, text: '请说明近期排班' };
    const { id } = valueIn(await openFollowUp(officer, asked));
    expect(await openFollowUp(officer, asked)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await listFollowUps(clerk, 'mine')).map((one) => one.id)).toContain(id);
    expect(await takeFollowUp(clerk, { id, version: 1 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    valueIn(await commentOnFollowUp(clerk, { id, text: '专家下周恢复' }));
    expect(valueIn(await commentOnFollowUp(clerk, { id, text: '专家下周恢复' })).repeated).toBe(true);
    valueIn(await takeFollowUp(officer, { id, version: 1 }));
    expect(await getFollowUp(officer, id)).toMatchObject({ mine: true, office: 'district', version: 2 });
    expect(await closeFollowUp(officer, { id, version: 1, outcome: 'improved', text: '已恢复' })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    valueIn(await handOverFollowUp(officer, { id, version: 2, office: 'city', dueOn, text: '请市级协调' }));
    expect((await listFollowUps(city, 'mine')).map((one) => one.id)).toContain(id);
    valueIn(await closeFollowUp(city, { id, version: 3, outcome: 'improved', text: '已恢复' }));
    const seen = await getFollowUp(clerk, id);
    expect(seen).toMatchObject({ outcome: 'improved', may: { change: false, comment: true } });
    expect(seen?.thread.map(({ kind }) => kind)).toEqual(['opened', 'comment', 'taken', 'handed_over', 'closed']);
    expect(await eventsOf(id)).toEqual([
      ...['followUp.opened', 'followUp.commented', 'followUp.taken', 'followUp.handedOver', 'followUp.closed'],
    ]);
    expect((await listFollowUps(city, 'done'))[0]?.id).toBe(id);
    expect((await getClinicMonitor(officer, clinic.id, TODAY))?.state).toBe('steady');
  });

  it.each([
    ['office', { office: 'ministry' }],
    ['dueOn', { dueOn: '2026-02-30' }],
    ['dueOn', { dueOn: '2020-01-01' }],
    ['dueOn', { dueOn: '2029-01-01' }],
    ['text', { text: ' ' }],
    ['text', { text: '长'.repeat(1001) }],
  ])('is not opened with a bad %s', async (path, wrong) => {
    const { id: clinicId } = await database.db.jointClinic.findFirstOrThrow();
    const good = { clinicId, office: 'district', dueOn: addDays(TODAY, 5), text: '请核实' };
    const done = await openFollowUp(city, { ...good, ...wrong });
    expect(done.ok ? [] : done.error.problems?.map((problem) => problem.path)).toEqual([path]);
  });

  it('is seen by the wider office when it is overdue', async () => {
    const one = await database.db.followUp.findFirstOrThrow({ where: { office: 'district', closedAt: null } });
    const escalated = async () => (await listFollowUps(city, 'escalated')).map(({ id }) => id);
    expect(await escalated()).not.toContain(one.id);
    await database.db.followUp.update({ where: { id: one.id }, data: { dueOn: toDbDate(civilDate('2026-11-01')) } });
    expect(await escalated()).toContain(one.id);
    expect((await getFollowUp(city, one.id))?.overdue).toBe(true);
    const clerk = actorWith({ role: 'centre_clerk', centreId: 'centre-310101-01' });
    expect(await listFollowUps(clerk, 'escalated')).toEqual([]);
  });
});
