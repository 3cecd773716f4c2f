import { geoMercator, geoPath } from 'd3-geo';
import type { Wgs84 } from '@/lib/core/geo';
import type { MapFrame, MapOutline } from './map-frame';

// Where districts and clinics lie on a dashboard's map: pure.

export type Box = { x: number; y: number; width: number; height: number };

/** The smallest frame around outlines; null around none. */
export function frameOf(outlines: readonly MapOutline[]): MapFrame | null {
  const points = outlines.flatMap(({ polygons }) => polygons.flatMap((polygon) => polygon.flat()));
  if (points.length === 0) return null;
  let frame: MapFrame = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of points)
    frame = {
      west: Math.min(frame.west, lon),
      south: Math.min(frame.south, lat),
      east: Math.max(frame.east, lon),
      north: Math.max(frame.north, lat),
    };
  return frame;
}

export type DrawnDistrict = { code: string; d: string; centre: { x: number; y: number } };

/** Outlines as paths that fill a box of the drawing, and where positions come to lie in it. */
export function layOut(outlines: readonly MapOutline[], frame: MapFrame, box: Box) {
  const projection = geoMercator().fitExtent(
    [
      [box.x, box.y],
      [box.x + box.width, box.y + box.height],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [frame.west, frame.south],
        [frame.east, frame.north],
      ],
    },
  );
  const path = geoPath(projection).digits(1);
  const place = ({ lat, lon }: Wgs84) => {
    const [x = 0, y = 0] = projection([lon, lat]) ?? [];
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  };
  const districts = outlines.map(({ code, polygons }): DrawnDistrict => {
    // a name stands in the largest part, not between islands
    const shapes = polygons.map((polygon) => ({
      type: 'Polygon' as const,
      coordinates: polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
    }));
    const largest = shapes.toSorted((a, b) => path.area(b) - path.area(a))[0];
    const [x, y] = largest ? path.centroid(largest) : [0, 0];
    const d = shapes.map((shape) => path(shape) ?? '').join('');
    return { code, d, centre: { x: Math.round(x), y: Math.round(y) } };
  });
  return { districts, place };
}

/** Half the width and half the height that a name with its value takes, in units of the drawing. */
const NAME = { x: 27, y: 18 };

/** Districts with their names moved down where they would lie on the one above. */
export function namesApart(districts: readonly DrawnDistrict[]): DrawnDistrict[] {
  const kept: DrawnDistrict[] = [];
  for (const district of districts.toSorted((a, b) => a.centre.y - b.centre.y)) {
    const { x } = district.centre;
    let { y } = district.centre;
    const near = kept.filter(({ centre }) => Math.abs(centre.x - x) < NAME.x * 2);
    for (const { centre } of near) if (Math.abs(centre.y - y) < NAME.y * 2) y = centre.y + NAME.y * 2;
    kept.push({ ...district, centre: { x, y } });
  }
  return kept;
}

/** So many shades are told apart at a glance. */
export const SHADES = 5;

/** Limits between shades of as many values each (quantiles); fewer shades where values are few or equal. */
export function shadeLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = Array.from(
    { length: SHADES - 1 },
    (_, index) => sorted[Math.ceil(((index + 1) * sorted.length) / SHADES)],
  );
  const least = sorted[0];
  return [...new Set(limits.filter((limit) => limit !== undefined && least !== undefined && limit > least))].filter(
    (limit) => limit !== undefined,
  );
}

/** Which shade a value has, from 0: the lightest. */
export function shadeOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}
