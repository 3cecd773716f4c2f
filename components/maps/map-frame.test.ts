import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres, wgs84 } from '@/lib/core/geo';
import { frameAround, inShape, isInFrame, placeLabels, scaleMetres } from './map-frame';

const position = fc
  .record({
    lat: fc.double({ min: 30.6, max: 31.9, noNaN: true }),
    lon: fc.double({ min: 120.8, max: 122, noNaN: true }),
  })
  .map(({ lat, lon }) => wgs84(lat, lon));

describe('frameAround', () => {
  it('holds every point, also after it is given the shape of a picture', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 1, maxLength: 11 }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (all, shape) => {
          const frame = frameAround(all);
          const shaped = inShape(frame, shape);
          for (const one of all) {
            expect(isInFrame(one, frame)).toBe(true);
            expect(isInFrame(one, shaped)).toBe(true);
          }
        },
      ),
    );
  });

  it('is at least 1.6 km wide and high', () => {
    const frame = frameAround([wgs84(31.2, 121.4)]);
    const width = distanceMetres(wgs84(31.2, frame.west), wgs84(31.2, frame.east));
    const height = distanceMetres(wgs84(frame.south, 121.4), wgs84(frame.north, 121.4));
    expect(width).toBeCloseTo(1600, -1);
    expect(height).toBeCloseTo(1600, -1);
  });
});

describe('scaleMetres', () => {
  it('is a round length that fits', () => {
    const frame = frameAround([wgs84(31.2, 121.4)]);
    expect(scaleMetres(frame, 0.3)).toBe(200);
    expect(scaleMetres(inShape(frame, 2), 0.4)).toBe(1000);
  });
});

describe('placeLabels', () => {
  const at = (item: string, x: number, y: number) => ({ item, x, y });

  it('leaves out what would cover a point or another label, and keeps the order', () => {
    const kept = placeLabels(
      [at('a', 100, 100), at('b', 105, 103), at('c', 300, 100), at('d', 200, 200), at('e', 20, 20)],
      [{ x: 300, y: 104 }],
      { x: 40, y: 12 },
      2,
    );
    expect(kept.map(({ item }) => item)).toEqual(['a', 'd']);
  });
});
