import { describe, expect, it } from 'vitest';
import { qualityOf } from './quality-rules';
import { QUALITY_DIMENSIONS } from './quality-schema';
import { NO_SESSIONS } from './sums-rules';

const activity = {
  ...NO_SESSIONS,
  ...{ expected: 20, logged: 18, loggedPlanned: 16, held: 15, heldPlanned: 14, confirmed: 12, onTime: 9 },
  ...{ disputed: 1, returned: 2 },
};

describe('qualityOf', () => {
  it.each([
    ['completeness', 80],
    ['timeliness', 50],
    ['confirmed', 80],
    ['consistency', 83.333],
  ] as const)('%s is %d', (dimension, value) => {
    expect(qualityOf(dimension, activity).value).toBeCloseTo(value, 2);
  });

  it('is missing, not zero, where there is nothing to judge', () => {
    for (const dimension of QUALITY_DIMENSIONS)
      expect(qualityOf(dimension, NO_SESSIONS)).toMatchObject({ value: null, missing: 'no_denominator' });
  });

  it('is at most a hundred when a session of today is logged already', () => {
    expect(qualityOf('completeness', { ...activity, loggedPlanned: 21 }).value).toBe(100);
  });
});
