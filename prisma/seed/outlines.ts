import { distanceMetres, type Wgs84, wgs84 } from '@/lib/core/geo';
import type { Random } from './random';
import type { Outline } from './reference';

type Ring = [number, number][];

/** Even-odd rule: a ray to the east crosses the ring an odd number of times when the point is inside. */
function insideRing(ring: Ring, { lat, lon }: Wgs84): boolean {
  let inside = false;
  let [beforeLon, beforeLat] = ring[ring.length - 1] ?? [0, 0];
  for (const [nextLon, nextLat] of ring) {
    const straddles = nextLat > lat !== beforeLat > lat;
    if (straddles && lon < ((beforeLon - nextLon) * (lat - nextLat)) / (beforeLat - nextLat) + nextLon)
      inside = !inside;
    [beforeLon, beforeLat] = [nextLon, nextLat];
  }
  return inside;
}

/** Whether a point lies inside a district's outline (and in none of its holes). */
export function insideOutline({ polygons }: Outline, point: Wgs84): boolean {
  return polygons.some(
    ([outside, ...holes]) => outside && insideRing(outside, point) && !holes.some((hole) => insideRing(hole, point)),
  );
}

const METRES_PER_DEGREE = 111_195;

/** A point at a distance (metres) and bearing (radians from north) on a locally flat earth, to six decimals. */
function moved({ lat, lon }: Wgs84, metres: number, bearing: number): Wgs84 {
  const north = (metres * Math.cos(bearing)) / METRES_PER_DEGREE;
  const east = (metres * Math.sin(bearing)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return wgs84(round(lat + north), round(lon + east));
}

export type Wish = {
  outline: Outline;
  around: Wgs84;
  /** the farthest the point may lie from `around` */
  metres: number;
  /** what else the point must satisfy; given up, last of all, when no point can be found */
  accept?: (point: Wgs84) => boolean;
};

const TRIES = 60;

/**
 * A point spread evenly over the disc around a place, inside the district; the disc shrinks while none is found.
 * @throws Error when even the place itself is outside its district.
 */
export function pointNear(random: Random, { outline, around, metres, accept = () => true }: Wish): Wgs84 {
  for (const fits of [accept, () => true])
    for (let radius = metres; radius > 30; radius /= 2)
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const point = moved(around, radius * Math.sqrt(random.fraction()), 2 * Math.PI * random.fraction());
        if (insideOutline(outline, point) && fits(point)) return point;
      }
  throw new Error(`No point of the district near ${around.lat}, ${around.lon}`);
}

/** Points seen so far on a grid, to keep new ones at a distance. */
export class Crowd {
  private readonly cells = new Map<string, Wgs84[]>();
  constructor(private readonly metres: number) {}

  private cell({ lat, lon }: Wgs84): [number, number] {
    const size = this.metres / METRES_PER_DEGREE;
    // a degree of longitude is shorter than one of latitude, so these cells are a little narrow: look two aside
    return [Math.floor(lat / size), Math.floor(lon / size)];
  }

  hasRoomFor(point: Wgs84): boolean {
    const [row, column] = this.cell(point);
    for (let north = -1; north <= 1; north++)
      for (let east = -2; east <= 2; east++)
        for (const other of this.cells.get(`${row + north}/${column + east}`) ?? [])
          if (distanceMetres(point, other) < this.metres) return false;
    return true;
  }

  add(point: Wgs84): void {
    const key = this.cell(point).join('/');
    const cell = this.cells.get(key);
    if (cell) cell.push(point);
    else this.cells.set(key, [point]);
  }
}
