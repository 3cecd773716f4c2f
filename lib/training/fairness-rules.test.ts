import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { gapsOf, gini, spreadOf, startOfLast } from './fairness-rules';
import type { TraineeChance } from './mentor-schema';

const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 });

/** By the definition, pair by pair. */
function byPairs(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const differences = values.flatMap((one) => values.map((other) => Math.abs(one - other)));
  return differences.reduce((sum, value) => sum + value, 0) / (2 * values.length ** 2 * mean);
}

describe('gini', () => {
  it.each([
    [[4, 4, 4], 0],
    [[0, 0, 0, 8], 0.75],
    [[1, 3], 0.25],
    [[], null],
    [[0, 0], null],
  ])('of %j is %s', (values, expected) => {
    expect(gini(values)).toEqual(expected);
  });

  it('is what the definition says, from 0 to less than 1, whatever the order and the unit', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const found = gini(values);
        if (found === null) {
          // what an expectation returns is not for the property to read
          expect(values.every((value) => value === 0)).toBe(true);
          return;
        }
        expect(found).toBeCloseTo(byPairs(values), 9);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThan(1);
        expect(gini([...values].reverse().map((value) => value * 7))).toBeCloseTo(found, 9);
      }),
    );
  });
});

describe('spreadOf', () => {
  it('tells least, middle, most and how many have none', () => {
    expect(spreadOf([5, 0, 1, 2])).toMatchObject({ people: 4, least: 0, middle: 1.5, most: 5, none: 1 });
    expect(spreadOf([3, 9, 4])).toMatchObject({ people: 3, least: 3, middle: 4, most: 9, none: 0 });
    expect(spreadOf([])).toEqual({ people: 0, least: 0, middle: 0, most: 0, none: 0, gini: null });
  });
});

describe('startOfLast', () => {
  it.each([
    [1, '2026-11-01'],
    [3, '2026-09-01'],
    [11, '2026-01-01'],
    [12, '2025-12-01'],
    [23, '2025-01-01'],
  ])('%i months begin on %s', (months, day) => {
    expect(startOfLast(months, civilDate('2026-11-18'))).toBe(day);
  });
});

describe('gapsOf', () => {
  const named = { id: 'x', name: '某', nameEn: 'X' };
  const trainee = (overrides: Partial<TraineeChance>): TraineeChance => ({
    ...named,
    ...{
      centre: named,
      mentor: named,
      since: civilDate('2026-01-05'),
      attended: 9,
      led: 3,
      ledLately: 1,
      conditions: 4,
    },
    ...overrides,
  });
  const six = civilDate('2026-06-01');
  const ids = (trainees: readonly TraineeChance[]) => trainees.map(({ id }) => id);

  it('names nobody who led, and nobody who is too new to have led', () => {
    const gaps = gapsOf(
      [
        trainee({ id: 'led' }),
        trainee({ id: 'led once', led: 2, ledLately: 0 }),
        trainee({ id: 'new', since: civilDate('2026-06-02'), ledLately: 0 }),
        trainee({ id: 'since the day', since: six, ledLately: 0 }),
        trainee({ id: 'without clinic', since: null, ledLately: 0 }),
        trainee({ id: 'without mentor', mentor: null }),
      ],
      six,
    );
    expect(ids(gaps.noLeading)).toEqual(['led once', 'since the day']);
    expect(ids(gaps.noClinic)).toEqual(['without clinic']);
    expect(ids(gaps.noMentor)).toEqual(['without mentor']);
  });
});
