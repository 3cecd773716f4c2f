import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, weekdayOf } from '@/lib/core/dates';
import { addWeeks, lastWeek, mondaysUntil, NO_WEEK, parseWeek, WeekSums } from './week-rules';

const today = civilDate('2026-11-18');

describe('weeks', () => {
  it('are read by any of their days', () => {
    const week = { from: '2026-11-09', to: '2026-11-15' };
    expect(parseWeek('2026-11-09', today)).toEqual(week);
    expect(parseWeek('2026-11-15', today)).toEqual(week);
    expect(lastWeek(today)).toEqual(week);
    expect(lastWeek(civilDate('2026-11-15'))).toEqual({ from: '2026-11-02', to: '2026-11-08' });
  });

  it.each(['', 'x', '2026-11-16', '2026-13-01', '2030-01-01', '1999-01-01'])('are not %j', (text) => {
    expect(parseWeek(text, today)).toBeNull();
  });

  it('follow each other, Monday by Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 }), (back, count) => {
        const week = parseWeek(addDays(lastWeek(today).to, -back), today);
        if (!week) throw new Error('a week of the past');
        const mondays = mondaysUntil(week, count);
        expect(mondays).toHaveLength(count);
        expect(mondays.at(-1)).toBe(week.from);
        for (const [index, monday] of mondays.entries()) {
          expect(weekdayOf(monday)).toBe(1);
          if (index > 0) expect(addDays(mondays[index - 1] ?? monday, 7)).toBe(monday);
        }
      }),
    );
  });
});

describe('addWeeks', () => {
  it('adds every number, and none is zero', () => {
    const one = { ...NO_WEEK, expected: 3, held: 2, visits: 20 };
    expect(addWeeks([one, one])).toEqual({ ...NO_WEEK, expected: 6, held: 4, visits: 40 });
    expect(addWeeks([])).toEqual(NO_WEEK);
  });
});

describe('WeekSums', () => {
  it('keeps keys apart, and adds them up when asked together', () => {
    const sums = new WeekSums();
    sums.add('a', { expected: 2 });
    sums.add('a', { expected: 1, held: 1 });
    sums.add('b', { visits: 9 });
    expect(sums.of(['a'])).toEqual({ ...NO_WEEK, expected: 3, held: 1 });
    expect(sums.of(new Set(['a', 'b', 'c']))).toEqual({ ...NO_WEEK, expected: 3, held: 1, visits: 9 });
    expect(sums.of(['c'])).toEqual(NO_WEEK);
  });
});
