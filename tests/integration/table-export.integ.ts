import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import { exportFollowUps, exportMonitor } from '@/lib/exports/monitor-export';
import type { MadeFile } from '@/lib/exports/schema';
import { VIEW_NAMES } from '@/lib/exports/table-schema';
import { exportTargets } from '@/lib/exports/targets-export';
import { exportView } from '@/lib/exports/view-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { getCoverage } from '@/lib/indicators/coverage-queries';
import { askedPeriod } from '@/lib/indicators/period-rules';
import { getQuality } from '@/lib/indicators/quality-queries';
import { listTargets } from '@/lib/indicators/target-queries';
import { getWeekDigest } from '@/lib/indicators/week-queries';
import { lastWeek } from '@/lib/indicators/week-rules';
import { getMonitor } from '@/lib/monitor/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' }, { displayName: '王芳' });
const today = dateInShanghai(now());
const { period } = askedPeriod({ period: '2026-Q3' }, '12m', today);
const DISTRICT = { unit: { level: 'district', code: '310109' }, period, week: lastWeek(today) } as const;

async function bytesOf(made: Result<MadeFile>): Promise<Buffer> {
  if (!made.ok) throw new Error(made.error.code);
  const parts: Uint8Array[] = [];
  for await (const part of made.value.body) parts.push(part);
  return Buffer.concat(parts);
}

const sheetsOf = async (made: Result<MadeFile>) =>
  (await readXlsxFile(await bytesOf(made))).map(({ sheet, data }) => ({ sheet, data }));
const numbersIn = (rows: readonly unknown[][]) =>
  rows.flat().reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);

describe('the tables of the views beside a dashboard', () => {
  it.each(VIEW_NAMES)(
    'of %s stand first in their workbook, with what they mean second and what they are last',
    async (view) => {
      for (const locale of ['zh-CN', 'en'] as const) {
        const language = await fileLanguage(locale);
        const sheets = await sheetsOf(await exportView(city, { view, ...DISTRICT, format: 'xlsx' }, language));
        expect(sheets[0]?.data.length).toBeGreaterThan(1);
        expect(sheets[1]?.sheet).toBe(language.text('exports.sheet.definitions'));
        expect(sheets[1]?.data.length).toBeGreaterThan(2);
        expect(sheets.at(-1)?.data.flat().join()).toContain('王芳');
      }
    },
  );

  it('hold the numbers of their pages', async () => {
    const language = await fileLanguage('zh-CN');
    const first = async (view: (typeof VIEW_NAMES)[number]) =>
      (await sheetsOf(await exportView(city, { view, ...DISTRICT, format: 'xlsx' }, language)))[0]?.data.slice(1) ?? [];
    const coverage = await getCoverage(city, DISTRICT);
    expect(numbersIn(await first('coverage'))).toBe(numbersIn(coverage?.rows.map(({ clinics }) => clinics) ?? []));
    expect(numbersIn(await first('coverage'))).toBeGreaterThan(0);
    const whole = (await getQuality(city, DISTRICT))?.whole.figures.completeness;
    expect((await first('quality')).at(-1)?.slice(2, 5)).toEqual([
      (whole?.value ?? 0) / 100,
      whole?.numerator,
      whole?.denominator,
    ]);
    const digest = await getWeekDigest(city, DISTRICT);
    expect((await first('week')).map((row) => row[1])).toEqual(digest?.weeks.map(({ expected }) => expected));
  });
});

describe('the lists of the monitor and of targets', () => {
  it('hold every clinic of the filter, not only the first page, and say the filter', async () => {
    const filter = { alliance: 'east' } as const;
    const shown = await getMonitor(city, { date: today, filter, page: 1 });
    const made = await exportMonitor(city, { date: today, filter, format: 'xlsx' }, await fileLanguage('zh-CN'));
    const [list, meanings, about] = await sheetsOf(made);
    const clinics = shown?.total ?? 0;
    expect(clinics).toBeGreaterThan(0);
    expect(list?.data.length).toBe(clinics + 1);
    expect(meanings?.data.flat().join()).toContain('疑似挂牌');
    expect(about?.data.flat()).toContain('医联体：东部');
  });

  it('hold the targets with numbers to calculate with', async () => {
    const rows = await listTargets(city, { state: 'running' });
    const made = await exportTargets(city, { state: 'running', format: 'xlsx' }, await fileLanguage('zh-CN'));
    const [list] = await sheetsOf(made);
    expect(list?.data.length).toBe(rows.length + 1);
    const values = rows.map(({ value, definition }) => (definition.unit === 'percent' ? value / 100 : value));
    expect(list?.data.slice(1).map((row) => row[5])).toEqual(values);
  });

  it('are in the trail with what was asked for', async () => {
    const made = await exportFollowUps(city, { list: 'open', format: 'csv' }, await fileLanguage('en'));
    expect((await bytesOf(made)).toString('utf8')).toContain('Joint clinic');
    const entry = await database.db.auditEvent.findFirstOrThrow({
      where: { event: 'export.made' },
      orderBy: { seq: 'desc' },
    });
    expect(entry).toMatchObject({ objectLabel: 'FollowUps', after: { list: 'open', format: 'csv' } });
  });
});
