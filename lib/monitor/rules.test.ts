import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_THRESHOLDS, isWarned, judgeNumbers } from './rules';
import { MONITOR_STATES, type MonitorNumbers, type ReasonCode, thresholdsSchema } from './schema';

/** Eight expected sessions, all logged, held with the planned expert and confirmed, twelve visits each. */
function numbers(overrides: Partial<MonitorNumbers> = {}): MonitorNumbers {
  return {
    ...{ expected: 8, pending: 0, logged: 8, held: 8, confirmed: 8, extra: 0 },
    ...{ expertPlanned: 8, expertSubstitute: 0, expertAbsent: 0, visitsNew: 32, visitsReturn: 64, medianVisits: 12 },
    ...{ trainees: 8, unconfirmed: 0, confirmedAny: 8 },
    ...overrides,
  };
}

const judged = (overrides: Partial<MonitorNumbers> = {}) => judgeNumbers(numbers(overrides), FIRST_THRESHOLDS);
const codes = (overrides: Partial<MonitorNumbers>): ReasonCode[] => judged(overrides).reasons.map(({ code }) => code);

describe('a clinic', () => {
  it.each<[string, Partial<MonitorNumbers>, string, ReasonCode[]]>([
    ['holds what it should', {}, 'steady', ['held_steady', 'expert_steady']],
    ['holds exactly four fifths of ten', { expected: 10, logged: 10 }, 'steady', ['held_steady', 'expert_steady']],
    ['has substitutes', { expertPlanned: 4, expertSubstitute: 4 }, 'steady', ['held_steady', 'expert_steady']],
    ['misses some', { held: 6, expertPlanned: 6 }, 'irregular', ['held_below_steady']],
    [
      'misses more than half',
      { held: 3, expertPlanned: 3, confirmedAny: 3 },
      'irregular',
      ['held_below_steady', 'held_warning'],
    ],
    ['holds exactly a quarter', { held: 2, expertPlanned: 2 }, 'irregular', ['held_below_steady', 'held_warning']],
    ['has its expert now and then', { expertPlanned: 5, expertAbsent: 3 }, 'irregular', ['expert_below_steady']],
    ['has no expert in half of them', { expertPlanned: 4, expertAbsent: 4 }, 'irregular', ['expert_below_steady']],
    ['has hardly ever its expert', { expertPlanned: 3, expertAbsent: 5 }, 'idle', ['expert_mostly_absent']],
    ['has hardly a patient', { medianVisits: 1 }, 'idle', ['hardly_visited']],
    [
      'has neither',
      { medianVisits: 0, expertPlanned: 0, expertAbsent: 8 },
      'idle',
      ['expert_mostly_absent', 'hardly_visited'],
    ],
    ['is hardly ever held', { held: 1, expertPlanned: 1, confirmedAny: 1 }, 'nominal_only', ['hardly_held']],
    [
      'is never held',
      { held: 0, expertPlanned: 0, confirmedAny: 0, medianVisits: null },
      'nominal_only',
      ['hardly_held'],
    ],
    [
      'is claimed and confirmed by nobody',
      { confirmed: 0, confirmedAny: 0, unconfirmed: 3 },
      'nominal_only',
      ['none_confirmed'],
    ],
    [
      'waits for its first confirmations',
      { confirmed: 0, confirmedAny: 0, unconfirmed: 2 },
      'steady',
      ['held_steady', 'expert_steady'],
    ],
    [
      'has one confirmation',
      { confirmed: 1, confirmedAny: 1, unconfirmed: 7 },
      'steady',
      ['held_steady', 'expert_steady'],
    ],
    ['expects too few', { expected: 3, logged: 3, held: 0 }, 'insufficient', ['few_expected']],
    ['logs less than half', { logged: 3, held: 0 }, 'insufficient', ['few_logged']],
    ['logs exactly half', { logged: 4, held: 4, expertPlanned: 4 }, 'irregular', ['held_below_steady']],
  ])('that %s', (_, overrides, state, reasons) => {
    expect({ state: judged(overrides).state, reasons: codes(overrides) }).toEqual({ state, reasons });
  });

  it('has a warning below half, and only there', () => {
    expect(isWarned(judged({ held: 3, expertPlanned: 3 }).reasons)).toBe(true);
    expect(isWarned(judged({ held: 4, expertPlanned: 4 }).reasons)).toBe(false);
  });

  it('is told with the number and the threshold of every reason', () => {
    expect(judged({ held: 1, expertPlanned: 1, confirmedAny: 0, unconfirmed: 5 }).reasons).toEqual([
      { code: 'hardly_held', value: 12.5, threshold: 25, part: 1, whole: 8 },
      { code: 'none_confirmed', value: 5, threshold: 3, part: 0, whole: 1, days: 14 },
    ]);
  });
});

const ofEight = fc.integer({ min: 0, max: 8 });
const anyNumbers = fc
  .record({
    expected: ofEight,
    logged: ofEight,
    held: ofEight,
    planned: ofEight,
    substitute: ofEight,
    confirmed: ofEight,
    median: ofEight,
    unconfirmed: ofEight,
  })
  .map(({ expected, planned, substitute, median, unconfirmed, ...given }) => {
    const logged = Math.min(given.logged, expected);
    const held = Math.min(given.held, logged);
    const expertPlanned = Math.min(planned, held);
    const expertSubstitute = Math.min(substitute, held - expertPlanned);
    const confirmed = Math.min(given.confirmed, held);
    return numbers({
      ...{ expected, logged, held, confirmed, confirmedAny: confirmed, expertPlanned, expertSubstitute },
      ...{ expertAbsent: held - expertPlanned - expertSubstitute, medianVisits: held === 0 ? null : median },
      unconfirmed: Math.min(unconfirmed, held - confirmed),
    });
  });

it('always has one state and a reason with numbers', () => {
  fc.assert(
    fc.property(anyNumbers, (given) => {
      const { state, reasons } = judgeNumbers(given, FIRST_THRESHOLDS);
      expect(MONITOR_STATES).toContain(state);
      expect(reasons.length).toBeGreaterThan(0);
      for (const { value, threshold } of reasons) expect(Number.isFinite(value + threshold)).toBe(true);
    }),
  );
});

it('never judges a clinic worse because one more planned session was held', () => {
  const order = ['steady', 'irregular', 'idle', 'nominal_only'];
  fc.assert(
    fc.property(anyNumbers, (given) => {
      fc.pre(given.expected >= 4 && given.held < given.logged && given.expertAbsent === 0);
      const better = {
        ...given,
        ...{ held: given.held + 1, confirmed: given.confirmed + 1, confirmedAny: given.confirmedAny + 1 },
        ...{ expertPlanned: given.expertPlanned + 1, medianVisits: given.medianVisits ?? 12 },
      };
      fc.pre((better.medianVisits ?? 0) > FIRST_THRESHOLDS.idleMedianVisits);
      const [before, after] = [judgeNumbers(given, FIRST_THRESHOLDS), judgeNumbers(better, FIRST_THRESHOLDS)];
      if (before.state === 'insufficient') expect(after.state).toBe('insufficient');
      else expect(order.indexOf(after.state)).toBeLessThanOrEqual(order.indexOf(before.state));
    }),
  );
});

it('begins with thresholds that are thresholds', () => {
  expect(thresholdsSchema.parse(FIRST_THRESHOLDS)).toEqual(FIRST_THRESHOLDS);
});
