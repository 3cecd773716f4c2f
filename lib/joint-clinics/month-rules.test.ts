import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, weekdayOf } from '@/lib/core/dates';
import { addMonths, monthOf, monthRange, monthWeeks, parseMonth } from './month-rules';
import type { StatusPeriod } from './schema';

const OPERATING: StatusPeriod = {
  status: 'operating',
  validFrom: civilDate('2026-11-04'),
  validTo: null,
  reason: null,
  reasonEn: null,
};
const session = { startsMinute: 510, endsMinute: 690, expertId: 'e' };

describe('months', () => {
  it('are read strictly', () => {
    expect(parseMonth('2026-11')).toBe('2026-11');
    for (const text of ['', '2026-13', '2026-00', '2026-1', '26-11', '2026-11-01', '1999-12', '9999-12', 'x'.repeat(7)])
      expect(parseMonth(text)).toBeNull();
  });

  it('go over the ends of years, there and back', () => {
    const november = monthOf(civilDate('2026-11-18'));
    expect(addMonths(november, 2)).toBe('2027-01');
    expect(addMonths(november, -11)).toBe('2025-12');
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (by) => addMonths(addMonths(november, by), -by) === november),
    );
  });

  it('are whole weeks from Monday to Sunday that hold all days of the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (by) => {
        const month = addMonths(monthOf(civilDate('1980-01-01')), by);
        const { from, to } = monthRange(month);
        expect(weekdayOf(from)).toBe(1);
        expect(weekdayOf(to)).toBe(7);
        expect(monthOf(addDays(from, 6))).toBe(month);
        expect(monthOf(addDays(to, -6))).toBe(month);
        const weeks = monthWeeks(month, {
          plan: { expected: [], stopped: [] },
          statuses: [],
          holidays: new Map(),
          today: from,
        });
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(weeks.flat().filter(({ inMonth }) => inMonth).length).toBeGreaterThanOrEqual(28);
      }),
    );
  });
});

describe('monthWeeks', () => {
  const holiday = {
    date: civilDate('2026-11-20'),
    kind: 'holiday' as const,
    name: '节',
    nameEn: 'Day',
    followsWeekday: null,
  };
  const weeks = monthWeeks(monthOf(civilDate('2026-11-18')), {
    plan: {
      expected: [{ date: civilDate('2026-11-18'), half: 'pm', ...session, added: null }],
      stopped: [
        { date: civilDate('2026-11-18'), half: 'am', ...session, cause: 'removed', reason: '停', reasonEn: null },
        { date: civilDate('2026-11-20'), half: 'am', ...session, cause: 'holiday', reason: '节', reasonEn: 'Day' },
      ],
    },
    statuses: [OPERATING],
    holidays: new Map([[holiday.date, holiday]]),
    today: civilDate('2026-11-18'),
  });
  const day = (text: string) => weeks.flat().find(({ date }) => date === text);

  it('puts sessions into their days, the half-days in order', () => {
    expect(day('2026-11-18')?.slots).toMatchObject([
      { half: 'am', state: 'stopped' },
      { half: 'pm', state: 'expected' },
    ]);
    expect(day('2026-11-19')?.slots).toEqual([]);
  });

  it('knows today, the past, other months, the status and holidays', () => {
    expect(day('2026-11-18')).toMatchObject({ isToday: true, isPast: false, inMonth: true, status: 'operating' });
    expect(day('2026-11-17')).toMatchObject({ isToday: false, isPast: true });
    expect(day('2026-12-01')).toMatchObject({ inMonth: false, isPast: false });
    expect(day('2026-11-03')).toMatchObject({ status: 'preparing' });
    expect(day('2026-11-20')?.holiday).toEqual(holiday);
  });
});
