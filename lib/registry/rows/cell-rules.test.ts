import { describe, expect, it } from 'vitest';
import english from '@/lib/i18n/messages/en/registry.json';
import chinese from '@/lib/i18n/messages/zh-CN/registry.json';
import type { CellType } from '@/lib/registry/schema';
import { type CellContext, readCell } from './cell-rules';
import { referenceIndex } from './reference-rules';

/** A text of a catalog by its path. */
function say(catalog: unknown, key: string): string {
  const text = key.split('.').reduce<unknown>((found, step) => new Map(Object.entries(found ?? {})).get(step), catalog);
  if (typeof text !== 'string') throw new Error(`No text ${key}`);
  return text;
}
const words = { 'zh-CN': (key: string) => say(chinese, key), en: (key: string) => say(english, key) };
const nothing = referenceIndex([]);
const references: CellContext['references'] = {
  ...{
    centre: nothing,
    hospital: nothing,
    facility: nothing,
    alliance: nothing,
    expert: nothing,
    station: nothing,
    team: nothing,
    preparation: nothing,
    technique: nothing,
    trainee: nothing,
    clinic: nothing,
    indicator: nothing,
    unit: nothing,
  },
  district: referenceIndex([
    { id: '310101', names: ['黄浦区', 'Huangpu District', '黄浦'] },
    { id: '310104', names: ['徐汇区', 'Xuhui District', '徐汇'] },
  ]),
  subdistrict: referenceIndex([
    { id: '310101002', names: ['某某街道', 'Moumou'], within: '310101' },
    { id: '310104002', names: ['某某街道', 'Moumou'], within: '310104' },
  ]),
  condition: referenceIndex([
    { id: 'A07.06.19', names: ['膝痹', 'Knee impediment'] },
    { id: 'A04.01.13', names: ['不寐病', 'Spleen heat (metabolic syndrome, prediabetes)'] },
  ]),
};
const context = (within: string | null = null): CellContext => ({ words, references, within });
const read = (type: CellType, text: string, within: string | null = null) =>
  readCell({ key: 'x', type }, text, context(within));
const value = (type: CellType, text: string, within: string | null = null) => {
  const reading = read(type, text, within);
  return reading.ok ? reading.value : reading.code;
};

describe('a cell', () => {
  it.each([
    ['63231234', '021-63231234'],
    ['２１６３２３１２３４', '021-63231234'],
    ['(021) 63231234', '021-63231234'],
    ['021—63231234', '021-63231234'],
    ['021-6323-1234', '021-6323-1234'],
    ['13800001234', '13800001234'],
    ['12320', '12320'],
    ['暂无', 'phone'],
    ['63231234/63231235', 'phone'],
  ])('of a phone: %s is %s', (text, kept) => expect(value({ kind: 'phone' }, text)).toBe(kept));

  it.each([
    ['31.2368', '31.236800'],
    ['31.2368°N', '31.236800'],
    ['121.4849', 'swapped'],
    ['0', 'outsideChina'],
    ['31°14′', 'degrees'],
  ])('of a latitude: %s is %s', (text, kept) => expect(value({ kind: 'latitude' }, text)).toBe(kept));

  it.each([
    ['2026/9/1', '2026-09-01'],
    ['2026年9月1日', '2026-09-01'],
    ['20260901', '2026-09-01'],
    ['2026-02-30', 'date'],
    ['去年', 'date'],
  ])('of a date: %s is %s', (text, kept) => expect(value({ kind: 'date' }, text)).toBe(kept));

  it.each([
    ['46266', '2026-09-01'],
    ['2026-02-30', '2026-02-28'],
    ['2024年2月30日', '2024-02-29'],
    ['2026-13-01', null],
    ['12345', null],
    ['去年', null],
  ])('%s is no date; %j is suggested', (text, suggestion) =>
    expect(read({ kind: 'date' }, text)).toEqual({ ok: false, code: 'date', suggestion }),
  );

  it.each([
    ['3', '3'],
    ['３ 人', '3'],
    ['1,200', 'range'],
    ['三', 'integer'],
    ['3.5', 'integer'],
  ])('of a number: %s is %s', (text, kept) => expect(value({ kind: 'integer', least: 0, most: 500 }, text)).toBe(kept));

  it('of a choice is a word of either language, or the nearest is suggested', () => {
    const type = { kind: 'choice', choices: 'tcm_area', values: ['hall', 'corner', 'none'] } as const;
    expect(['中医馆', 'TCM corner', 'none'].map((text) => value(type, text))).toEqual(['hall', 'corner', 'none']);
    expect(read(type, '中医馆（标准化）')).toMatchObject({ ok: false, code: 'choice', suggestion: '中医馆' });
  });

  it('of a datum may say whose map it is', () => {
    const called = ['高德', '腾讯地图', '火星坐标', 'GCJ02', '百度', 'bd-09', 'GPS', 'WGS 84', 'CGCS2000', '随便'];
    expect(called.map((text) => value({ kind: 'datum' }, text))).toEqual([
      ...['gcj02', 'gcj02', 'gcj02', 'gcj02', 'bd09', 'bd09', 'wgs84', 'wgs84', 'wgs84', 'choice'],
    ]);
  });

  it('that names an entry finds it by code, name and short name, within its district', () => {
    const district = { kind: 'reference', to: 'district' } as const;
    expect(['310101', '黄浦', 'huangpu district'].map((text) => value(district, text))).toEqual([
      '310101',
      '310101',
      '310101',
    ]);
    expect(read(district, '黄埔区')).toMatchObject({ ok: false, code: 'unknown', suggestion: '黄浦区' });
    const place = { kind: 'reference', to: 'subdistrict' } as const;
    expect(value(place, '某某街道')).toBe('ambiguous');
    expect(value(place, '某某街道', '310104')).toBe('310104002');
  });

  it('with several names holds each once, in one order; a name may hold a comma', () => {
    const type = { kind: 'references', to: 'condition' } as const;
    expect(value(type, '膝痹、不寐病、膝痹')).toBe('A04.01.13;A07.06.19');
    expect(value(type, 'Spleen heat (metabolic syndrome, prediabetes)')).toBe('A04.01.13');
    expect(value(type, '膝痹；某某')).toBe('unknown');
  });

  it('that is empty, a dash or only spaces is null; an error of a formula is told', () => {
    for (const text of ['', '  ', '　', '—', '/'])
      expect(read({ kind: 'text' }, text)).toEqual({ ok: true, value: null });
    expect(value({ kind: 'text' }, '#REF!')).toBe('errorValue');
    expect(value({ kind: 'text' }, '=?')).toBe('formula');
    expect(value({ kind: 'text' }, ' 外滩\u200b  街道 ')).toBe('外滩 街道');
    expect(value({ kind: 'text', most: 3 }, '四个字了')).toBe('tooLong');
  });
});
