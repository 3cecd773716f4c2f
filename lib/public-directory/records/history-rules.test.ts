import { describe, expect, it } from 'vitest';
import { civilDate as day } from '@/lib/core/dates';
import { historiesOf, type KeptClosing } from './history-rules';

const closing = (id: string, successorIds: string[], part: Partial<KeptClosing> = {}): KeptClosing => ({
  ...{ id, name: `名 ${id}`, nameEn: `Name ${id}`, on: day('2026-11-01'), merged: false, successorIds },
  ...part,
});

describe('what the past leads to', () => {
  it('is the place itself where it was renamed', () => {
    const { formerNames } = historiesOf(
      [
        { facilityId: 'a', name: '甲', nameEn: 'A', until: day('2026-01-01') },
        { facilityId: 'a', name: '乙', nameEn: 'B', until: day('2026-06-01') },
      ],
      [],
    );
    expect(formerNames.get('a')?.map(({ name, of }) => [name, of])).toEqual([
      ['乙', null],
      ['甲', null],
    ]);
  });

  it('is whoever took over, also from a place that took over and closed', () => {
    const { closings, formerNames } = historiesOf(
      [{ facilityId: 'a', name: '旧甲', nameEn: 'Old A', until: day('2025-01-01') }],
      [closing('a', ['b'], { merged: true }), closing('b', ['c', 'd'], { on: day('2026-12-01') })],
    );
    expect(closings.get('a')).toEqual({ on: day('2026-11-01'), merged: true, successorIds: ['c', 'd'] });
    expect(formerNames.get('c')?.map(({ name, of }) => [name, of])).toEqual([
      ['名 b', 'b'],
      ['名 a', 'a'],
      ['旧甲', 'a'],
    ]);
    expect(formerNames.has('b')).toBe(false);
  });

  it('ends where places name each other, and where nobody took over', () => {
    const { closings } = historiesOf([], [closing('a', ['b']), closing('b', ['a']), closing('c', [])]);
    expect([...closings.values()].map(({ successorIds }) => successorIds)).toEqual([[], [], []]);
  });
});
