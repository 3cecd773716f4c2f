import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelStep, linear, ticksTo } from './scale';

describe('ticksTo', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 50, 100]],
    [1234, [0, 500, 1000, 1500]],
  ])('%d: %j', (value, ticks) => {
    expect(ticksTo(value)).toEqual(ticks);
  });

  it('tells parts of one where counts are not whole', () => {
    expect(ticksTo(0.3, 4, false)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('reaches every value with few even steps, and not by more than one step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e7, noNaN: true }), fc.integer({ min: 2, max: 8 }), (value, most) => {
        const ticks = ticksTo(value, most, false);
        const last = ticks.at(-1) ?? 0;
        const beforeLast = ticks.at(-2) ?? 0;
        expect(ticks.length - 1).toBeLessThanOrEqual(most);
        expect(last).toBeGreaterThanOrEqual(value * (1 - 1e-6));
        expect(beforeLast).toBeLessThanOrEqual(value * (1 + 1e-6));
      }),
    );
  });
});

describe('linear', () => {
  it('leads a domain to a range, also backwards, and an empty domain to its start', () => {
    expect(linear([0, 10], [100, 0])(5)).toBe(50);
    expect(linear([5, 5], [10, 20])(5)).toBe(10);
  });
});

describe('labelStep', () => {
  it.each([
    [12, 360, 20, 1],
    [12, 300, 40, 2],
    [120, 300, 40, 24],
  ])('%d labels in %d with %d each: every %d', (count, room, needed, step) => {
    expect(labelStep(count, room, needed)).toBe(step);
  });
});
