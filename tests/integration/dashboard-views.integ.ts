import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { civilDate, dateInShanghai } from '@/lib/core/dates';
import { getCoverage } from '@/lib/indicators/coverage-queries';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { getMapPlaces } from '@/lib/indicators/map-queries';
import { type Period, parsePeriod } from '@/lib/indicators/period-rules';
import { getQuality } from '@/lib/indicators/quality-queries';
import type { Unit } from '@/lib/indicators/schema';
import { getSurvival } from '@/lib/indicators/survival-queries';
import { getUnitView } from '@/lib/indicators/view-queries';
import { getWeekDigest } from '@/lib/indicators/week-queries';
import { addWeeks, NO_WEEK } from '@/lib/indicators/week-rules';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

// The views of a unit beside its dashboard: each tells what SQL tells, and a parent what its parts tell together.

const database = useDatabase('demo');
const CITY: Unit = { level: 'city' };
const city = actorWith({ role: 'city_officer' });
const DISTRICTS: Unit[] = ['310101', '310115', '310151'].map((code) => ({ level: 'district', code }));

function period(text = '12m'): Period {
  const read = parsePeriod(text, dateInShanghai(now()));
  if (!read) throw new Error(`${text} is no period`);
  return read;
}

async function there<T>(asked: Promise<T | null>): Promise<T> {
  const found = await asked;
  if (found === null) throw new Error('the view is not there');
  return found;
}

describe('coverage', () => {
  it('counts what SQL counts in every cell, of the city as of a district', async () => {
    const { rows, specialties, uncovered } = await there(getCoverage(city, { unit: CITY, period: period() }));
    expect(rows).toHaveLength(16);
    expect(specialties.flatMap(({ conditions }) => conditions)).toHaveLength(114);
    const counted = await database.sql.query<{ district: string; department: string; clinics: number }>(
      `SELECT c.district_code AS district, k.department, count(DISTINCT j.id)::int AS clinics
       FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id
       JOIN joint_clinic_status s ON s.clinic_id = j.id AND s.status = 'operating' AND s.valid_to IS NULL
       JOIN joint_clinic_condition jc ON jc.clinic_id = j.id
       JOIN condition k ON k.catalogue_id = jc.catalogue_id AND k.code = jc.condition_code GROUP BY 1, 2`,
    );
    const cells = rows.flatMap(({ unit, clinics }) =>
      specialties.flatMap(({ name }, index) => (clinics[index] ? [[unit.code, name, clinics[index]]] : [])),
    );
    expect(cells.map(String).sort()).toEqual(
      counted.rows.map(({ district, department, clinics }) => String([district, department, clinics])).sort(),
    );
    const open = await database.sql.query<{ code: string }>(
      `SELECT k.code FROM condition k JOIN condition_catalogue l ON l.id = k.catalogue_id AND l.current
       WHERE NOT EXISTS (SELECT FROM joint_clinic_condition jc JOIN joint_clinic_status s ON s.clinic_id = jc.clinic_id
         AND s.status = 'operating' AND s.valid_to IS NULL WHERE jc.catalogue_id = k.catalogue_id AND jc.condition_code = k.code)`,
    );
    expect(uncovered.flatMap(({ conditions }) => conditions.map(({ code }) => code)).sort()).toEqual(
      open.rows.map(({ code }) => code).sort(),
    );
  });

  it('is the sum of its centres in a district', async () => {
    const whole = await there(getCoverage(city, { unit: CITY, period: period() }));
    for (const unit of DISTRICTS) {
      const { rows } = await there(getCoverage(city, { unit, period: period() }));
      const summed = whole.specialties.map((_, index) => rows.reduce((sum, row) => sum + (row.clinics[index] ?? 0), 0));
      expect(summed).toEqual(whole.rows.find((row) => unit.level !== 'city' && row.unit.code === unit.code)?.clinics);
    }
  });
});

describe('the quality of data', () => {
  it.each(['2026-10', '2026-Q3', '12m'])('is the sum of its centres, and what SQL tells: %s', async (text) => {
    const { whole, groups } = await there(getQuality(city, { unit: CITY, period: period(text) }));
    expect(groups).toHaveLength(16);
    for (const of of ['numerator', 'denominator'] as const)
      for (const dimension of ['timeliness', 'confirmed', 'consistency'] as const) {
        const sum = (rows: readonly (typeof whole)[]) =>
          rows.reduce((total, row) => total + (row.figures[dimension][of] ?? 0), 0);
        expect(sum(groups.map((group) => group.whole))).toBe(whole.figures[dimension][of]);
        for (const group of groups) expect(sum(group.rows)).toBe(group.whole.figures[dimension][of]);
      }
    const { rows } = await database.sql.query<{
      logged: number;
      late: number;
      open: number;
      held: number;
      sure: number;
    }>(
      `SELECT count(*)::int AS logged, count(*) FILTER (WHERE late)::int AS late,
         count(*) FILTER (WHERE state IN ('disputed', 'returned'))::int AS open, count(*) FILTER (WHERE held)::int AS held,
         count(*) FILTER (WHERE held AND state IN ('confirmed', 'accepted'))::int AS sure
       FROM clinic_session WHERE state <> 'withdrawn' AND date BETWEEN $1 AND $2`,
      [period(text).from, period(text).to],
    );
    const { logged = 0, late = 0, open = 0, held = 0, sure = 0 } = rows[0] ?? {};
    expect(whole.figures.timeliness).toMatchObject({ numerator: logged - late, denominator: logged });
    expect(whole.figures.consistency).toMatchObject({ numerator: logged - open, denominator: logged });
    expect(whole.figures.confirmed).toMatchObject({ numerator: sure, denominator: held });
  });

  it('tells the same of a district alone, of its centre, and of the clinics of that centre', async () => {
    const asked = period('2026-Q3');
    const whole = await there(getQuality(city, { unit: CITY, period: asked }));
    const group = whole.groups.find(({ whole: { unit } }) => unit.code === '310101');
    const alone = await there(getQuality(city, { unit: { level: 'district', code: '310101' }, period: asked }));
    expect(alone.whole).toEqual(group?.whole);
    const centre = group?.rows[0];
    const code = centre?.unit.code ?? '';
    const ofCentre = await there(getQuality(city, { unit: { level: 'centre', code }, period: asked }));
    expect(ofCentre.whole).toEqual(centre);
    expect(ofCentre.groups.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
  });
});

describe('the survival of clinics', () => {
  it('tells of every clinic that ever opened, and its parts together of as many', async () => {
    const { clinics, ended, cohorts } = await there(getSurvival(city, { unit: CITY, period: period() }));
    const { rows } = await database.sql.query<{ clinics: number; quiet: number }>(
      `SELECT count(*)::int AS clinics,
         count(*) FILTER (WHERE NOT EXISTS (SELECT FROM clinic_session r WHERE r.clinic_id = o.clinic_id AND r.held
           AND r.state <> 'withdrawn' AND r.date >= '2026-08-01') AND o.opened < '2026-08-01')::int AS quiet
       FROM (SELECT clinic_id, min(valid_from) AS opened FROM joint_clinic_status WHERE status = 'operating' GROUP BY 1) o`,
    );
    expect({ clinics, ended }).toEqual({ clinics: rows[0]?.clinics, ended: rows[0]?.quiet });
    expect(cohorts.reduce((sum, { opened }) => sum + opened, 0)).toBe(clinics);
    const alliances = await Promise.all(
      ['east', 'south', 'west', 'north'].map((code) =>
        there(getSurvival(city, { unit: { level: 'alliance', code }, period: period() })),
      ),
    );
    expect(alliances.reduce((sum, one) => sum + one.clinics, 0)).toBe(clinics);
    expect(alliances.reduce((sum, one) => sum + one.ended, 0)).toBe(ended);
  });

  it('knows of a past period only what had opened by then', async () => {
    const [past, present] = await Promise.all(
      ['2025-01', '12m'].map((text) => there(getSurvival(city, { unit: CITY, period: period(text) }))),
    );
    expect(past?.clinics).toBeLessThan(present?.clinics ?? 0);
  });
});

describe('the map', () => {
  it('has a point for every clinic that operates, and the seven central districts', async () => {
    const asked = { unit: CITY, period: period() };
    const { clinics, centralCodes, districtCodes } = await there(getMapPlaces(city, asked));
    const { tiles } = await there(getDashboard(city, asked));
    const operating = clinics.filter(({ status }) => status === 'operating').length;
    expect(operating).toBe(tiles.find(({ definition }) => definition.id === 'operating_clinics')?.figure.value);
    expect(centralCodes).toHaveLength(7);
    expect(districtCodes).toHaveLength(16);
    for (const { position } of clinics) {
      expect(position.lat).toBeGreaterThan(30.6);
      expect(position.lon).toBeLessThan(122.1);
    }
  });
});

describe('the digest of a week', () => {
  const week = { from: civilDate('2026-10-12'), to: civilDate('2026-10-18') };

  it('is the sum of its parts, and what SQL tells', async () => {
    const { weeks, parts } = await there(getWeekDigest(city, { unit: CITY, week }));
    expect(weeks).toHaveLength(8);
    const { monday, ...present } = weeks.at(-1) ?? { monday: week.from, ...NO_WEEK };
    expect(monday).toBe(week.from);
    expect(addWeeks(parts.map(({ unit: _, ...numbers }) => numbers))).toEqual(present);
    const { rows } = await database.sql.query<{ logged: number; held: number; visits: number }>(
      `SELECT count(*) FILTER (WHERE planned)::int AS logged, count(*) FILTER (WHERE planned AND held)::int AS held,
         sum(visits_new + visits_return)::int AS visits FROM clinic_session
       WHERE state <> 'withdrawn' AND date BETWEEN $1 AND $2`,
      [week.from, week.to],
    );
    expect(present).toMatchObject(rows[0] ?? {});
    expect(present.expected).toBeGreaterThanOrEqual(present.logged);
    for (const unit of DISTRICTS) {
      const alone = await there(getWeekDigest(city, { unit, week }));
      const part = parts.find((one) => unit.level !== 'city' && one.unit.code === unit.code);
      expect(addWeeks(alone.weeks.slice(-1))).toEqual(addWeeks(part ? [part] : []));
    }
  });

  it('expects of weeks what is expected of their months', async () => {
    // June 2026 begins on a Monday and ends on a Tuesday
    const { weeks } = await there(
      getWeekDigest(city, { unit: CITY, week: { from: civilDate('2026-06-22'), to: civilDate('2026-06-28') } }),
    );
    const june = weeks.filter((one) => one.monday >= '2026-06-01').reduce((sum, one) => sum + one.expected, 0);
    const { fourNumbers } = await there(getDashboard(city, { unit: CITY, period: period('2026-06') }));
    const rest = await there(
      getWeekDigest(city, { unit: CITY, week: { from: civilDate('2026-06-29'), to: civilDate('2026-07-05') } }),
    );
    expect(june).toBeLessThanOrEqual(fourNumbers.expected);
    expect(june + (rest.weeks.at(-1)?.expected ?? 0)).toBeGreaterThanOrEqual(fourNumbers.expected);
  });
});

describe('who may open a view', () => {
  it('is who may open the dashboard', async () => {
    const district = actorWith({ role: 'district_officer', districtCode: '310101' });
    const [own, neighbour]: Unit[] = [
      { level: 'district', code: '310101' },
      { level: 'district', code: '310104' },
    ];
    if (!own || !neighbour) throw new Error('two districts');
    for (const view of [getUnitView, getCoverage, getQuality, getSurvival, getMapPlaces]) {
      expect(await view(district, { unit: own, period: period() })).not.toBeNull();
      expect(await view(district, { unit: neighbour, period: period() })).toBeNull();
      expect(await view(district, { unit: CITY, period: period() })).toBeNull();
      expect(await view(actorWith({ role: 'expert', expertId: 'x' }), { unit: own, period: period() })).toBeNull();
    }
  });
});
