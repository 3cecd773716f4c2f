import { describe, expect, it } from 'vitest';
import { GET as askFigures } from '@/app/api/v1/figures/route';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { dashboardTables } from '@/lib/exports/dashboard-tables-rules';
import { figureValue } from '@/lib/exports/table-rules';
import { fileLanguage } from '@/lib/i18n/file-language';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { ChildRow, Dashboard } from '@/lib/indicators/dashboard-schema';
import { type Period, parsePeriod, periodText } from '@/lib/indicators/period-rules';
import { type Figure, INDICATOR_IDS, type IndicatorId, type Unit, type UnitNamed } from '@/lib/indicators/schema';
import { figureListSchema } from '@/lib/public-directory/api/figure-schemas';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

// One figure, wherever it is told: a parent is the sum of its parts, a part says of itself what its parent says of it,
// and page, file and public API say the same. Over every unit of the network, every indicator and several periods.

useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const PERIODS = ['2026-10', '2026-Q3', '12m', '2025'];
/** Periods in which every centre and clinic is opened too. */
const DEEP = ['2026-Q3', '12m'];
const SIDES = ['numerator', 'denominator'] as const;

function periodOf(text: string): Period {
  const period = parsePeriod(text, dateInShanghai(now()));
  if (!period) throw new Error(`no period: ${text}`);
  return period;
}

const unitOf = ({ level, code }: UnitNamed): Unit => (level === 'city' ? { level } : { level, code });

async function dashboardOf(unit: Unit, period: Period): Promise<Dashboard> {
  const found = await getDashboard(city, { unit, period });
  if (!found) throw new Error(`no dashboard of ${JSON.stringify(unit)}`);
  return found;
}

const ownFigure = ({ tiles }: Dashboard, id: IndicatorId): Figure | undefined =>
  tiles.find(({ definition }) => definition.id === id)?.figure;

type Compared = { units: Set<string>; sums: number; own: number; files: number; api: number };

/** Every numerator and denominator of a parent against the sum over its parts. */
function compareSums(dashboard: Dashboard, parts: readonly ChildRow[], compared: Compared): void {
  for (const id of INDICATOR_IDS) {
    const figure = ownFigure(dashboard, id);
    const told = parts.filter(({ figures }) => figures[id].missing !== 'not_at_this_level');
    if (!figure || told.length === 0) continue;
    for (const side of SIDES) {
      const sum = told.reduce((total, { figures }) => total + (figures[id][side] ?? 0), 0);
      expect([dashboard.unit.code, id, side, sum]).toEqual([dashboard.unit.code, id, side, figure[side] ?? 0]);
      compared.sums += 1;
    }
  }
}

/** What a unit says of itself against what its parent's row says of it. */
function compareOwn(dashboard: Dashboard, row: ChildRow, compared: Compared): void {
  expect(dashboard.fourNumbers).toEqual(row.fourNumbers);
  for (const id of INDICATOR_IDS) {
    const figure = ownFigure(dashboard, id);
    if (!figure) expect([id, row.figures[id].missing]).toEqual([id, 'not_at_this_level']);
    else expect([dashboard.unit.code, id, figure]).toEqual([dashboard.unit.code, id, row.figures[id]]);
    compared.own += 1;
  }
}

describe('every figure', () => {
  it('is the sum of its parts, and the same wherever it is told', async () => {
    const language = await fileLanguage('zh-CN');
    const compared: Compared = { units: new Set(), sums: 0, own: 0, files: 0, api: 0 };

    const compareFile = (dashboard: Dashboard) => {
      const [table] = dashboardTables(dashboard, language);
      for (const [at, { definition, figure }] of dashboard.tiles.entries()) {
        const row = table?.rows[at];
        expect(row?.[0]).toBe(definition.name);
        expect([definition.id, row?.[1]]).toEqual([definition.id, figureValue(figure, definition, language)]);
        compared.files += 1;
      }
    };

    const open = async (unit: Unit, period: Period, depth: 'districts' | 'clinics', row?: ChildRow): Promise<void> => {
      const dashboard = await dashboardOf(unit, period);
      compared.units.add(`${dashboard.unit.level}/${dashboard.unit.code}`);
      if (row) compareOwn(dashboard, row, compared);
      compareFile(dashboard);
      for (const parts of [dashboard.children, dashboard.alliances])
        if (parts.length > 0) compareSums(dashboard, parts, compared);
      for (const part of [...dashboard.alliances, ...dashboard.children]) {
        const { level } = part.unit;
        // districts are parts of their alliance too, and opened once from the city
        if (unit.level === 'alliance' || (depth === 'districts' && (level === 'centre' || level === 'clinic')))
          continue;
        await open(unitOf(part.unit), period, depth, part);
      }
    };

    for (const text of PERIODS)
      await open({ level: 'city' }, periodOf(text), DEEP.includes(text) ? 'clinics' : 'districts');

    const period = periodOf('2026-Q3');
    const dashboard = await dashboardOf({ level: 'city' }, period);
    const answer = await askFigures(new Request(`http://localhost/api/v1/figures?quarter=${periodText(period)}`));
    const rows = new Map([...dashboard.alliances, ...dashboard.children].map((row) => [row.unit.code, row.figures]));
    for (const { code, indicator, missing, numerator, denominator } of figureListSchema.parse(await answer.json())
      .data) {
      if (missing === 'withheld') continue;
      const id = INDICATOR_IDS.find((one) => one === indicator);
      const inside = id && (code === dashboard.unit.code ? ownFigure(dashboard, id) : rows.get(code)?.[id]);
      expect([code, indicator, numerator, denominator]).toEqual([
        ...[code, indicator, inside?.numerator, inside?.denominator],
      ]);
      compared.api += 1;
    }

    const { units, sums, own, files, api } = compared;
    console.log(
      `${units.size} units × ${INDICATOR_IDS.length} indicators × ${PERIODS.length} periods: ${sums} sums of parts, ` +
        `${own} figures in two places, ${files} cells of files and ${api} of the API compared`,
    );
    expect(units.size).toBe(1 + 4 + 16 + 249 + 134);
    expect(sums).toBeGreaterThan(9_000);
    expect(own).toBeGreaterThan(20_000);
    expect(files).toBeGreaterThan(10_000);
    expect(api).toBeGreaterThan(200);
  }, 600_000);
});
