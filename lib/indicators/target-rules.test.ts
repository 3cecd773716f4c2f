import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { distanceTo, proposalAfter, targetPeriod, targetProblems, targetState } from './target-rules';

const TODAY = civilDate('2026-11-18');
const RATE = { unit: 'percent', decimals: 1, deepestLevel: 'clinic', goodDirection: 'up' } as const;
const wanted = { level: 'district', from: '2027-01', to: '2027-12', value: 85 } as const;
const problems = (change: object, definition: object = {}) =>
  targetProblems({ ...RATE, ...definition }, { ...wanted, ...change }, TODAY).map(({ path, messageKey }) => [
    path,
    messageKey.replace('targets.problem.', ''),
  ]);

describe('targetProblems', () => {
  it('has nothing against a period that is still to come', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ from: '2026-12', to: '2026-12', value: 99.9 })).toEqual([]);
  });

  it.each([
    [{ from: '2026-11', to: '2027-12' }, {}, ['from', 'begun']],
    [{ from: '2027-06', to: '2027-01' }, {}, ['to', 'order']],
    [{ to: '2039-12' }, {}, ['to', 'tooLong']],
    [{ value: 100.1 }, {}, ['value', 'percent']],
    [{ value: 80.25 }, {}, ['value', 'decimals']],
    [{ value: 1.5 }, { unit: 'count', decimals: 0 }, ['value', 'decimals']],
    [{}, { deepestLevel: 'alliance' }, ['unit', 'level']],
    [{}, { goodDirection: 'neutral' }, ['indicatorId', 'neutral']],
  ])('%j %j', (change, definition, expected) => {
    expect(problems(change, definition)).toEqual([expected]);
  });
});

describe('targetState', () => {
  it.each([
    ['2026-11-19', '2026-12-31', 'coming'],
    ['2026-11-18', '2026-12-31', 'running'],
    ['2026-01-01', '2026-11-18', 'running'],
    ['2026-01-01', '2026-11-17', 'over'],
  ])('%s to %s', (from, to, state) => {
    expect(targetState({ from: civilDate(from), to: civilDate(to) }, TODAY)).toBe(state);
  });
});

describe('distanceTo', () => {
  it.each([
    ['up', 85, 86.2, { reached: true, left: 0 }],
    ['up', 85, 84.96, { reached: true, left: 0 }],
    ['up', 85, 80.5, { reached: false, left: 4.5 }],
    ['down', 5000, 4800, { reached: true, left: 0 }],
    ['down', 5000, 5200.5, { reached: false, left: 200.5 }],
  ] as const)('%s to %d from %d', (goodDirection, target, value, expected) => {
    expect(distanceTo(target, { value }, { goodDirection, decimals: 1 })).toEqual(expected);
  });

  it('is unknown without a figure, and never below nothing', () => {
    expect(distanceTo(1, { value: null }, RATE)).toBeNull();
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 2000, noNaN: true }), (target, value) => {
        const distance = distanceTo(target, { value }, RATE);
        expect(distance?.left).toBeGreaterThanOrEqual(0);
        expect(distance?.reached).toBe(distance?.left === 0);
      }),
    );
  });
});

describe('proposalAfter', () => {
  const base = {
    ...{
      id: 't',
      version: 1,
      state: 'running',
      source: '依据',
      reason: null,
      setByName: '甲',
      setAt: '',
      origin: 'fact',
    },
    unit: { level: 'district', code: '310104', name: '徐汇区', nameEn: 'Xuhui' },
    definition: { ...RATE, id: 'held_rate' },
    value: 85,
  };
  it.each([
    ['2026-01', '2026-12', '2027-01', '2027-12'],
    ['2022-01', '2024-12', '2028-01', '2030-12'],
    ['2026-10', '2026-12', '2027-01', '2027-03'],
  ])('%s to %s is followed by %s to %s', (from, to, nextFrom, nextTo) => {
    const period = targetPeriod(from, to);
    const row = { ...base, periodFrom: period?.from, periodTo: period?.to } as Parameters<typeof proposalAfter>[0];
    expect(proposalAfter(row, TODAY)).toEqual({
      ...{ indicatorId: 'held_rate', unit: 'district/310104', value: '85', source: '依据' },
      ...{ from: nextFrom, to: nextTo },
    });
  });
});
