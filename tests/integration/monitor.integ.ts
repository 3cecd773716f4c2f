import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, civilDate, dateInShanghai } from '@/lib/core/dates';
import { getClinicMonitor, getMonitor } from '@/lib/monitor/queries';
import { FIRST_THRESHOLDS } from '@/lib/monitor/rules';
import { MONITOR_STATES, type MonitorState } from '@/lib/monitor/schema';
import { previewThresholds, setThresholds } from '@/lib/monitor/threshold-commands';
import { listThresholds, thresholdsOn } from '@/lib/monitor/threshold-queries';
import type { Monitor } from '@/lib/monitor/views-schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const TODAY = dateInShanghai(now());

async function monitorOf(request: Partial<Parameters<typeof getMonitor>[1]> = {}, actor = city): Promise<Monitor> {
  const found = await getMonitor(actor, { date: TODAY, filter: {}, page: 1, ...request });
  if (!found) throw new Error('the actor reads no monitor');
  return found;
}

describe('the thresholds', () => {
  it('begin with those of the program', async () => {
    const [first, ...others] = await listThresholds();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ version: 1, values: FIRST_THRESHOLDS });
    expect((await thresholdsOn(civilDate('2014-01-01'))).version).toBe(1);
  });
});

describe('a change of the thresholds', () => {
  const harsh = { ...FIRST_THRESHOLDS, steadyHeldPercent: 95 };

  it('says first which clinics would change, and changes them from its day on', async () => {
    const before = await monitorOf();
    const preview = valueIn(await previewThresholds(city, harsh));
    expect(preview.changes.length).toBeGreaterThan(0);
    expect(preview).toMatchObject({ version: 1, total: 134 });
    expect(preview.changes.every((one) => one.before === 'steady' && one.after === 'irregular')).toBe(true);
    expect((await monitorOf()).counts).toEqual(before.counts);
    valueIn(await setThresholds(city, { values: harsh, reason: '年度考核从严', version: 1 }));
    const { counts, thresholds } = await monitorOf();
    expect(thresholds).toMatchObject({ version: 2, validFrom: TODAY, reason: '年度考核从严' });
    expect(counts.irregular - before.counts.irregular).toBe(preview.changes.length);
    expect((await monitorOf({ date: addDays(TODAY, -1) })).thresholds.version).toBe(1);
    const again = await setThresholds(city, { values: harsh, reason: '再次', version: 1 });
    expect(again).toMatchObject({ error: { code: 'CONFLICT' } });
    valueIn(await setThresholds(city, { values: FIRST_THRESHOLDS, reason: '恢复', version: 2 }));
    expect((await monitorOf()).counts).toEqual(before.counts);
    const events = await database.db.auditEvent.count({ where: { event: 'monitorThreshold.set' } });
    expect(events).toBe(2);
  });

  it.each([
    ['windowWeeks', { windowWeeks: 3 }],
    ['minExpected', { minExpected: 'x' }],
    ['warnHeldPercent', { warnHeldPercent: 10 }],
    ['steadyHeldPercent', { steadyHeldPercent: 40 }],
  ])('is refused with a bad %s', async (path, wrong) => {
    const done = await previewThresholds(city, { ...FIRST_THRESHOLDS, ...wrong });
    expect(done.ok ? [] : done.error.problems?.map((problem) => problem.path)).toEqual([path]);
  });

  it('is a city officer’s alone', async () => {
    for (const actor of [
      actorWith({ role: 'auditor' }),
      actorWith({ role: 'district_officer', districtCode: '310101' }),
    ])
      expect(await previewThresholds(actor, harsh)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('the city', () => {
  it('has every clinic in one state, page by page', async () => {
    const { counts, total, pages, clinics } = await monitorOf();
    expect(total).toBe(134);
    expect(MONITOR_STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(134);
    expect({ pages, first: clinics.length }).toEqual({ pages: 3, first: 50 });
    const seen = new Set<string>();
    for (const page of [1, 2, 3])
      for (const { clinic, reasons } of (await monitorOf({ page })).clinics) {
        seen.add(clinic.id);
        expect(reasons.length).toBeGreaterThan(0);
      }
    expect(seen.size).toBe(134);
    expect((await monitorOf({ page: 99 })).page).toBe(3);
  });

  it('finds those that the generator made nominal-only, and only such', async () => {
    const { rows } = await database.sql.query<{ clinic_id: string; behaviour: string }>(
      'SELECT DISTINCT ON (clinic_id) clinic_id, behaviour::text FROM demonstration_truth ORDER BY clinic_id, valid_from DESC',
    );
    const truth = new Map(rows.map(({ clinic_id, behaviour }) => [clinic_id, behaviour]));
    const { clinics, total } = await monitorOf({ filter: { state: 'nominal_only' } });
    expect(clinics).toHaveLength(total);
    const called = clinics.map(({ clinic }) => truth.get(clinic.id));
    expect(called.filter((behaviour) => behaviour !== 'nominal_only' && behaviour !== 'fabricated')).toEqual([]);
    const nominal = rows.filter(({ behaviour }) => behaviour === 'nominal_only');
    expect(called.filter((behaviour) => behaviour === 'nominal_only')).toHaveLength(nominal.length);
    // made-up records ask for a look, whatever their state
    const { clinics: checked } = await monitorOf({ filter: { check: true } });
    const signalled = new Set(checked.map(({ clinic }) => clinic.id));
    const fabricated = rows.filter(({ behaviour }) => behaviour === 'fabricated');
    expect(fabricated.filter(({ clinic_id }) => !signalled.has(clinic_id))).toEqual([]);
  });

  it('counts what the records say', async () => {
    const { clinics, from, date } = await monitorOf();
    const { rows } = await database.sql.query<{ id: string; held: number; confirmed: number }>(
      `SELECT clinic_id AS id, count(*) FILTER (WHERE held)::int AS held,
         count(*) FILTER (WHERE held AND state IN ('confirmed', 'accepted'))::int AS confirmed
       FROM clinic_session WHERE state <> 'withdrawn' AND date BETWEEN $1 AND $2 GROUP BY clinic_id`,
      [from, date],
    );
    const bySql = new Map(rows.map(({ id, held, confirmed }) => [id, { held, confirmed }]));
    for (const { clinic, numbers } of clinics)
      expect({ id: clinic.id, held: numbers.held + numbers.extra, confirmed: numbers.confirmedAny }).toEqual({
        id: clinic.id,
        held: bySql.get(clinic.id)?.held ?? 0,
        confirmed: bySql.get(clinic.id)?.confirmed ?? 0,
      });
  });

  it('is the sum of its districts, and of nothing else', async () => {
    const { counts } = await monitorOf();
    const { rows } = await database.sql.query<{ code: string }>('SELECT code FROM district');
    const sums: Record<MonitorState, number> = { steady: 0, irregular: 0, idle: 0, nominal_only: 0, insufficient: 0 };
    for (const { code } of rows) {
      const own = await monitorOf({}, actorWith({ role: 'district_officer', districtCode: code }));
      const filtered = await monitorOf({ filter: { district: code } });
      expect(filtered.counts).toEqual(own.counts);
      for (const state of MONITOR_STATES) sums[state] += own.counts[state];
    }
    expect(sums).toEqual(counts);
  });
});

describe('a past day', () => {
  const DAY = civilDate('2026-09-30');

  it('is judged by what was known then', async () => {
    const before = await monitorOf({ date: DAY });
    const clinicId =
      before.clinics.find(({ state, numbers }) => state === 'steady' && numbers.held > 5)?.clinic.id ?? '';
    const then = await getClinicMonitor(city, clinicId, DAY);
    await database.sql.query('DELETE FROM month_close');
    // whatever is confirmed, sent or withdrawn later changes nothing
    await database.sql.query(
      `UPDATE clinic_session SET state = 'confirmed', confirmed_at = '2026-11-17', confirmed_by_name = '测试', confirmed_as = 'expert'
       WHERE clinic_id = $1 AND state = 'submitted' AND held`,
      [clinicId],
    );
    expect(await getClinicMonitor(city, clinicId, DAY)).toEqual(then);
    await database.sql.query(
      `UPDATE clinic_session SET first_submitted_at = '2026-10-02', submitted_at = '2026-10-02', late = true,
         state = 'submitted', confirmed_at = NULL, confirmed_by_name = NULL, confirmed_as = NULL, accepted_at = NULL, accepted_by_name = NULL
       WHERE clinic_id = $1 AND date = (
         SELECT max(date) FROM clinic_session WHERE clinic_id = $1 AND date <= '2026-09-20')`,
      [clinicId],
    );
    const later = await getClinicMonitor(city, clinicId, DAY);
    expect(later?.numbers.logged).toBe((then?.numbers.logged ?? 0) - 1);
  });

  it('is the same on the list, on the page and in the history of a later day', async () => {
    const { clinics } = await monitorOf({ date: DAY, page: 2 });
    for (const { clinic, state, numbers } of clinics.slice(0, 6)) {
      const page = await getClinicMonitor(city, clinic.id, DAY);
      expect({ state: page?.state, numbers: page?.numbers }).toEqual({ state, numbers });
      const after: CivilDate = addDays(DAY, 28);
      const point = (await getClinicMonitor(city, clinic.id, after))?.history.find(({ date }) => date === DAY);
      expect(point?.state).toBe(state);
    }
  });
});

describe('who sees the monitor', () => {
  it('is whoever reads sums, each within the own scope', async () => {
    const centreId = (await monitorOf()).clinics[0]?.centre.id ?? '';
    const clerk = await monitorOf({}, actorWith({ role: 'centre_clerk', centreId }));
    expect(clerk.total).toBeGreaterThan(0);
    expect(clerk.clinics.filter(({ centre }) => centre.id !== centreId)).toEqual([]);
    const alliances = ['east', 'south', 'west', 'north'] as const;
    for (const allianceCode of alliances) {
      const own = await monitorOf({}, actorWith({ role: 'alliance_officer', allianceCode }));
      expect((await monitorOf({ filter: { alliance: allianceCode } })).counts).toEqual(own.counts);
    }
    for (const actor of [
      actorWith({ role: 'expert', expertId: 'x' }),
      actorWith({ role: 'trainee', traineeId: 'x' }),
    ]) {
      expect(await getMonitor(actor, { date: TODAY, filter: {}, page: 1 })).toBeNull();
      expect(await getClinicMonitor(actor, 'clinic-310101-01-1', TODAY)).toBeNull();
    }
    expect(await getClinicMonitor(city, 'nowhere', TODAY)).toBeNull();
  });
});
