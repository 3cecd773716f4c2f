import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wgs84 } from '@/lib/core/geo';
import { frameOf, layOut, namesApart, SHADES, shadeLimits, shadeOf } from './district-map-layout';

const square = (code: string, lon: number, lat: number, size = 0.1) => ({
  code,
  polygons: [
    [
      [
        [lon, lat],
        [lon, lat + size],
        [lon + size, lat + size],
        [lon + size, lat],
        [lon, lat],
      ] as [number, number][],
    ],
  ],
});

describe('frameOf', () => {
  it('is the smallest around all outlines, and nothing around none', () => {
    expect(frameOf([square('a', 121, 31), square('b', 121.5, 30.8)])).toEqual({
      west: 121,
      south: 30.8,
      east: 121.6,
      north: 31.1,
    });
    expect(frameOf([])).toBeNull();
  });
});

describe('layOut', () => {
  it('puts every outline and position into the box, north above', () => {
    const outlines = [square('a', 121, 31), square('b', 121.5, 30.8)];
    const box = { x: 10, y: 20, width: 200, height: 300 };
    const frame = frameOf(outlines);
    if (!frame) throw new Error('there are outlines');
    const { districts, place } = layOut(outlines, frame, box);
    expect(districts.map(({ code }) => code)).toEqual(['a', 'b']);
    for (const { centre, d } of districts) {
      expect(d).toMatch(/^M/);
      expect(centre.x).toBeGreaterThanOrEqual(box.x);
      expect(centre.x).toBeLessThanOrEqual(box.x + box.width);
    }
    const [north, south] = [place(wgs84(31.1, 121)), place(wgs84(30.8, 121))];
    expect(north.y).toBeLessThan(south.y);
    expect(south.y).toBeLessThanOrEqual(box.y + box.height);
  });
});

describe('namesApart', () => {
  it('moves a name down from under another, and leaves those that have room', () => {
    const at = (code: string, x: number, y: number) => ({ code, d: '', centre: { x, y } });
    const moved = namesApart([at('b', 110, 105), at('a', 100, 100), at('c', 300, 102)]);
    expect(moved.map(({ code, centre }) => [code, centre.x, centre.y])).toEqual([
      ['a', 100, 100],
      ['c', 300, 102],
      ['b', 110, 136],
    ]);
  });
});

describe('shades', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 });

  it('rise with the value, the least has the lightest, and there are at most five', () => {
    fc.assert(
      fc.property(values, (list) => {
        const limits = shadeLimits(list);
        expect(limits.length).toBeLessThan(SHADES);
        const sorted = [...list].sort((a, b) => a - b);
        const shades = sorted.map((value) => shadeOf(value, limits));
        expect(shades).toEqual([...shades].sort((a, b) => a - b));
        if (sorted[0] !== undefined) expect(shadeOf(sorted[0], limits)).toBe(0);
      }),
    );
  });

  it('are one where all values are the same, and as many values each otherwise', () => {
    expect(shadeLimits([7, 7, 7])).toEqual([]);
    const limits = shadeLimits(Array.from({ length: 15 }, (_, index) => index));
    expect(limits).toEqual([3, 6, 9, 12]);
  });
});
