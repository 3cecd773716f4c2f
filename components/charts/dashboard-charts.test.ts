import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { LOCALES } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { MonthPoint } from '@/lib/indicators/dashboard-schema';
import { bandRows } from './band-rows';
import { chartFile } from './chart-file';
import { chartWords } from './chart-words';
import { CHART_WIDTH, fitted, textWidth } from './drawing';
import { expertsChart, sessionsChart, traineesChart, visitsChart } from './month-charts';

type Translate = Parameters<typeof chartWords>[1];

async function wordsOf(locale: (typeof LOCALES)[number]) {
  const t: unknown = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'charts' });
  const numbers = new Intl.NumberFormat(locale);
  // the catalogs are read from files, so their keys are known to tests and not to types
  return chartWords(locale, t as Translate, { number: (value) => numbers.format(value) });
}

const count = fc.integer({ min: 0, max: 5000 });
/** Months in which each of the four numbers is at most the one before. */
const monthPoints = fc
  .array(fc.tuple(count, count, count, count, count), { minLength: 1, maxLength: 120 })
  .map((rows) =>
    rows.map(([a, b, c, d, visits], index): MonthPoint => {
      const [confirmed, held, logged, expected] = [a, b, c, d].sort((one, other) => one - other);
      const month = civilDate(`${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`);
      return {
        ...{
          month,
          confirmed: confirmed ?? 0,
          held: held ?? 0,
          logged: logged ?? 0,
          expected: expected ?? 0,
          extra: 0,
        },
        ...{
          visitsNew: visits,
          visitsReturn: visits * 2,
          expertPlanned: held ?? 0,
          expertSubstitute: 0,
          expertAbsent: 0,
        },
        ...{ withTrainee: confirmed ?? 0, traineeLed: 0, loggedAll: logged ?? 0, onTime: 0, disputed: 0, returned: 0 },
      };
    }),
  );

describe.each(LOCALES)('charts of months in %s', (locale) => {
  it('draw every column in its place, as high as its numbers, beside a table of the same numbers', async () => {
    const words = await wordsOf(locale);
    fc.assert(
      fc.property(monthPoints, (months) => {
        for (const chart of [sessionsChart, visitsChart, expertsChart, traineesChart]) {
          const { marks, height, table } = chart(months, words);
          expect(table.rows).toHaveLength(months.length);
          for (const { tag, at } of marks) {
            if (tag !== 'rect') continue;
            expect(Number(at.x)).toBeGreaterThanOrEqual(0);
            expect(Number(at.x) + Number(at.width)).toBeLessThanOrEqual(CHART_WIDTH + 0.2);
            expect(Number(at.y)).toBeGreaterThanOrEqual(0);
            expect(Number(at.y) + Number(at.height)).toBeLessThanOrEqual(height);
          }
        }
        const confirmed = sessionsChart(months, words).table.rows.map((row) => row[1]);
        expect(confirmed).toEqual(months.map((month) => words.number(month.confirmed)));
      }),
      { numRuns: 30 },
    );
  });

  it('are files of their own, without classes, styles or anything to fetch', async () => {
    const words = await wordsOf(locale);
    const [months = []] = fc.sample(monthPoints, { numRuns: 1, seed: 7 });
    const file = chartFile(sessionsChart(months, words), {
      subtitle: '黄浦区 <甲> & "乙"',
      source: '演示数据 demonstration data',
    });
    expect(file).toContain('&lt;甲&gt; &amp; &quot;乙&quot;');
    expect(file).toContain('演示数据');
    expect(file).not.toMatch(/class=|style=|href=|<script|undefined|NaN/);
    // every element that opens also closes
    const opened = file.match(/<[a-z]+[^>]*[^/]>/g)?.length ?? 0;
    expect(opened).toBe(file.match(/<\/[a-z]+>/g)?.length);
  });
});

describe('bandRows', () => {
  it('draws no box where there is no spread, and still the value', () => {
    const { marks, table } = bandRows({
      id: 'test',
      title: 'a',
      description: 'b',
      rows: [{ label: 'A', value: '50%', spread: null, own: 50 }],
      legend: { range: 'r', middle: 'm', median: 'd', own: 'o' },
      headers: {
        row: 'row',
        spread: { least: '0', lowerQuartile: '1', median: '2', upperQuartile: '3', most: '4' },
      },
      number: String,
      none: 'none',
    });
    expect(marks.some(({ tag }) => tag === 'rect')).toBe(false);
    expect(marks.some(({ tag }) => tag === 'path')).toBe(true);
    expect(table.rows).toEqual([['A', '50%', 'none', 'none', 'none', 'none', 'none']]);
  });
});

describe('fitted', () => {
  it('leaves what fits, and cuts the rest to its width', () => {
    expect(fitted('黄浦区', 100)).toBe('黄浦区');
    const cut = fitted('浦东新区金桥镇社区卫生服务中心', 100);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(100);
  });
});
