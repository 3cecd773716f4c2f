import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { GET as download } from '@/app/[locale]/(public)/figures/download/route';
import { GET as ask } from '@/app/api/v1/figures/route';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { isSmall } from '@/lib/core/suppression';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import { getPublicFigures } from '@/lib/indicators/public-figures';
import { type PublicRow, publicQuarters, publicRows } from '@/lib/indicators/public-figures-rules';
import { listSubdistrictResidents } from '@/lib/indicators/public-queries';
import type { IndicatorId } from '@/lib/indicators/schema';
import { figureListSchema } from '@/lib/public-directory/api/figure-schemas';
import { stopSnapshot } from '@/lib/public-directory/snapshot';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

vi.mock('next-intl/server', async () => (await import('@/tests/support/next-stand-ins')).intlServer);

const database = useDatabase('demo');
afterAll(stopSnapshot);

const city = actorWith({ role: 'city_officer' });
const quarters = () => publicQuarters(dateInShanghai(now()));
const named = ({ unit, definition, figure }: PublicRow) => [unit.code, definition.id, figure] as const;

async function askApi(query: string): Promise<Response> {
  return await ask(new Request(`http://localhost/api/v1/figures?${query}`, { headers: { 'x-client-address': query } }));
}

async function fileOf(quarter: Period, format: string, locale = 'zh-CN'): Promise<Response> {
  const request = new Request(`http://localhost/figures/download?quarter=${periodText(quarter)}&format=${format}`);
  return await download(request, { params: Promise.resolve({ locale }) });
}

describe('public figures', () => {
  it('are those of the dashboards, but for what is withheld', async () => {
    const compared = { shown: 0, withheld: 0 };
    for (const quarter of quarters()) {
      const [figures, dashboard] = await Promise.all([
        getPublicFigures(quarter),
        getDashboard(city, { unit: { level: 'city' }, period: quarter }),
      ]);
      const staff = new Map(
        [...(dashboard?.children ?? []), ...(dashboard?.alliances ?? [])].map((row) => [row.unit.code, row.figures]),
      );
      const own = new Map(dashboard?.tiles.map(({ definition, figure }) => [definition.id, figure]));
      for (const { unit, definition, figure } of publicRows(figures)) {
        const { numerator, denominator } = figure;
        if (figure.missing === 'withheld') {
          compared.withheld += 1;
          continue;
        }
        compared.shown += 1;
        const inside = unit.level === 'city' ? own.get(definition.id) : staff.get(unit.code)?.[definition.id];
        expect([unit.code, definition.id, numerator, denominator]).toEqual([
          ...[unit.code, definition.id, inside?.numerator, inside?.denominator],
        ]);
        expect(isSmall(numerator ?? 0) || isSmall(denominator ?? 0)).toBe(false);
      }
    }
    expect(compared.shown).toBeGreaterThan(1000);
    expect(compared.withheld).toBeGreaterThan(10);
    console.log(`${compared.shown} public figures compared with dashboards, ${compared.withheld} withheld`);
  });

  it('are for published indicators only, in the words of their time', async () => {
    const [quarter] = quarters();
    if (!quarter) throw new Error('no quarter');
    const { definitions, units } = await getPublicFigures(quarter);
    const ids = definitions.map(({ id }) => id);
    expect(ids).toContain('held_rate' satisfies IndicatorId);
    expect(ids).not.toContain('confirmed_rate' satisfies IndicatorId);
    expect(units.map(({ unit }) => unit.level).join()).toMatch(/^city(,alliance){4}(,district){16}$/);
  });
});

describe('page, download and API', () => {
  it('tell the same rows', async () => {
    let compared = 0;
    for (const quarter of quarters().slice(0, 3)) {
      const rows = publicRows(await getPublicFigures(quarter));
      const { data } = figureListSchema.parse(await (await askApi(`quarter=${periodText(quarter)}`)).json());
      const answered = data.map(({ code, indicator, level: _level, name: _name, nameEn: _english, ...figure }) => [
        code,
        indicator,
        figure,
      ]);
      expect(answered).toEqual(rows.map(named));

      const csv = await (await fileOf(quarter, 'csv', 'en')).text();
      const lines = csv.trim().split('\r\n').slice(1);
      expect(lines).toHaveLength(rows.length);
      const book = await fileOf(quarter, 'xlsx');
      const [, ...sheet] = await sheetOf(book);
      for (const [at, { unit, definition, figure }] of rows.entries()) {
        const cells = [figure.value, figure.numerator, figure.denominator];
        const line = lines[at] ?? '';
        expect(line).toContain(`,${unit.code},`);
        expect(line).toContain(`,${definition.id},`);
        // names hold no commas, so that columns can be counted from the end
        const [value, , numerator, denominator] = sheetCells(line);
        expect([value, numerator, denominator]).toEqual(cells.map((cell) => (cell === null ? '' : String(cell))));
        const row = sheet[at] ?? [];
        expect([row[2], row[4], row[6], row[8], row[9]]).toEqual([unit.code, definition.id, ...cells]);
        compared += 3 * cells.length;
      }
    }
    expect(compared).toBeGreaterThan(3000);
    console.log(`${compared} cells compared between page, CSV, Excel and API`);
  });

  it('answer part of the list, an unchanged one without a body, and nonsense with what is wrong', async () => {
    const districts = figureListSchema.parse(await (await askApi('indicator=held_rate&level=district')).json());
    expect(districts.data).toHaveLength(16);
    expect(districts.indicators.map(({ id }) => id)).toEqual(['held_rate']);
    const first = await askApi('');
    const again = await ask(
      new Request('http://localhost/api/v1/figures', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }),
    );
    expect([again.status, await again.text()]).toEqual([304, '']);
    for (const query of ['quarter=2026-Q4', 'quarter=x', 'indicator=confirmed_rate', 'level=clinic', 'what=1'])
      expect([query, (await askApi(query)).status]).toEqual([query, 400]);
    const [quarter] = quarters();
    expect(quarter && (await fileOf(quarter, 'pdf')).status).toBe(400);
  });
});

/** The rows of a workbook's first sheet, its heading first. */
async function sheetOf(book: Response): Promise<readonly (readonly unknown[])[]> {
  const [sheet] = await readXlsxFile(Buffer.from(await book.arrayBuffer()));
  return sheet?.data ?? [];
}

/** From value to denominator of a line; quoted cells hold no quotes in these columns. */
function sheetCells(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return cells.slice(6, 10);
}

describe('residents of subdistricts', () => {
  it('are told where they were given, in the latest year, small numbers withheld', async () => {
    expect(await listSubdistrictResidents()).toEqual([]);
    await database.sql.query(`INSERT INTO subdistrict_population (subdistrict_code, year, residents, residents_65, source, origin)
      VALUES ('310101002', 2020, 50000, 12000, '测试', 'imported'), ('310101002', 2023, 51000, 13000, '测试', 'imported'),
        ('310101013', 2023, 40000, NULL, '测试', 'imported'), ('310104008', 2023, 900, 3, '测试', 'imported')`);
    const rows = await listSubdistrictResidents();
    expect(
      rows.map(({ code, year, residents, residents65, withheld }) => [code, year, residents, residents65, withheld]),
    ).toEqual([
      ['310101002', 2023, 51000, 13000, false],
      ['310101013', 2023, 40000, null, false],
      ['310104008', 2023, null, null, true],
    ]);
  });
});
