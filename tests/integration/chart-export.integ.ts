import { describe, expect, it } from 'vitest';
import { drawnFigure } from '@/app/[locale]/(workspace)/dashboard/chart/drawn-figure';
import { drawCharts } from '@/app/[locale]/(workspace)/dashboard/draw-charts';
import { FIGURES, type FigureName, reportCharts } from '@/components/exports/chart-files';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { exportChart } from '@/lib/exports/chart-export';
import type { MadeFile, PictureFormat } from '@/lib/exports/schema';
import { exportWorkReport } from '@/lib/exports/work-report-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import type { Locale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { parsePeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { lastWeek } from '@/lib/indicators/week-rules';
import { actorWith } from '@/tests/support/actors';
import { archivedBytes, archivedNames, archivedText } from '@/tests/support/archive';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const DISTRICT = { level: 'district', code: '310101' } as const satisfies Unit;
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const today = () => dateInShanghai(now());

function period() {
  const found = parsePeriod('2026-Q3', today());
  if (!found) throw new Error('no period');
  return found;
}

async function bytesOf({ body }: MadeFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

async function chartOf(
  chart: FigureName,
  format: PictureFormat,
  { unit = DISTRICT as Unit, actor = city as Actor, locale = 'zh-CN' as Locale } = {},
): Promise<{ name: string; bytes: Buffer } | null> {
  const language = await fileLanguage(locale);
  const request = { unit, period: period(), chart, format };
  const asked = { figure: chart, unit, week: lastWeek(today()), indicator: null };
  const made = await exportChart(actor, request, language, (heading) => drawnFigure(actor, asked, heading, language));
  return made.ok ? { name: made.value.fileName, bytes: await bytesOf(made.value) } : null;
}

describe('a chart as a file', () => {
  it('is an SVG complete in itself, with whose figures it shows and where they come from', async () => {
    let drawn = 0;
    for (const unit of [{ level: 'city' }, DISTRICT, { level: 'centre', code: 'centre-310101-02' }] satisfies Unit[])
      for (const chart of FIGURES) {
        const file = await chartOf(chart, 'svg', { unit });
        if (!file) continue;
        drawn += 1;
        const svg = file.bytes.toString();
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        expect(svg).toContain('演示数据，不反映真实情况');
        expect(svg).toContain(chart === 'weeks' ? lastWeek(today()).to : '2026-07 至 2026-09');
        expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<foreignObject|class=/);
      }
    // what a centre has nothing to draw in: parts of the network that it has none of
    expect(drawn).toBeGreaterThan(24);
  });

  it('is a PNG of one size, in which the words are drawn', async () => {
    const file = await chartOf('sessions', 'png');
    expect(file?.name).toMatch(/^黄浦区-.+-2026-Q3\.png$/);
    expect(file?.bytes.subarray(0, 8)).toEqual(PNG_HEAD);
    expect(file?.bytes.readUInt32BE(16)).toBe(1568);
    // without a font every word would be missing and both languages would be the same picture
    const english = await chartOf('sessions', 'png', { locale: 'en' });
    expect(english?.bytes.equals(file?.bytes ?? Buffer.alloc(0))).toBe(false);
  });

  it('is there only for those who may take the unit out, and its making is in the trail', async () => {
    const neighbour = actorWith({ role: 'district_officer', districtCode: '310104' });
    expect(await chartOf('sessions', 'svg', { actor: neighbour })).toBeNull();
    expect(await chartOf('sessions', 'svg', { actor: actorWith({ role: 'expert', expertId: 'x' }) })).toBeNull();
    expect(await chartOf('visits', 'svg')).not.toBeNull();
    const event = await database.db.auditEvent.findFirst({
      where: { event: 'export.made', objectLabel: 'Chart' },
      orderBy: { seq: 'desc' },
    });
    expect(event?.after).toEqual({
      ...{ level: 'district', code: '310101', period: '2026-Q3', chart: 'visits', format: 'svg' },
    });
  });
});

describe('the charts of a work report', () => {
  it('are those of the page, as pictures with words for those who do not see them', async () => {
    const language = await fileLanguage('zh-CN');
    const dashboard = await getDashboard(city, { unit: DISTRICT, period: period() });
    if (!dashboard) throw new Error('no dashboard');
    const charts = reportCharts(dashboard, language);
    const made = await exportWorkReport(city, { unit: DISTRICT, period: period() }, language, drawCharts);
    if (!made.ok) throw new Error(made.error.code);
    const file = await bytesOf(made.value);
    const pictures = archivedNames(file).filter((name) => /^word\/media\/.+\.png$/.test(name));
    expect(charts.length).toBeGreaterThan(1);
    expect(pictures).toHaveLength(charts.length);
    for (const name of pictures) expect(archivedBytes(file, name).subarray(0, 8)).toEqual(PNG_HEAD);
    const xml = archivedText(file, 'word/document.xml');
    for (const { title } of charts) expect(xml).toContain(`title="${title}"`);
  }, 30_000);
});
