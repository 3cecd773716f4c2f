import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/core/dates';
import { cohortsOf, endOf, kaplanMeier, quarterOf, survivalOf, wholeMonths } from './survival-rules';

const day = civilDate;

describe('wholeMonths', () => {
  it.each([
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2025-11-01', '2026-11-01', 12],
    ['2026-05-01', '2026-04-01', 0],
  ])('from %s to %s are %d', (from, to, months) => {
    expect(wholeMonths(day(from), day(to))).toBe(months);
  });
});

describe('endOf', () => {
  const quietSince = day('2026-08-01');
  const opened = { openedOn: day('2025-03-10'), closedOn: null, lastHeldMonth: day('2026-10-01') };

  it('is nothing while sessions are held, nor for a clinic that opened lately', () => {
    expect(endOf(opened, quietSince)).toBeNull();
    expect(endOf({ ...opened, lastHeldMonth: day('2026-08-01') }, quietSince)).toBeNull();
    expect(endOf({ ...opened, openedOn: day('2026-08-10'), lastHeldMonth: null }, quietSince)).toBeNull();
  });

  it('is the month after the last session, the day of closing, or of opening where nothing was ever held', () => {
    expect(endOf({ ...opened, lastHeldMonth: day('2026-07-01') }, quietSince)).toBe('2026-08-01');
    expect(endOf({ ...opened, lastHeldMonth: day('2025-12-01') }, quietSince)).toBe('2026-01-01');
    expect(endOf({ ...opened, lastHeldMonth: null }, quietSince)).toBe('2025-03-10');
    expect(endOf({ ...opened, closedOn: day('2026-09-15') }, quietSince)).toBe('2026-09-15');
    expect(endOf({ ...opened, closedOn: day('2026-09-15'), lastHeldMonth: day('2026-02-01') }, quietSince)).toBe(
      '2026-03-01',
    );
  });
});

describe('kaplanMeier', () => {
  it('gives the remission times of Freireich et al. as the textbooks do', () => {
    // 6-mercaptopurine arm (1963): 21 people; + means still in remission
    const times = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'.split(' ');
    const steps = kaplanMeier(times.map((time) => ({ months: Number.parseInt(time, 10), ended: !time.endsWith('+') })));
    expect(steps.map(({ month, atRisk, share }) => [month, atRisk, Number(share.toFixed(3))])).toEqual([
      [6, 21, 0.857],
      [7, 17, 0.807],
      [10, 15, 0.753],
      [13, 12, 0.69],
      [16, 11, 0.627],
      [22, 7, 0.538],
      [23, 6, 0.448],
    ]);
    expect(steps[0]?.lower).toBeCloseTo(0.62, 2);
    expect(steps[0]?.upper).toBeCloseTo(0.952, 2);
  });

  const observed = fc.array(fc.record({ months: fc.integer({ min: 0, max: 60 }), ended: fc.boolean() }), {
    maxLength: 60,
  });

  it('never rises, and stays within its interval and within 0 and 1', () => {
    fc.assert(
      fc.property(observed, (list) => {
        let before = 1;
        for (const { share, lower, upper, atRisk, ended } of kaplanMeier(list)) {
          expect(share).toBeLessThanOrEqual(before + 1e-12);
          expect(lower).toBeLessThanOrEqual(share + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
          expect(Math.min(lower, share)).toBeGreaterThanOrEqual(-1e-12);
          expect(ended).toBeLessThanOrEqual(atRisk);
          before = share;
        }
      }),
    );
  });

  it('is the plain share where everybody was seen to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 50 }), (months) => {
        for (const { month, share } of kaplanMeier(months.map((one) => ({ months: one, ended: true }))))
          expect(share).toBeCloseTo(months.filter((one) => one > month).length / months.length, 9);
      }),
    );
  });
});

describe('cohortsOf', () => {
  const until = day('2026-10-31');
  it('tells quarters in order, and a share only when all have been open so long', () => {
    const cohorts = cohortsOf(
      [
        { openedOn: day('2025-08-01'), endedOn: day('2025-12-01') },
        { openedOn: day('2025-09-30'), endedOn: null },
        { openedOn: day('2026-05-01'), endedOn: null },
      ],
      until,
    );
    expect(cohorts).toEqual([
      { quarter: '2025-Q3', opened: 2, inService: 1, after: { 6: 50, 12: 50, 24: null } },
      { quarter: '2026-Q2', opened: 1, inService: 1, after: { 6: null, 12: null, 24: null } },
    ]);
  });

  it('adds up to all clinics', () => {
    const life = fc
      .record({ opened: fc.integer({ min: 0, max: 900 }), lasted: fc.option(fc.integer({ min: 0, max: 400 })) })
      .map(({ opened, lasted }) => {
        const openedOn = addDays(day('2024-01-01'), opened);
        return { openedOn, endedOn: lasted === null ? null : addDays(openedOn, lasted) };
      });
    fc.assert(
      fc.property(fc.array(life, { maxLength: 40 }), (lives) => {
        const { cohorts, clinics, ended } = survivalOf(lives, day('2027-12-31'));
        const sum = (of: 'opened' | 'inService') => cohorts.reduce((total, cohort) => total + cohort[of], 0);
        expect(sum('opened')).toBe(clinics);
        expect(sum('inService')).toBe(clinics - ended);
      }),
    );
  });
});

describe('quarterOf', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-10-01', '2026-Q4'],
  ])('%s lies in %s', (date, quarter) => {
    expect(quarterOf(day(date))).toBe(quarter);
  });
});
