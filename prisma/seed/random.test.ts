import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, openRandom } from './random';

describe('openRandom', () => {
  it('repeats itself for the same seed and name, and for no other', () => {
    const draw = (seed: number, name: string) => {
      const random = openRandom(seed, name);
      return Array.from({ length: 20 }, () => random.fraction());
    };
    expect(draw(7, 'stations')).toEqual(draw(7, 'stations'));
    expect(draw(7, 'stations')).not.toEqual(draw(8, 'stations'));
    expect(draw(7, 'stations')).not.toEqual(draw(7, 'centres'));
  });

  it('spreads evenly: a thousandfold draw fills tenths about equally', () => {
    const random = openRandom(1, 'tenths');
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) tenths[random.whole(0, 9)] = (tenths[random.whole(0, 9)] ?? 0) + 1;
    for (const count of tenths) expect(count).toBeGreaterThan(700);
  });

  it('samples different elements, the heavier more often, and never more than there are', () => {
    const random = openRandom(3, 'sample');
    const list = ['light', 'heavy', 'middle'];
    let heavyFirst = 0;
    for (let round = 0; round < 500; round++) {
      const [first] = random.sample(list, 1, (item) => (item === 'heavy' ? 8 : 1));
      if (first === 'heavy') heavyFirst += 1;
    }
    expect(heavyFirst).toBeGreaterThan(350);
    expect(new Set(random.sample(list, 9)).size).toBe(3);
  });
});

describe('apportion', () => {
  it('adds up to the total, each part within one of its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const parts = apportion(total, weights);
          const sum = weights.reduce((left, right) => left + right, 0);
          expect(parts.reduce((left, right) => left + right, 0)).toBe(total);
          for (const [index, part] of parts.entries())
            expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThan(1);
        },
      ),
    );
  });
});
