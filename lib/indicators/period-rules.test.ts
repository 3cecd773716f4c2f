import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/core/dates';
import {
  askedPeriod,
  knownUntil,
  monthOf,
  monthsOf,
  parsePeriod,
  periodText,
  previousOf,
  toldTogether,
  yearBefore,
} from './period-rules';

const TODAY = civilDate('2026-11-25');

describe('parsePeriod', () => {
  it.each([
    ['2026-10', 'month', '2026-10-01', '2026-10-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['12m', 'twelve_months', '2025-12-01', '2026-11-30'],
    ['2025-11..2026-02', 'custom', '2025-11-01', '2026-02-28'],
  ])('reads %s', (text, kind, from, to) => {
    expect(parsePeriod(text, TODAY)).toEqual({ kind, from, to });
  });

  it.each(
    [
      ['', '2026-13', '2026-1', '26-10', '2026-Q5', '2026-Q0', 'abc', '2026-06..2026-01', '2026-01..', '..2026-01'],
      ['2026-01..2026-02..2026-03', '2014-12', '2027-01', '2027', '2015-01..2026-01', '2026-10-01', '12M', ' 2026'],
    ].flat(),
  )('does not read %j', (text) => {
    expect(parsePeriod(text, TODAY)).toBeNull();
  });

  it('reads ten years, and not a month more', () => {
    expect(parsePeriod('2016-01..2025-12', TODAY)).not.toBeNull();
    expect(parsePeriod('2016-01..2026-01', TODAY)).toBeNull();
  });
});

const period = fc
  .record({ year: fc.integer({ min: 2017, max: 2025 }), month: fc.integer({ min: 1, max: 12 }), form: fc.nat(3) })
  .map(({ year, month, form }) => {
    const two = String(month).padStart(2, '0');
    const text = [
      `${year}-${two}`,
      `${year}-Q${Math.ceil(month / 3)}`,
      `${year}`,
      `${year - 1}-${two}..${year}-${two}`,
    ][form];
    return parsePeriod(text ?? '', TODAY) ?? monthOf(TODAY);
  });

describe('periods', () => {
  it('are written as they are read', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(parsePeriod(periodText(one), TODAY)).toEqual(one);
      }),
    );
    const twelve = parsePeriod('12m', TODAY);
    expect(twelve && periodText(twelve)).toBe('12m');
  });

  it('follow one another without a gap, and are as long as the one before', () => {
    fc.assert(
      fc.property(period, (one) => {
        const before = previousOf(one);
        expect(addDays(before.to, 1)).toBe(one.from);
        expect(monthsOf(before)).toHaveLength(monthsOf(one).length);
      }),
    );
  });

  it('have the same months a year before', () => {
    fc.assert(
      fc.property(period, (one) => {
        const before = yearBefore(one);
        expect(before.from.slice(4)).toBe(one.from.slice(4));
        expect(monthsOf(before).map((day) => day.slice(5))).toEqual(monthsOf(one).map((day) => day.slice(5)));
      }),
    );
  });

  it('are known to yesterday while they run', () => {
    const noon = new Date('2026-11-25T04:00:00Z');
    expect(knownUntil(monthOf(TODAY), noon)).toBe('2026-11-24');
    expect(knownUntil(monthOf(civilDate('2026-10-03')), noon)).toBe('2026-10-31');
  });
});

describe('months told together', () => {
  const noon = new Date('2026-11-25T04:00:00Z');
  const some = fc.integer({ min: 0, max: 400 }).map((months) => monthOf(addDays(civilDate('2015-01-15'), months * 30)));

  it('lie in the same of the periods, and none is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 3 }), some, (pairs, alone) => {
        const periods = pairs
          .map(([one, other]) => (one.from < other.from ? [one, other] : [other, one]))
          .map(([first = alone, last = alone]) => ({ from: first.from, to: last.to }));
        const told = toldTogether(periods, [alone.from], noon);
        expect([...told.keys()].sort()).toEqual([...new Set([alone.from, ...periods.flatMap(monthsOf)])].sort());
        for (const [month, first] of told)
          for (const { from, to } of [...periods, alone, monthOf(TODAY)])
            expect(from <= month && month <= to).toBe(from <= first && first <= to);
      }),
    );
  });

  it('are few', () => {
    const [year, before] = [monthOf(TODAY), { from: civilDate('2024-12-01'), to: civilDate('2025-11-30') }];
    const months = monthsOf({ from: civilDate('2025-12-01'), to: year.to });
    expect(
      new Set(toldTogether([{ from: months[0] ?? year.from, to: year.to }, before], months, noon).values()).size,
    ).toBe(13);
  });
});

describe('askedPeriod', () => {
  it.each([
    [{}, '12m', null],
    [{ period: '2026-Q3' }, '2026-Q3', null],
    [{ period: '12m', from: '2026-01', to: '2026-06' }, '2026-01..2026-06', null],
    [{ from: '2026-02' }, '2026-02..2026-02', null],
    [{ period: '', from: '', to: '' }, '12m', null],
    [{ period: 'soon' }, '12m', 'soon'],
    [{ from: '2026-06', to: '2026-01' }, '12m', '2026-06..2026-01'],
    [{ period: ['2026', '2025'] }, '12m', '2026,2025'],
  ])('of %j', (parameters, text, misread) => {
    const asked = askedPeriod(parameters, '12m', TODAY);
    expect([periodText(asked.period), asked.misread]).toEqual([text, misread]);
  });
});
