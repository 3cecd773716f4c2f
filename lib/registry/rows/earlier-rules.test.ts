import { describe, expect, it } from 'vitest';
import type { CellReading } from '@/lib/registry/schema';
import { namesCell, namesIn, readNames, readStatuses, statusesCell, statusesIn } from './earlier-rules';

const WORDS: Record<string, string> = { 筹备: 'preparing', 开诊: 'operating', 暂停: 'suspended' };
const readWord = (text: string): CellReading =>
  WORDS[text] ? { ok: true, value: WORDS[text] } : { ok: false, code: 'choice' };

describe('earlier statuses', () => {
  it('are read in either way of writing days, with the reasons of both languages', () => {
    const read = readStatuses(
      '筹备 2023-1-5 布置诊室；开诊 2023年3月1日\n暂停 2024-05-01 装修；请见告示 // Works; see notice',
      readWord,
    );
    expect(read).toEqual({
      ok: true,
      value:
        'preparing 2023-01-05 布置诊室；operating 2023-03-01；suspended 2024-05-01 装修；请见告示 // Works; see notice',
    });
    const periods = statusesIn(read.ok ? read.value : null);
    expect(periods).toEqual([
      { status: 'preparing', from: '2023-01-05', reason: '布置诊室', reasonEn: null },
      { status: 'operating', from: '2023-03-01', reason: null, reasonEn: null },
      { status: 'suspended', from: '2024-05-01', reason: '装修；请见告示', reasonEn: 'Works; see notice' },
    ]);
    expect(statusesCell(periods)).toBe(read.ok ? read.value : null);
    expect(statusesCell([{ status: 'operating', from: '2023-03-01', reason: null, reasonEn: 'Open' }])).toBe(
      'operating 2023-03-01 // Open',
    );
    expect(statusesIn('operating 2023-03-01 // Open')[0]).toMatchObject({ reason: null, reasonEn: 'Open' });
  });
  it.each([
    ['开诊', 'statuses'],
    ['开诊 2023-13-01', 'statuses'],
    ['装修 2023-01-01', 'choice'],
    [`开诊 2023-01-01 ${'长'.repeat(201)}`, 'tooLong'],
  ])('%s cannot be read', (text, code) => {
    expect(readStatuses(text, readWord)).toMatchObject({ ok: false, code });
  });
});

describe('former names', () => {
  it('stand by their days; a name without an English one is its own', () => {
    const read = readNames('外滩卫生院 // 2025-06-01; 黄浦地段医院；本部 // Huangpu Hospital; Main // 1999/9/1');
    expect(read).toEqual({
      ok: true,
      value: '黄浦地段医院；本部 // Huangpu Hospital; Main // 1999-09-01；外滩卫生院 // 2025-06-01',
    });
    const names = namesIn(read.ok ? read.value : null);
    expect(names).toEqual([
      { name: '黄浦地段医院；本部', nameEn: 'Huangpu Hospital; Main', until: '1999-09-01' },
      { name: '外滩卫生院', nameEn: '外滩卫生院', until: '2025-06-01' },
    ]);
    expect(namesCell(names)).toBe(read.ok ? read.value : null);
  });
  it.each([
    ['外滩卫生院', 'formerNames'],
    ['外滩卫生院 2025-06-01', 'formerNames'],
    ['外 // 2025-06-01', 'tooShort'],
    ['外滩卫生院 // 2025-02-31', 'date'],
    ['外滩卫生院 // 2025-06-01；外滩卫生院 // Other // 2025-06-01', 'twice'],
  ])('%s cannot be read', (text, code) => {
    expect(readNames(text)).toMatchObject({ ok: false, code });
  });
});
