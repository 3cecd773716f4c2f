import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { exportDashboard } from '@/lib/exports/dashboard-export';
import type { DashboardExport } from '@/lib/exports/schema';
import { fileLanguage } from '@/lib/i18n/file-language';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { type Period, parsePeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { actorWith } from '@/tests/support/actors';
import { shownDashboard } from '@/tests/support/dashboard-page';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' }, { displayName: '王芳' });
const CENTRE = { level: 'centre', code: 'centre-310109-01' } as const satisfies Unit;
const today = dateInShanghai(now());

function periodOf(text: string): Period {
  const period = parsePeriod(text, today);
  if (!period) throw new Error(`no period: ${text}`);
  return period;
}

async function fileOf(request: Partial<DashboardExport>, actor = city, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const whole = {
    unit: { level: 'city' },
    period: periodOf('2026-Q3'),
    table: null,
    format: 'xlsx',
    ...request,
  } as const;
  const made = await exportDashboard(actor, whole, await fileLanguage(locale));
  if (!made.ok) return null;
  const parts: Uint8Array[] = [];
  for await (const part of made.value.body) parts.push(part);
  return { ...made.value, bytes: Buffer.concat(parts) };
}

async function sheetsOf(request: Partial<DashboardExport>, actor = city, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const file = await fileOf(request, actor, locale);
  if (!file) throw new Error('no file');
  return new Map((await readXlsxFile(file.bytes)).map(({ sheet, data }) => [sheet, data]));
}

/** A cell of a workbook as the page would show it, given how the page does. */
function asShown(cell: unknown, shown: string): string {
  if (typeof cell !== 'number') return String(cell);
  const percent = shown.endsWith('%');
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const number = new Intl.NumberFormat('zh-CN', digits).format(percent ? cell * 100 : cell);
  return percent ? `${number}%` : number;
}

async function someUnits(): Promise<Unit[]> {
  const { children } = (await getDashboard(city, { unit: CENTRE, period: periodOf('12m') })) ?? {};
  const clinic = children?.[0]?.unit.code;
  if (!clinic) throw new Error('the centre has no clinic');
  return [
    { level: 'city' },
    { level: 'alliance', code: 'north' },
    { level: 'district', code: '310109' },
    CENTRE,
    { level: 'clinic', code: clinic },
  ];
}

describe('a dashboard as a workbook', () => {
  it('says what its page says, cell by cell', async () => {
    const compared = { files: 0, cells: 0 };
    for (const unit of await someUnits())
      for (const text of ['2026-10', '2026-Q3', '12m']) {
        const period = periodOf(text);
        const dashboard = await getDashboard(city, { unit, period });
        if (!dashboard) throw new Error('no dashboard');
        const page = await shownDashboard(dashboard);
        const sheets = await sheetsOf({ unit, period });
        compared.files += 1;

        const indicators = sheets.get('指标')?.slice(1) ?? [];
        expect(indicators).toHaveLength(dashboard.tiles.length);
        for (const [name, value] of indicators) {
          const shown = page.tiles.get(String(name)) ?? '';
          expect([name, asShown(value, shown)]).toEqual([name, shown]);
          compared.cells += 1;
        }
        for (const [sheet, shown] of [
          ['逐月数据', page.months],
          ['按医联体', page.alliances],
          ['下级单位', page.parts],
        ] as const) {
          const [head = [], ...rows] = sheets.get(sheet) ?? [];
          const [shownHead = [], ...shownRows] = shown;
          // a table without rows has no sheet
          if (rows.length === 0) expect(shownRows.map(([only]) => only)).toEqual(['无']);
          else expect(rows.map(([name]) => name)).toEqual(shownRows.map(([name]) => name));
          for (const [line, row] of rows.entries())
            for (const [at, heading] of shownHead.entries()) {
              const cell = shownRows[line]?.[at] ?? '';
              const column = head.indexOf(LONG[heading] ?? heading);
              expect([row[0], heading, asShown(row[column], cell)]).toEqual([row[0], heading, cell]);
              compared.cells += 1;
            }
        }
      }
    expect(compared.cells).toBeGreaterThan(3000);
    console.log(`${compared.files} workbooks, ${compared.cells} cells compared with pages`);
  }, 120_000);

  it('has its definitions on the second sheet and says what it is about on the last', async () => {
    const sheets = await sheetsOf({ unit: { level: 'district', code: '310109' }, period: periodOf('2026-Q3') });
    expect([...sheets.keys()]).toEqual(['指标', '指标定义', '四个数字', '下级单位', '同级分布', '逐月数据', '说明']);
    const meanings = new Map(sheets.get('指标定义')?.map(([name, ...words]) => [name, words]));
    for (const [name] of sheets.get('指标')?.slice(1) ?? []) expect(meanings.get(name)?.[0]).toBeTruthy();
    for (const heading of sheets.get('逐月数据')?.[0]?.slice(1) ?? [])
      expect(meanings.get(heading)?.[0], String(heading)).toBeTruthy();
    const facts = new Map(sheets.get('说明')?.map(([what, says]) => [what, says]));
    expect(facts.get('单位')).toBe('虹口区');
    expect(facts.get('所在位置')).toBe('上海市 › 北部区域中医医联体 › 虹口区');
    expect(facts.get('统计时段')).toBe('2026-07 至 2026-09（整月；时段代码 2026-Q3）');
    expect(facts.get('数据截至')).toBe('2026-09-30');
    expect(facts.get('数据性质')).toContain('演示数据');
    expect(facts.get('制表')).toContain('王芳（市级管理人员）');
  });

  it('is complete in English', async () => {
    const sheets = await sheetsOf({ unit: { level: 'alliance', code: 'east' } }, city, 'en');
    expect([...sheets.keys()]).toEqual(['Indicators', 'Definitions', 'Four numbers', 'Parts', 'Months', 'About']);
    expect(sheets.get('Months')?.[0]?.slice(0, 3)).toEqual(['Month', 'Expected', 'Logged']);
  });

  it('can be one table, with its definitions, or that table as CSV', async () => {
    const unit: Unit = { level: 'district', code: '310109' };
    const sheets = await sheetsOf({ unit, table: 'months' });
    expect([...sheets.keys()]).toEqual(['逐月数据', '指标定义', '说明']);
    const csv = await fileOf({ unit, table: 'months', format: 'csv' });
    const lines = csv?.bytes.toString().replace('\uFEFF', '').trim().split('\r\n') ?? [];
    expect(lines.map((line) => line.split(','))).toEqual(sheets.get('逐月数据')?.map((row) => row.map(String)));
    expect(csv?.fileName).toBe('虹口区-逐月数据-2026-Q3.csv');
    expect(csv?.plainName).toBe('dashboard-310109-months-2026-Q3.csv');
    const shares = await fileOf({ unit, table: 'indicators', format: 'csv' });
    const held = shares?.bytes
      .toString()
      .split('\r\n')
      .find((line) => line.startsWith('开诊率,'));
    expect(Number(held?.split(',')[1])).toBeGreaterThan(1);
    expect(await fileOf({ unit: CENTRE, table: 'alliances' })).toBeNull();
  });

  it('is there only for those who may take the unit out, and its making is in the trail', async () => {
    const district = actorWith({ role: 'district_officer', districtCode: '310109' });
    expect(await fileOf({ unit: { level: 'district', code: '310104' } }, district)).toBeNull();
    expect(await fileOf({ unit: { level: 'city' } }, district)).toBeNull();
    expect(await fileOf({ unit: CENTRE }, actorWith({ role: 'expert', expertId: 'x' }))).toBeNull();
    expect(await fileOf({ unit: { level: 'district', code: '310109' }, table: 'months' }, district)).not.toBeNull();
    const event = await database.db.auditEvent.findFirst({
      where: { event: 'export.made', districtCode: '310109', objectLabel: 'Dashboard' },
      orderBy: { seq: 'desc' },
    });
    expect(event?.after).toEqual({
      level: 'district',
      code: '310109',
      period: '2026-Q3',
      table: 'months',
      format: 'xlsx',
    });
  });
});

/** Where a heading of the page is shorter than the workbook's, in which nothing else explains it. */
const LONG: Record<string, string> = { 应开: '应开诊次' };
