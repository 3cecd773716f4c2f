import { describe, expect, it } from 'vitest';
import type { ActorRole } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { definitionsOn } from '@/lib/indicators/definition-queries';
import { parsePeriod } from '@/lib/indicators/period-rules';
import { shapeOf } from '@/lib/indicators/rules';
import { INDICATOR_IDS, type Unit } from '@/lib/indicators/schema';
import { getDistrictSpreads } from '@/lib/indicators/spread-queries';
import { STRUCTURE_COUNTS } from '@/lib/indicators/sums-rules';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const CITY: Unit = { level: 'city' };
const city = actorWith({ role: 'city_officer' });

async function dashboardOf(unit: Unit, text = '12m', actor = city): Promise<Dashboard> {
  const period = parsePeriod(text, dateInShanghai(now()));
  const found = period && (await getDashboard(actor, { unit, period }));
  if (!found) throw new Error(`no dashboard for ${JSON.stringify(unit)} ${text}`);
  return found;
}

describe('the definitions', () => {
  it('are there for every indicator, told as they are computed', async () => {
    const definitions = await definitionsOn(dateInShanghai(now()));
    expect(definitions.map(({ id }) => id)).toEqual(INDICATOR_IDS);
    for (const { id, unit, deepestLevel } of definitions)
      expect({ id, unit, deepestLevel }).toEqual({ id, ...shapeOf(id) });
  });
});

describe('the city in twelve months', () => {
  it('shows the published totals', async () => {
    const { tiles } = await dashboardOf(CITY);
    const value = (id: string) => tiles.find(({ definition }) => definition.id === id)?.figure.value;
    expect(value('operating_clinics')).toBe(134);
    expect(value('active_trainees')).toBe(286);
    expect(value('dual_employed')).toBe(116);
    expect(value('preparation_districts')).toBe(16);
    expect(value('specialty_projects')).toBe(76);
    expect(value('demonstration_stations')).toBe(112);
    expect(value('conditions_mean')).toBeGreaterThanOrEqual(60);
    expect(value('residents_per_station')).toBeNull();
  });

  it.each(['2026-10', '2026-Q3', '12m', '2026', '2025'])(
    'is the sum of its districts, and of its alliances: %s',
    async (text) => {
      const { fourNumbers, children, alliances, tiles } = await dashboardOf(CITY, text);
      expect(children).toHaveLength(16);
      expect(alliances).toHaveLength(4);
      for (const parts of [children, alliances])
        for (const name of ['expected', 'logged', 'held', 'confirmed', 'extra'] as const)
          expect(parts.reduce((sum, part) => sum + part.fourNumbers[name], 0)).toBe(fourNumbers[name]);
      for (const { definition, figure } of tiles.filter(
        (tile) => tile.definition.unit !== 'count' || tile.figure.value !== null,
      ))
        for (const parts of [children, alliances]) {
          const sum = (of: 'numerator' | 'denominator') =>
            parts.reduce((total, part) => total + (part.figures[definition.id][of] ?? 0), 0);
          // a number of districts is told for alliances, not for a district
          if (definition.id === 'preparation_districts' && parts === children) continue;
          expect([definition.id, sum('numerator'), sum('denominator')]).toEqual([
            definition.id,
            figure.numerator ?? 0,
            figure.denominator ?? 0,
          ]);
        }
      expect(fourNumbers.expected).toBeGreaterThanOrEqual(fourNumbers.logged);
      expect(fourNumbers.logged).toBeGreaterThanOrEqual(fourNumbers.held);
      expect(fourNumbers.held).toBeGreaterThanOrEqual(fourNumbers.confirmed);
    },
  );

  it('agrees with the records themselves', async () => {
    const { fourNumbers, period, months } = await dashboardOf(CITY);
    const { rows } = await database.sql.query<{ logged: number; held: number; confirmed: number; visits: number }>(
      `SELECT count(*) FILTER (WHERE planned)::int AS logged, count(*) FILTER (WHERE planned AND held)::int AS held,
        count(*) FILTER (WHERE planned AND held AND state IN ('confirmed', 'accepted'))::int AS confirmed,
        sum(visits_new + visits_return)::int AS visits
       FROM clinic_session WHERE state <> 'withdrawn' AND date BETWEEN $1 AND $2`,
      [period.from, period.to],
    );
    const { logged, held, confirmed } = fourNumbers;
    expect({
      logged,
      held,
      confirmed,
      visits: months.reduce((sum, m) => sum + m.visitsNew + m.visitsReturn, 0),
    }).toEqual(rows[0]);
  });
});

describe('down to the clinic', () => {
  it('every parent is the sum of its parts', async () => {
    const compared = { units: 0, figures: 0 };
    const visit = async (unit: Unit): Promise<void> => {
      const { fourNumbers, children } = await dashboardOf(unit, '2026-Q3');
      compared.units += 1;
      if (children.length === 0) return;
      for (const name of ['expected', 'logged', 'held', 'confirmed', 'extra'] as const) {
        expect(children.reduce((sum, part) => sum + part.fourNumbers[name], 0)).toBe(fourNumbers[name]);
        compared.figures += 1;
      }
      for (const child of children)
        if (child.unit.level !== 'city') {
          const own = child.fourNumbers.expected + child.fourNumbers.logged;
          if (own > 0 && ['310109', '310104'].some((code) => child.unit.code.includes(code)))
            await visit({ level: child.unit.level, code: child.unit.code });
        }
    };
    await visit(CITY);
    expect(compared.units).toBeGreaterThan(20);
    console.log(`${compared.units} units, ${compared.figures} sums compared`);
  });
});

describe('who may open what', () => {
  const open = async (scope: Parameters<typeof actorWith>[0], unit: Unit) => {
    const period = parsePeriod('12m', dateInShanghai(now()));
    return period !== null && (await getDashboard(actorWith(scope), { unit, period })) !== null;
  };

  it('follows the scope of the role, and what is out of it is not there', async () => {
    const { children } = await dashboardOf({ level: 'district', code: '310109' });
    const centreId = children[0]?.unit.code ?? '';
    const [own, neighbour]: [Unit, Unit] = [
      { level: 'district', code: '310109' },
      { level: 'district', code: '310104' },
    ];
    const clerk = { role: 'centre_clerk', centreId } as const;
    const district = { role: 'district_officer', districtCode: '310109' } as const;
    const alliance = { role: 'alliance_officer', allianceCode: 'north' } as const;
    expect(await open(clerk, { level: 'centre', code: centreId })).toBe(true);
    expect(await open(clerk, own)).toBe(false);
    expect(await open(district, own)).toBe(true);
    expect(await open(district, neighbour)).toBe(false);
    expect(await open(district, CITY)).toBe(false);
    expect(await open(district, { level: 'centre', code: centreId })).toBe(true);
    expect(await open(district, { level: 'centre', code: 'centre-310104-01' })).toBe(false);
    expect(await open(alliance, { level: 'alliance', code: 'north' })).toBe(true);
    expect(await open(alliance, { level: 'alliance', code: 'east' })).toBe(false);
    expect(await open(alliance, own)).toBe(true);
    expect(await open(alliance, neighbour)).toBe(false);
    expect(await open({ role: 'auditor' }, CITY)).toBe(true);
    for (const role of ['expert', 'trainee'] satisfies ActorRole[])
      expect(
        await open(role === 'expert' ? { role, expertId: 'x' } : { role, traineeId: 'x' }, {
          level: 'centre',
          code: centreId,
        }),
      ).toBe(false);
    for (const unit of [
      { level: 'district', code: '999999' },
      { level: 'alliance', code: 'middle' },
      { level: 'centre', code: 'none' },
      { level: 'clinic', code: 'none' },
    ] satisfies Unit[])
      expect(await open({ role: 'city_officer' }, unit)).toBe(false);
  });
});

describe('what exists', () => {
  it('has a row for every centre with every count', async () => {
    const { structuresOn } = await import('@/lib/indicators/structures');
    const rows = await structuresOn(dateInShanghai(now()));
    expect(rows).toHaveLength(249);
    for (const { structure, allianceCode } of rows) {
      for (const name of STRUCTURE_COUNTS) expect(structure[name]).toBeGreaterThanOrEqual(0);
      expect(allianceCode).not.toBeNull();
    }
  });
});

describe('the spread of clinics in districts', () => {
  it('tells every district whole as its row does, and of its clinics what SQL says', async () => {
    const period = parsePeriod('2026-Q3', dateInShanghai(now()));
    const spreads = period && (await getDistrictSpreads(city, { unit: CITY, period }));
    const { children } = await dashboardOf(CITY, '2026-Q3');
    expect(spreads?.map(({ unit, whole }) => [unit.code, whole])).toEqual(
      children.map(({ unit, figures }) => [unit.code, figures.held_rate.value]),
    );
    const { rows } = await database.sql.query<{ code: string; clinics: number; median: number }>(
      `SELECT code, count(*)::int AS clinics, percentile_cont(0.5) WITHIN GROUP (ORDER BY rate)::float8 AS median FROM (
         SELECT e.district_code AS code, 100.0 * coalesce(sum(a.held_planned), 0) / sum(e.expected) AS rate
         FROM expected_month e LEFT JOIN activity_month a USING (clinic_id, month)
         WHERE month BETWEEN '2026-07-01' AND '2026-09-01' GROUP BY e.district_code, clinic_id HAVING sum(e.expected) > 0
       ) rates GROUP BY code ORDER BY code`,
    );
    const told = spreads?.flatMap(({ unit, clinics, spread }) => (spread ? [{ unit, clinics, spread }] : [])) ?? [];
    expect(told.length).toBeGreaterThan(10);
    for (const { unit, clinics, spread } of told) {
      const row = rows.find(({ code }) => code === unit.code);
      expect(clinics).toBe(row?.clinics);
      expect(spread.median).toBeCloseTo(row?.median ?? Number.NaN, 6);
      expect(spread.least).toBeLessThanOrEqual(spread.lowerQuartile);
      expect(spread.upperQuartile).toBeLessThanOrEqual(spread.most);
    }
  });

  it('is there for units without districts, and empty', async () => {
    const period = parsePeriod('2026-Q3', dateInShanghai(now()));
    expect(period && (await getDistrictSpreads(city, { unit: { level: 'district', code: '310101' }, period }))).toEqual(
      [],
    );
  });
});

describe('what changed', () => {
  it('tells values that the sums of months give, of the unit or its parts, and leads to whole months', async () => {
    const dashboard = await dashboardOf(CITY);
    expect(dashboard.changes.length).toBeGreaterThan(0);
    expect(dashboard.changes.length).toBeLessThanOrEqual(3);
    for (const { unit, indicatorId, now: present, recent } of dashboard.changes) {
      expect([dashboard.unit, ...dashboard.children.map((child) => child.unit)]).toContainEqual(unit);
      const months = `${recent.from.slice(0, 7)}..${recent.to.slice(0, 7)}`;
      const { tiles } = await dashboardOf(
        unit.level === 'city' ? CITY : { level: unit.level, code: unit.code },
        months,
      );
      expect(tiles.find(({ definition }) => definition.id === indicatorId)?.figure.value).toBeCloseTo(present, 6);
    }
  });
});
