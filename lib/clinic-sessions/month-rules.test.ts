import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, daysBetween } from '@/lib/core/dates';
import { isOver, lastDayOf, monthFigures, monthsBack, nextMonth } from './month-rules';

const anyDate = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(civilDate('2001-01-01'), days));

describe('months', () => {
  it('end on their last day, leap years included', () => {
    expect(lastDayOf(civilDate('2026-11-01'))).toBe('2026-11-30');
    expect(lastDayOf(civilDate('2028-02-01'))).toBe('2028-02-29');
    expect(lastDayOf(civilDate('2026-12-01'))).toBe('2026-12-31');
  });

  it('are over the day after', () => {
    const month = civilDate('2026-10-01');
    expect(isOver(month, civilDate('2026-10-31'))).toBe(false);
    expect(isOver(month, civilDate('2026-11-01'))).toBe(true);
  });

  it('go back one by one across a year’s end', () =>
    expect(monthsBack(civilDate('2026-02-28'), 4)).toEqual(['2026-02-01', '2026-01-01', '2025-12-01', '2025-11-01']));

  it('follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 2, max: 40 }), (date, count) => {
        const months = monthsBack(date, count);
        expect(months).toHaveLength(count);
        months.forEach((month, index) => {
          const earlier = months[index + 1];
          if (earlier) expect(nextMonth(earlier)).toBe(month);
          expect(daysBetween(month, lastDayOf(month))).toBeGreaterThanOrEqual(27);
          expect(daysBetween(month, lastDayOf(month))).toBeLessThanOrEqual(30);
        });
      }),
    );
  });

  it('count what is open: what is missing, and what waits for somebody', () => {
    const counted = {
      ...{ expected: 20, logged: 17, loggedPlanned: 15, held: 14, confirmed: 9, accepted: 4, disputed: 1, returned: 2 },
    };
    expect(monthFigures(counted, { unconfirmed: 3, unaccepted: 7 })).toMatchObject({ missing: 5, open: 18 });
    expect(monthFigures({ ...counted, loggedPlanned: 21 }, { unconfirmed: 0, unaccepted: 0 })).toMatchObject({
      missing: 0,
      open: 3,
    });
  });
});
