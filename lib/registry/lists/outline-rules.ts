import { type Wgs84, wgs84 } from '@/lib/core/geo';

// Whether a place lies in its district, as far as the schematic outlines can tell.

type Ring = readonly (readonly [number, number])[];
export type Polygons = readonly (readonly Ring[])[];

/** The outlines are drawn to about 100 m; what is this near to one counts as inside (ours). */
const TOLERANCE_DEGREES = 0.003;
const AROUND = [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => ({ north, east })));

/** Even-odd rule: a ray to the east crosses the ring an odd number of times when the point is inside. */
function insideRing(ring: Ring, { lat, lon }: Wgs84): boolean {
  let inside = false;
  let [beforeLon, beforeLat] = ring.at(-1) ?? [0, 0];
  for (const [nextLon, nextLat] of ring) {
    const straddles = nextLat > lat !== beforeLat > lat;
    if (straddles && lon < ((beforeLon - nextLon) * (lat - nextLat)) / (beforeLat - nextLat) + nextLon)
      inside = !inside;
    [beforeLon, beforeLat] = [nextLon, nextLat];
  }
  return inside;
}

/** Whether a position lies inside polygons, or within some 300 metres of them. */
export function liesInside(polygons: Polygons, { lat, lon }: Wgs84): boolean {
  return AROUND.some(({ north, east }) => {
    const point = wgs84(lat + north * TOLERANCE_DEGREES, lon + east * TOLERANCE_DEGREES);
    return polygons.some(
      ([outside, ...holes]) => outside && insideRing(outside, point) && !holes.some((hole) => insideRing(hole, point)),
    );
  });
}
