import KDBush from 'kdbush';
import type { Wgs84 } from '@/lib/core/geo';
import { type Bits, hasBit } from './bitset';

// Nearest members of a set of places. KDBush sorts the places into a kd-tree of flat arrays; the walk below is ours
// because a page must continue exactly after a given place, ties included, and because it runs without allocating.
// Closeness is compared by the squared chord between points on the unit sphere: it grows with great-circle distance,
// needs no trigonometry, and boxes in space bound it anywhere on Earth.

export type SpatialIndex = {
  size: number;
  /** place at a position of the tree */
  ids: Uint16Array | Uint32Array;
  /** unit vectors by tree position, three numbers each */
  treeVectors: Float64Array;
  /** unit vectors by place, three numbers each */
  vectors: Float64Array;
  /** the box in space around each stretch of the tree, by the middle of the stretch: three minima, three maxima */
  boxes: Float64Array;
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
  const size = positions.length;
  const vectors = new Float64Array(size * 3);
  // KDBush refuses an index of nothing
  const tree = new KDBush(Math.max(1, size), NODE_SIZE, Float64Array);
  for (const [id, position] of positions.entries()) {
    tree.add(position.lon, position.lat);
    writeVector(vectors, id * 3, position);
  }
  if (size === 0) tree.add(0, 0);
  tree.finish();
  const treeVectors = new Float64Array(size * 3);
  for (let at = 0; at < size; at++) {
    const from = (tree.ids[at] ?? 0) * 3;
    treeVectors.set(vectors.subarray(from, from + 3), at * 3);
  }
  const boxes = new Float64Array(size * 6);
  writeBoxes(treeVectors, boxes, 0, size - 1);
  return { size, ids: tree.ids, treeVectors, vectors, boxes };
}

function writeVector(target: Float64Array, at: number, { lat, lon }: Wgs84): void {
  const cosLat = Math.cos(lat * RAD);
  target[at] = cosLat * Math.cos(lon * RAD);
  target[at + 1] = cosLat * Math.sin(lon * RAD);
  target[at + 2] = Math.sin(lat * RAD);
}

/** A stretch of the tree is its middle and the two stretches beside it, down to the size of a leaf. */
function writeBoxes(treeVectors: Float64Array, boxes: Float64Array, left: number, right: number): void {
  if (left > right) return;
  const middle = (left + right) >> 1;
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = left; at <= right; at++) {
      const value = treeVectors[at * 3 + axis] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    boxes[middle * 6 + axis] = low;
    boxes[middle * 6 + 3 + axis] = high;
  }
  if (right - left <= NODE_SIZE) return;
  writeBoxes(treeVectors, boxes, left, middle - 1);
  writeBoxes(treeVectors, boxes, middle + 1, right);
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

/** The numbers of all places within a squared chord of a position, in no particular order. */
export function placesWithin(index: SpatialIndex, from: Wgs84, within: number): number[] {
  writeVector(origin, 0, from);
  const found: number[] = [];
  collect(index, within, 0, index.size - 1, found);
  return found;
}

function collect(index: SpatialIndex, within: number, left: number, right: number, found: number[]): void {
  if (left > right) return;
  const middle = (left + right) >> 1;
  if (boxBound(index.boxes, middle) > within) return;
  const leaf = right - left <= NODE_SIZE;
  const first = leaf ? left : middle;
  const last = leaf ? right : middle;
  for (let at = first; at <= last; at++)
    if (chordTo(index.treeVectors, at * 3) <= within) found.push(index.ids[at] ?? 0);
  if (leaf) return;
  collect(index, within, left, middle - 1, found);
  collect(index, within, middle + 1, right, found);
}

function chordTo(vectors: Float64Array, at: number): number {
  const x = (vectors[at] ?? 0) - (origin[0] ?? 0);
  const y = (vectors[at + 1] ?? 0) - (origin[1] ?? 0);
  const z = (vectors[at + 2] ?? 0) - (origin[2] ?? 0);
  return x * x + y * y + z * z;
}

/** The squared chord below which no point of a box lies. */
function boxBound(boxes: Float64Array, middle: number): number {
  let sum = 0;
  for (let axis = 0; axis < 3; axis++) {
    const value = origin[axis] ?? 0;
    const low = boxes[middle * 6 + axis] ?? 0;
    const high = boxes[middle * 6 + 3 + axis] ?? 0;
    const gap = value < low ? low - value : value > high ? value - high : 0;
    sum += gap * gap;
  }
  return sum;
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
const stackBound = new Float64Array(MAX_DEPTH);

/** Depth first, the nearer half before the other, which is skipped when its box is beyond the worst place kept. */
function walk(index: SpatialIndex, query: NearestQuery, out: Nearest): void {
  const { boxes } = index;
  let depth = 1;
  stackLeft[0] = 0;
  stackRight[0] = index.size - 1;
  stackBound[0] = 0;
  while (depth > 0) {
    depth--;
    if ((stackBound[depth] ?? 0) > worst(out, query)) continue;
    let left = stackLeft[depth] ?? 0;
    let right = stackRight[depth] ?? 0;
    while (right - left > NODE_SIZE) {
      const middle = (left + right) >> 1;
      visit(index, middle, query, out);
      const before = boxBound(boxes, (left + middle - 1) >> 1);
      const after = boxBound(boxes, (middle + 1 + right) >> 1);
      const firstIsNearer = before <= after;
      stackBound[depth] = firstIsNearer ? after : before;
      stackLeft[depth] = firstIsNearer ? middle + 1 : left;
      stackRight[depth] = firstIsNearer ? right : middle - 1;
      depth++;
      if (firstIsNearer) right = middle - 1;
      else left = middle + 1;
      if ((firstIsNearer ? before : after) > worst(out, query)) {
        left = right + 1;
        break;
      }
    }
    for (let at = left; at <= right; at++) visit(index, at, query, out);
  }
}

function visit(index: SpatialIndex, at: number, query: NearestQuery, out: Nearest): void {
  const id = index.ids[at] ?? 0;
  if (hasBit(query.bits, id)) offer(out, query, chordTo(index.treeVectors, at * 3), id);
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
