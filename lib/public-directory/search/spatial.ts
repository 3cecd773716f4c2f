import KDBush from 'kdbush';
import type { Wgs84 } from '@/lib/core/geo';
import { type Bits, hasBit } from './bitset';

// Nearest members of a set of places. KDBush sorts the places into a kd-tree of flat arrays; the walk below is ours
// because a page must continue exactly after a given place, ties included, and because it runs without allocating.
// Closeness is compared by the squared chord between points on the unit sphere: it grows with great-circle distance,
// and needs no trigonometry per place.

export type SpatialIndex = {
  size: number;
  nodeSize: number;
  /** place at a position of the tree */
  ids: Uint16Array | Uint32Array;
  /** lon, lat in degrees by tree position */
  coords: Float64Array;
  /** unit vectors by tree position, three numbers each */
  treeVectors: Float64Array;
  /** unit vectors by place, three numbers each */
  vectors: Float64Array;
};

/** A place in the order of closeness: squared chord, then number. */
export type Rank = { chord: number; id: number };

/** The best places of one walk, reused between calls. */
export type Nearest = { ids: Int32Array; chords: Float64Array; count: number };

const RAD = Math.PI / 180;
const EARTH_RADIUS_METRES = 6_371_008.8;
const NODE_SIZE = 16;

/** Builds the index over places in the order of their numbers. */
export function buildSpatialIndex(positions: readonly Wgs84[]): SpatialIndex {
  const vectors = new Float64Array(positions.length * 3);
  const empty = positions.length === 0;
  // KDBush refuses an index of nothing
  const tree = new KDBush(Math.max(1, positions.length), NODE_SIZE, Float64Array);
  for (const [id, position] of positions.entries()) {
    tree.add(position.lon, position.lat);
    writeVector(vectors, id * 3, position);
  }
  if (empty) tree.add(0, 0);
  tree.finish();
  const treeVectors = new Float64Array(positions.length * 3);
  for (let at = 0; at < positions.length; at++) {
    const from = (tree.ids[at] ?? 0) * 3;
    treeVectors.set(vectors.subarray(from, from + 3), at * 3);
  }
  return {
    size: positions.length,
    nodeSize: NODE_SIZE,
    ids: tree.ids,
    coords: Float64Array.from(tree.coords),
    treeVectors,
    vectors,
  };
}

function writeVector(target: Float64Array, at: number, { lat, lon }: Wgs84): void {
  const cosLat = Math.cos(lat * RAD);
  target[at] = cosLat * Math.cos(lon * RAD);
  target[at + 1] = cosLat * Math.sin(lon * RAD);
  target[at + 2] = Math.sin(lat * RAD);
}

/** The squared chord that belongs to a great-circle distance in metres. */
export function chordOfMetres(metres: number): number {
  const half = Math.min(Math.PI / 2, metres / EARTH_RADIUS_METRES / 2);
  return 4 * Math.sin(half) ** 2;
}

/** Room for the best `limit` places. */
export function nearestBuffer(limit: number): Nearest {
  return { ids: new Int32Array(limit), chords: new Float64Array(limit), count: 0 };
}

/** One question to the index: which places, from where, how many, after which rank and within which squared chord. */
export type NearestQuery = {
  bits: Bits;
  /** the members of `bits` when they are few, which is faster than the tree */
  members: Int32Array | null;
  origin: Wgs84;
  limit: number;
  after: Rank | null;
  within: number;
};

const origin = new Float64Array(3);

/** Fills `out` with the nearest members of a set, nearest first, equal distances by number. */
export function nearest(index: SpatialIndex, query: NearestQuery, out: Nearest): void {
  out.count = 0;
  if (query.limit === 0 || index.size === 0) return;
  writeVector(origin, 0, query.origin);
  if (query.members) scan(index, query, query.members, out);
  else walk(index, query, out);
}

/** How many members of a set lie within a squared chord of the origin. */
export function countWithin(index: SpatialIndex, bits: Bits, from: Wgs84, within: number): number {
  writeVector(origin, 0, from);
  let count = 0;
  for (let at = 0; at < index.size; at++) {
    if (chordTo(index.treeVectors, at * 3) <= within && hasBit(bits, index.ids[at] ?? 0)) count++;
  }
  return count;
}

/** The numbers of all places within a squared chord of a position, ascending in the tree's order. */
export function placesWithin(index: SpatialIndex, from: Wgs84, within: number): number[] {
  writeVector(origin, 0, from);
  const ids: number[] = [];
  for (let at = 0; at < index.size; at++) {
    if (chordTo(index.treeVectors, at * 3) <= within) ids.push(index.ids[at] ?? 0);
  }
  return ids;
}

function chordTo(vectors: Float64Array, at: number): number {
  const x = (vectors[at] ?? 0) - (origin[0] ?? 0);
  const y = (vectors[at + 1] ?? 0) - (origin[1] ?? 0);
  const z = (vectors[at + 2] ?? 0) - (origin[2] ?? 0);
  return x * x + y * y + z * z;
}

function scan(index: SpatialIndex, query: NearestQuery, members: Int32Array, out: Nearest): void {
  for (let at = 0; at < members.length; at++) {
    const id = members[at] ?? 0;
    offer(out, query, chordTo(index.vectors, id * 3), id);
  }
}

const MAX_DEPTH = 64;
const stackLeft = new Int32Array(MAX_DEPTH);
const stackRight = new Int32Array(MAX_DEPTH);
const stackAxis = new Uint8Array(MAX_DEPTH);
const stackBound = new Float64Array(MAX_DEPTH);

/** Depth first, the nearer half before the other, which is skipped when its bound is beyond the worst place kept. */
function walk(index: SpatialIndex, query: NearestQuery, out: Nearest): void {
  const { ids, coords, treeVectors, nodeSize } = index;
  const { lat, lon } = query.origin;
  const cosLat = Math.cos(lat * RAD);
  let depth = 1;
  stackLeft[0] = 0;
  stackRight[0] = index.size - 1;
  stackAxis[0] = 0;
  stackBound[0] = 0;
  while (depth > 0) {
    depth--;
    if ((stackBound[depth] ?? 0) > worst(out, query)) continue;
    let left = stackLeft[depth] ?? 0;
    let right = stackRight[depth] ?? 0;
    let axis = stackAxis[depth] ?? 0;
    while (right - left > nodeSize) {
      const middle = (left + right) >> 1;
      visit(ids, treeVectors, middle, query, out);
      const gap = axis === 0 ? lon - (coords[2 * middle] ?? 0) : lat - (coords[2 * middle + 1] ?? 0);
      stackBound[depth] = axis === 0 ? meridianBound(gap, cosLat) : parallelBound(gap);
      stackAxis[depth] = 1 - axis;
      if (gap <= 0) {
        stackLeft[depth] = middle + 1;
        stackRight[depth] = right;
        right = middle - 1;
      } else {
        stackLeft[depth] = left;
        stackRight[depth] = middle - 1;
        left = middle + 1;
      }
      axis = 1 - axis;
      depth++;
    }
    for (let at = left; at <= right; at++) visit(ids, treeVectors, at, query, out);
  }
}

/** Squared chord to the nearest point beyond a parallel; a little less, so that rounding never hides a place. */
function parallelBound(degrees: number): number {
  const half = Math.sin((degrees * RAD) / 2);
  return 4 * half * half * 0.999999999;
}

/** Squared chord to the nearest point beyond a meridian; none where the way round the other side may be shorter. */
function meridianBound(degrees: number, cosLat: number): number {
  if (Math.abs(degrees) > 60) return 0;
  const sine = cosLat * Math.sin(degrees * RAD);
  // 2(1 − cos), written so that small gaps keep their digits
  return ((2 * sine * sine) / (1 + Math.sqrt(1 - sine * sine))) * 0.999999999;
}

function visit(
  ids: Uint16Array | Uint32Array,
  treeVectors: Float64Array,
  at: number,
  query: NearestQuery,
  out: Nearest,
): void {
  const id = ids[at] ?? 0;
  if (hasBit(query.bits, id)) offer(out, query, chordTo(treeVectors, at * 3), id);
}

function worst(out: Nearest, query: NearestQuery): number {
  return out.count < query.limit ? query.within : (out.chords[out.count - 1] ?? 0);
}

/** Keeps a place when it is after the cursor and among the best so far. */
function offer(out: Nearest, query: NearestQuery, chord: number, id: number): void {
  const { after, limit } = query;
  if (chord > worst(out, query)) return;
  if (after && (chord < after.chord || (chord === after.chord && id <= after.id))) return;
  const { ids, chords } = out;
  let at = out.count < limit ? out.count : limit - 1;
  if (out.count >= limit && chord === chords[at] && id > (ids[at] ?? 0)) return;
  while (at > 0) {
    const before = chords[at - 1] ?? 0;
    if (before < chord || (before === chord && (ids[at - 1] ?? 0) < id)) break;
    chords[at] = before;
    ids[at] = ids[at - 1] ?? 0;
    at--;
  }
  chords[at] = chord;
  ids[at] = id;
  if (out.count < limit) out.count++;
}
