import { describe, expect, it } from 'vitest';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { byWeek } from './record-groups';

const record = (id: string, date: string, clinicId: string) => ({ id, date, clinicId }) as RecordListed;

describe('byWeek', () => {
  it('puts the latest week first, and in it the sessions of a clinic next to each other', () => {
    const records = [
      record('a', '2026-11-15', 'x'),
      record('b', '2026-11-13', 'y'),
      record('c', '2026-11-09', 'x'),
      record('d', '2026-11-08', 'x'),
      record('e', '2026-11-16', 'y'),
    ];
    expect(byWeek(records).map(({ monday, records: rows }) => [monday, rows.map(({ id }) => id).join('')])).toEqual([
      ['2026-11-16', 'e'],
      ['2026-11-09', 'acb'],
      ['2026-11-02', 'd'],
    ]);
  });

  it('makes nothing of nothing', () => expect(byWeek([])).toEqual([]));
});
