import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  clockTime,
  dateInShanghai,
  datesBetween,
  daysBetween,
  fromDbDate,
  instantInShanghai,
  isCivilDate,
  minuteInShanghai,
  mondayOf,
  toDbDate,
  weekdayOf,
} from './dates';

const anyDate = fc
  .date({ min: new Date('1992-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => civilDate(date.toISOString().slice(0, 10)));

describe('civil dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '20260101', '2026-01-01T00:00'])('refuses %s', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it('knows the weekday of known days', () => {
    expect(weekdayOf(civilDate('1970-01-01'))).toBe(4);
    expect(weekdayOf(civilDate('2026-11-22'))).toBe(7);
    expect(weekdayOf(civilDate('1969-12-29'))).toBe(1);
  });

  it('turns the day at midnight in Shanghai, not in UTC', () => {
    expect(dateInShanghai(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(dateInShanghai(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(minuteInShanghai(new Date('2026-11-21T16:30:00Z'))).toBe(30);
  });

  it('lists a range with both ends, and nothing for a reversed one', () => {
    expect(datesBetween(civilDate('2026-12-30'), civilDate('2027-01-02'))).toHaveLength(4);
    expect(datesBetween(civilDate('2026-12-30'), civilDate('2026-12-29'))).toEqual([]);
  });

  it('writes clock times with two digits', () => {
    expect(clockTime(0)).toBe('00:00');
    expect(clockTime(510)).toBe('08:30');
  });

  it('adds and measures days consistently', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('finds a Monday at most six days back', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekdayOf(mondayOf(date))).toBe(1);
        expect(daysBetween(mondayOf(date), date)).toBe(weekdayOf(date) - 1);
      }),
    );
  });

  it('comes back from an instant and from the database unchanged', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const instant = instantInShanghai(date, minute);
        expect(dateInShanghai(instant)).toBe(date);
        expect(minuteInShanghai(instant)).toBe(minute);
        expect(fromDbDate(toDbDate(date))).toBe(date);
      }),
    );
  });
});
