import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { exportDashboard } from '@/lib/exports/dashboard-export';
import type { MadeFile } from '@/lib/exports/schema';
import { exportWorkReport } from '@/lib/exports/work-report-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import type { Locale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { type Period, parsePeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { actorWith } from '@/tests/support/actors';
import { shownDashboard } from '@/tests/support/dashboard-page';
import { useDatabase } from '@/tests/support/database';
import { type WordText, wordText } from '@/tests/support/word-text';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' }, { displayName: '王芳' });
const DISTRICT = { level: 'district', code: '310109' } as const satisfies Unit;
const UNITS: Unit[] = [
  { level: 'city' },
  { level: 'alliance', code: 'south' },
  DISTRICT,
  { level: 'centre', code: 'centre-310109-01' },
];

function periodOf(text: string): Period {
  const period = parsePeriod(text, dateInShanghai(now()));
  if (!period) throw new Error(`no period: ${text}`);
  return period;
}

async function bytesOf({ body }: MadeFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

async function reportOf(unit: Unit, text: string, actor: Actor = city, locale: Locale = 'zh-CN'): Promise<WordText> {
  const made = await exportWorkReport(
    actor,
    { unit, period: periodOf(text) },
    await fileLanguage(locale),
    async () => [],
  );
  if (!made.ok) throw new Error(made.error.code);
  return wordText(await bytesOf(made.value));
}

const headingsOf = ({ paragraphs }: WordText, style: string) =>
  paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text);
const tableWith = ({ tables }: WordText, heading: string) => tables.find(([head]) => head?.includes(heading)) ?? [];

describe('the work report', () => {
  it('says what the page and the workbook say, figure by figure', async () => {
    const compared = { reports: 0, figures: 0 };
    for (const unit of UNITS)
      for (const text of ['2026-10', '2026-Q3', '12m']) {
        const period = periodOf(text);
        const dashboard = await getDashboard(city, { unit, period });
        if (!dashboard) throw new Error('no dashboard');
        const page = await shownDashboard(dashboard);
        const report = await reportOf(unit, text);
        const request = { unit, period, table: 'indicators', format: 'xlsx' } as const;
        const made = await exportDashboard(city, request, await fileLanguage('zh-CN'));
        if (!made.ok) throw new Error(made.error.code);
        const [sheet] = await readXlsxFile(await bytesOf(made.value));
        const inWorkbook = new Map(sheet?.data.map(([name, value]) => [name, value]));
        compared.reports += 1;

        const annex = tableWith(report, '口径').slice(1);
        expect(annex.map(([, name]) => name)).toEqual([...page.tiles.keys()]);
        for (const [, name = '', value = ''] of annex) {
          expect([name, value]).toEqual([name, page.tiles.get(name)]);
          const cell = inWorkbook.get(name);
          const shown = Number(value.replace(/[,%]/g, ''));
          if (typeof cell === 'number')
            expect(Math.abs((value.endsWith('%') ? cell * 100 : cell) - shown), name).toBeLessThanOrEqual(0.5);
          else expect(cell).toBe(value);
          compared.figures += 1;
        }
        const months = tableWith(report, '月份');
        for (const [at, row] of months.entries()) {
          const [month, expected, logged, held, confirmed] = page.months[at] ?? [];
          if (at > 0) expect(row.slice(0, 5)).toEqual([month, expected, logged, held, confirmed]);
        }
        const parts = report.tables.find(([head]) => head?.[0] === '单位') ?? [];
        expect(parts.slice(1).map((row) => row.slice(0, 5))).toEqual(page.parts.slice(1).map((row) => row.slice(0, 5)));
        compared.figures += months.length * 5 + parts.length * 5;
      }
    console.log(`${compared.reports} work reports, ${compared.figures} figures compared with pages and workbooks`);
    expect(compared.figures).toBeGreaterThan(500);
  }, 120_000);

  it('follows the usual skeleton, with annexes', async () => {
    const report = await reportOf(DISTRICT, '2026-Q3');
    expect(headingsOf(report, 'Title')).toEqual(['虹口区中医医联体工作汇报']);
    expect(headingsOf(report, 'Heading1')).toEqual([
      '一、基本情况',
      '二、主要做法',
      '三、主要成效',
      '四、存在问题与下一步',
      '附件一 指标、口径与数据日期',
      '附件二 待补充清单',
      '附件三 本文件说明',
    ]);
    const text = report.paragraphs.map((paragraph) => paragraph.text).join('\n');
    expect(text).toContain('统计时段：2026-07 至 2026-09');
    expect(text).toContain('演示数据');
  });

  it('explains every figure of its sentences in the annex', async () => {
    const report = await reportOf({ level: 'city' }, '2026-Q3');
    const annex = new Map(tableWith(report, '口径').map(([no, , value]) => [no, value]));
    const until = report.paragraphs.findIndex(({ text }) => text === '四、存在问题与下一步');
    const clauses = report.paragraphs.slice(0, until).flatMap(({ text }) => [...text.matchAll(/([^；。]*)\[(\d+)\]/g)]);
    expect(clauses.length).toBeGreaterThan(20);
    for (const [, clause, no] of clauses) expect(clause).toContain(annex.get(no ?? ''));
  });

  it('lists what nobody has given, and invents nothing for it', async () => {
    const report = await reportOf({ level: 'city' }, '2026-Q3');
    const text = report.paragraphs.map((paragraph) => paragraph.text);
    const marked = text.flatMap((one) => [...one.matchAll(/【待补充：([^】]*)】/g)].map(([, what]) => what));
    expect(marked).toContain('每站服务居民数（没有数据）');
    expect(marked).toContain('任务、责任人、完成时限');
    const listed = text.slice(text.indexOf('附件二 待补充清单') + 2, text.indexOf('附件三 本文件说明'));
    expect(listed).toEqual([...new Set(marked)]);
  });

  it('names gaps with their counts', async () => {
    const { fourNumbers } = (await getDashboard(city, { unit: { level: 'city' }, period: periodOf('12m') })) ?? {};
    if (!fourNumbers) throw new Error('no dashboard');
    const gap = fourNumbers.held - fourNumbers.confirmed;
    expect(gap).toBeGreaterThan(0);
    const report = await reportOf({ level: 'city' }, '12m');
    expect(report.paragraphs.map(({ text }) => text.replace(/\[\d+\]/, ''))).toContain(
      `已开诊的应开诊次中，有 ${gap.toLocaleString('zh-CN')} 次尚未确认。`,
    );
    expect(report.paragraphs.some(({ text }) => text.includes('统计时段尚未结束'))).toBe(true);
  });

  it('is complete in English', async () => {
    const report = await reportOf(DISTRICT, '2026-Q3', city, 'en');
    expect(headingsOf(report, 'Heading1').slice(0, 4)).toEqual([
      '1. Situation',
      '2. What was done',
      '3. What came of it',
      '4. Problems and next steps',
    ]);
    const text = [...report.paragraphs.map((one) => one.text), ...report.tables.flat(2)].join('\n');
    // names of places keep their own language; nothing else is Chinese
    expect(text.replace(/王芳/g, '').match(/[\u4e00-\u9fff]+/g)).toBeNull();
  });

  it('is there only for those who may take the unit out, and its making is in the trail', async () => {
    const district = actorWith({ role: 'district_officer', districtCode: '310109' });
    const ask = async (unit: Unit, actor: Actor) =>
      (
        await exportWorkReport(
          actor,
          { unit, period: periodOf('2026-Q3') },
          await fileLanguage('zh-CN'),
          async () => [],
        )
      ).ok;
    expect(await ask({ level: 'district', code: '310104' }, district)).toBe(false);
    expect(await ask({ level: 'city' }, district)).toBe(false);
    expect(await ask(DISTRICT, actorWith({ role: 'trainee', traineeId: 'x' }))).toBe(false);
    expect(await ask(DISTRICT, district)).toBe(true);
    const event = await database.db.auditEvent.findFirst({
      where: { event: 'export.made', districtCode: '310109', objectLabel: 'WorkReport' },
    });
    expect(event?.after).toEqual({ level: 'district', code: '310109', period: '2026-Q3', format: 'docx' });
  });
});
