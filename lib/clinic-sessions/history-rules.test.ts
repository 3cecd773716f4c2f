import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceFrom, FAR_DEVIATIONS, FAR_VISITS, HISTORY_AT_LEAST, median } from './history-rules';

describe('median', () => {
  it('is the middle value, or between the two', () => {
    expect(median([3])).toBe(3);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(() => median([])).toThrow('no median');
  });

  it('has as many values below as above, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 30 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
        expect(median(values.toReversed())).toBe(middle);
      }),
    );
  });
});

describe('distanceFrom', () => {
  const usual = [12, 11, 13, 12, 10, 14];

  it('says nothing before there are six sessions', () => {
    expect(usual).toHaveLength(HISTORY_AT_LEAST);
    expect(distanceFrom(usual.slice(1), 400)).toBeNull();
    expect(distanceFrom(usual, 400)).toEqual({ usual: 12, far: 'high' });
  });

  it('calls a few visits more or less ordinary, however alike the past was', () => {
    const alike = Array.from({ length: 12 }, () => 12);
    expect(distanceFrom(alike, 12 + FAR_VISITS - 1)).toBeNull();
    expect(distanceFrom(alike, 12 + FAR_VISITS)).toEqual({ usual: 12, far: 'high' });
    expect(distanceFrom(alike, 12 - FAR_VISITS)).toEqual({ usual: 12, far: 'low' });
  });

  it('widens with how much the clinic varies', () => {
    const varying = [10, 20, 30, 40, 50, 60];
    // median 35, absolute deviations 25 15 5 5 15 25: their median is 15
    const far = Math.ceil(FAR_DEVIATIONS * 1.4826 * 15);
    expect(distanceFrom(varying, 35 + far - 1)).toBeNull();
    expect(distanceFrom(varying, 35 + far)).toEqual({ usual: 35, far: 'high' });
    expect(distanceFrom(varying, 0)).toBeNull();
  });

  it('is not misled by one odd day', () => {
    expect(distanceFrom([...usual, 500], 60)).toEqual({ usual: 12, far: 'high' });
  });

  it('never finds the usual number far, and further away is never nearer', () => {
    const history = fc.array(fc.nat(300), { minLength: HISTORY_AT_LEAST, maxLength: 12 });
    fc.assert(
      fc.property(history, fc.nat(600), fc.nat(100), (past, visits, further) => {
        expect(distanceFrom(past, median(past))).toBeNull();
        const found = distanceFrom(past, visits);
        if (found?.far === 'high') expect(distanceFrom(past, visits + further)).toEqual(found);
        if (found?.far === 'low') expect(distanceFrom(past, visits - further)).toEqual(found);
      }),
    );
  });
});
