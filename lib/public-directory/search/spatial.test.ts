import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceMetres, type Wgs84, wgs84 } from '@/lib/core/geo';
import { addBit, countBits, emptyBits, hasBit, intersect, membersOf, nextBit } from './bitset';
import { buildSpatialIndex, chordOfMetres, nearest, nearestBuffer, placesWithin } from './spatial';

const position = fc
  .tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -18000, max: 18000 }))
  .map(([lat, lon]) => wgs84(lat / 100, lon / 100));
const local = fc
  .tuple(fc.integer({ min: 3100, max: 3120 }), fc.integer({ min: 12140, max: 12160 }))
  .map(([lat, lon]) => wgs84(lat / 100, lon / 100));

describe('nearest places', () => {
  test('the tree and the list agree with measuring everything, ties by number, pages included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(position, local, local, local), { maxLength: 300 }),
        fc.oneof(position, local),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (places, origin, limit, every) => {
          const index = buildSpatialIndex(places);
          const bits = emptyBits(places.length);
          for (let id = 0; id < places.length; id += every) addBit(bits, id);
          const whole = nearestBuffer(places.length + 1);
          const query = { bits, origin, after: null, within: Number.POSITIVE_INFINITY };
          nearest(index, { ...query, members: null, limit: places.length + 1 }, whole);
          const order = [...whole.ids.subarray(0, whole.count)];
          expect(order.length).toBe(countBits(bits));
          for (let at = 1; at < order.length; at++)
            expect(metres(places, origin, order[at])).toBeGreaterThan(metres(places, origin, order[at - 1]) - 1e-3);
          const paged: number[] = [];
          const page = nearestBuffer(limit);
          let after: { chord: number; id: number } | null = null;
          do {
            const members: Int32Array | null = paged.length % 2 === 0 ? null : membersOf(bits);
            nearest(index, { ...query, members, limit, after }, page);
            paged.push(...page.ids.subarray(0, page.count));
            after = { chord: page.chords[page.count - 1] ?? 0, id: page.ids[page.count - 1] ?? 0 };
          } while (page.count === limit);
          expect(paged).toEqual(order);
        },
      ),
    );
  });

  test('a radius takes exactly the places within it', () => {
    fc.assert(
      fc.property(
        fc.array(local, { maxLength: 200 }),
        local,
        fc.integer({ min: 1, max: 30_000 }),
        (places, from, radius) => {
          const found = placesWithin(buildSpatialIndex(places), from, chordOfMetres(radius)).sort((a, b) => a - b);
          const sure = (slack: number) =>
            places.flatMap((place, id) => (distanceMetres(from, place) <= radius + slack ? [id] : []));
          for (const id of sure(-1e-3)) expect(found).toContain(id);
          for (const id of found) expect(sure(1e-3)).toContain(id);
        },
      ),
    );
  });

  function metres(places: readonly Wgs84[], origin: Wgs84, id: number | undefined): number {
    const place = places[id ?? -1];
    return place ? distanceMetres(origin, place) : Number.NaN;
  }
});

describe('sets', () => {
  test('behave like sets of numbers', () => {
    const size = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(size, fc.array(fc.nat(199)), fc.array(fc.nat(199)), (length, some, others) => {
        const a = new Set(some.filter((each) => each < length));
        const b = new Set(others.filter((each) => each < length));
        const bitsA = setOf(length, a);
        const bitsB = setOf(length, b);
        const ascending = (set: Iterable<number>) => [...set].sort((x, y) => x - y);
        expect([...membersOf(bitsA)]).toEqual(ascending(a));
        expect([...membersOf(intersect(bitsA, bitsB))]).toEqual(ascending([...a].filter((each) => b.has(each))));
        for (let id = 0; id < length; id++) expect(hasBit(bitsA, id)).toBe(a.has(id));
        expect(nextBit(bitsA, 0)).toBe(ascending(a)[0] ?? -1);
      }),
    );
  });
});

function setOf(size: number, members: Iterable<number>) {
  const bits = emptyBits(size);
  for (const member of members) addBit(bits, member);
  return bits;
}
