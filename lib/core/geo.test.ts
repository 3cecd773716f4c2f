import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarse, convert, distanceMetres, regionOf, walkingMinutes, wgs84 } from './geo';

const inShanghai = fc
  .tuple(fc.double({ min: 30.7, max: 31.8, noNaN: true }), fc.double({ min: 120.9, max: 122.2, noNaN: true }))
  .map(([lat, lon]) => wgs84(lat, lon));

describe('positions', () => {
  it('shifts Chinese datums by the known few hundred metres', () => {
    const square = wgs84(31.23, 121.473);
    const gcj = convert(square, 'gcj02');
    expect(distanceMetres(square, wgs84(gcj.lat, gcj.lon))).toBeGreaterThan(300);
    expect(distanceMetres(square, wgs84(gcj.lat, gcj.lon))).toBeLessThan(700);
  });

  it('comes back from every datum within two metres', () => {
    fc.assert(
      fc.property(inShanghai, fc.constantFrom('gcj02' as const, 'bd09' as const), (position, datum) => {
        const back = convert(convert(position, datum), 'wgs84');
        expect(distanceMetres(position, back)).toBeLessThan(2);
      }),
    );
  });

  it('measures a known distance: one degree of latitude is 111.2 km', () => {
    expect(distanceMetres(wgs84(31, 121), wgs84(32, 121))).toBeCloseTo(111_195, -1);
    expect(distanceMetres(wgs84(31, 121), wgs84(31, 121))).toBe(0);
  });

  it('keeps a resident to about a hundred metres', () => {
    expect(coarse(wgs84(31.234567, 121.987654))).toEqual(wgs84(31.235, 121.988));
  });

  it('counts walking minutes, at least one', () => {
    expect(walkingMinutes(0)).toBe(1);
    expect(walkingMinutes(600)).toBe(13);
  });

  it('tells Shanghai, China and abroad apart', () => {
    expect(regionOf(wgs84(31.2, 121.5))).toBe('shanghai');
    expect(regionOf(wgs84(39.9, 116.4))).toBe('china');
    expect(regionOf(wgs84(51.5, -0.1))).toBe('abroad');
  });
});
