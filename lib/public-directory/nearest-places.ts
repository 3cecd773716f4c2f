import type { Wgs84 } from '@/lib/core/geo';
import type { Directory, DirectoryIndex } from './directory-index';
import { byDistance, namedPlace } from './place-views';
import type { FacilityRecord } from './records-schema';
import type { NamedPlace } from './views-schema';

/** Cells of about 2.2 km by 1.9 km at Shanghai's latitude, in degrees. */
const CELL = 0.02;
/** How far to look, in cells around the place's own: up to about 30 km. */
const RINGS = [1, 2, 4, 8, 16] as const;

type Grid = ReadonlyMap<string, readonly FacilityRecord[]>;
const grids = new WeakMap<DirectoryIndex, Grid>();

/** The nearest operating places other than a given one, nearest first, within about 30 km. */
export function nearestOthers(directory: Directory, { id, position }: FacilityRecord, limit: number): NamedPlace[] {
  const grid = gridOf(directory);
  let found: NamedPlace[] = [];
  for (const ring of RINGS) {
    // a place in the corner of the square may be farther than one just outside its side
    const certainMetres = ring * CELL * 95_000;
    found = around(grid, position, ring)
      .filter((other) => other.id !== id && other.status === 'operating')
      .map((other) => namedPlace(other, position))
      .sort(byDistance)
      .slice(0, limit);
    const farthest = found.at(-1);
    if (found.length === limit && farthest && farthest.distanceMetres <= certainMetres) break;
  }
  return found;
}

function gridOf({ index, records }: Directory): Grid {
  const known = grids.get(index);
  if (known) return known;
  const grid = new Map<string, FacilityRecord[]>();
  for (const facility of records.facilities) {
    const key = keyOf(cell(facility.position.lat), cell(facility.position.lon));
    const group = grid.get(key);
    if (group) group.push(facility);
    else grid.set(key, [facility]);
  }
  grids.set(index, grid);
  return grid;
}

function around(grid: Grid, { lat, lon }: Wgs84, ring: number): FacilityRecord[] {
  const found: FacilityRecord[] = [];
  for (let row = cell(lat) - ring; row <= cell(lat) + ring; row += 1)
    for (let column = cell(lon) - ring; column <= cell(lon) + ring; column += 1)
      found.push(...(grid.get(keyOf(row, column)) ?? []));
  return found;
}

function cell(degrees: number): number {
  return Math.floor(degrees / CELL);
}

function keyOf(row: number, column: number): string {
  return `${row}/${column}`;
}
