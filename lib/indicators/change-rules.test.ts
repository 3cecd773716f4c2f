import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import {
  type ChangeSeries,
  changeOf,
  changesIn,
  leastErrors,
  type MonthParts,
  type WatchedIndicator,
} from './change-rules';

const unit = (code: string) => ({ level: 'district', code, name: code, nameEn: code }) as const;

function seriesOf(
  pairs: readonly (readonly [number, number])[],
  indicatorId: WatchedIndicator = 'held_rate',
  code = 'a',
): ChangeSeries {
  return {
    unit: unit(code),
    indicatorId,
    months: pairs.map(
      ([numerator, denominator], index): MonthParts => ({
        month: civilDate(`2026-${String(index + 1).padStart(2, '0')}-01`),
        numerator,
        denominator,
      }),
    ),
  };
}

const steady = Array.from({ length: 9 }, (_, index) => [88 + (index % 3), 100] as const);

describe('changeOf', () => {
  it('compares the last three months with those before', () => {
    const change = changeOf(seriesOf([...steady, [60, 100], [62, 100], [58, 100]]));
    expect(change).toMatchObject({
      now: 60,
      before: 89,
      recent: { from: '2026-10-01', to: '2026-12-01' },
      earlier: { from: '2026-01-01', to: '2026-09-01' },
    });
    expect(change?.errors).toBeLessThan(-10);
  });

  it.each<[string, (readonly [number, number])[]]>([
    ['nothing at all', []],
    ['only three months', steady.slice(0, 3)],
    ['three earlier months', steady.slice(0, 6)],
    ['earlier months without sessions', [[0, 0], [0, 0], [0, 0], [0, 0], ...steady.slice(0, 3)]],
    ['few sessions lately', [...steady, [3, 4], [3, 4], [3, 3]]],
    ['few sessions before', [...steady.map(() => [2, 2] as const), [10, 10], [10, 10], [10, 10]]],
  ])('says nothing of %s', (_, pairs) => {
    expect(changeOf(seriesOf(pairs))).toBeNull();
  });

  it('does not take for a change what differs as much between the earlier months', () => {
    const wild = [40, 95, 50, 90, 45, 92, 55, 88, 60].map((held) => [held, 100] as const);
    const calm = steady;
    const lately = [
      [55, 100],
      [60, 100],
      [50, 100],
    ] as const;
    const [ofWild, ofCalm] = [changeOf(seriesOf([...wild, ...lately])), changeOf(seriesOf([...calm, ...lately]))];
    expect(Math.abs(ofWild?.errors ?? 0)).toBeLessThan(leastErrors(1));
    expect(Math.abs(ofCalm?.errors ?? 0)).toBeGreaterThan(leastErrors(300));
  });

  const month = fc
    .integer({ min: 5, max: 60 })
    .chain((expected) => fc.integer({ min: 0, max: expected }).map((held) => [held, expected] as const));
  const twelve = fc.array(month, { minLength: 12, maxLength: 12 });

  it('is finite, within 0 and 100, and of the sign of the difference', () => {
    fc.assert(
      fc.property(twelve, (pairs) => {
        const change = changeOf(seriesOf(pairs));
        if (!change) throw new Error('there is enough to compare');
        expect(Number.isFinite(change.errors)).toBe(true);
        expect(change.now).toBeGreaterThanOrEqual(0);
        expect(change.now).toBeLessThanOrEqual(100);
        expect(Math.sign(change.errors)).toBe(Math.sign(change.now - change.before));
      }),
    );
  });

  it('does not depend on the order of the months inside a side', () => {
    fc.assert(
      fc.property(twelve, (pairs) => {
        const turned = [...pairs.slice(0, 9).toReversed(), ...pairs.slice(9).toReversed()];
        expect(changeOf(seriesOf(turned))?.errors).toBeCloseTo(changeOf(seriesOf(pairs))?.errors ?? Number.NaN, 6);
      }),
    );
  });
});

describe('changesIn', () => {
  it('names the surest first, one of a unit, and no more than asked for', () => {
    const fall = [
      [60, 100],
      [60, 100],
      [60, 100],
    ] as const;
    const deep = [
      [20, 100],
      [20, 100],
      [20, 100],
    ] as const;
    const all = ['a', 'b', 'c', 'd'].flatMap((code, index) => [
      seriesOf([...steady, ...(index % 2 ? deep : fall)], 'held_rate', code),
      seriesOf([...steady, ...fall], 'on_time_rate', code),
    ]);
    expect(changesIn(all, 3).map((change) => [change.unit.code, change.indicatorId])).toEqual([
      ['b', 'held_rate'],
      ['d', 'held_rate'],
      ['a', 'held_rate'],
    ]);
  });

  it('leaves out what is sure and too small to matter', () => {
    const large = steady.map(() => [89_000, 100_000] as const);
    expect(changesIn([seriesOf([...large, [87_000, 100_000], [87_000, 100_000], [87_000, 100_000]])], 3)).toEqual([]);
    const visits = steady.map(() => [100_000, 10_000] as const);
    const few = [
      [105_000, 10_000],
      [105_000, 10_000],
      [105_000, 10_000],
    ] as const;
    expect(changesIn([seriesOf([...visits, ...few], 'visits_per_held_session')], 3)).toEqual([]);
  });

  it('finds a change that was put there, and hardly ever one that was not', () => {
    // numbers of sessions by chance, the same in every run
    let state = 20261126;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const held = (count: number, share: number) =>
      Array.from({ length: count }, random).filter((value) => value < share).length;
    const network = (fallen: number) =>
      Array.from({ length: 40 }, (_, centre) =>
        seriesOf(
          Array.from({ length: 12 }, (_month, index) => {
            const share = centre < fallen && index >= 9 ? 0.4 : 0.85;
            return [held(16, share), 16] as const;
          }),
          'held_rate',
          String(centre),
        ),
      );
    const RUNS = 100;
    let [found, false_] = [0, 0];
    for (let run = 0; run < RUNS; run++) {
      found += changesIn(network(1), 3).some(({ unit: { code } }) => code === '0') ? 1 : 0;
      false_ += changesIn(network(0), 3).length > 0 ? 1 : 0;
    }
    expect(found).toBeGreaterThanOrEqual(95);
    expect(false_).toBeLessThanOrEqual(10);
  });
});
