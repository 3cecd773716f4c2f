import type { Wgs84 } from '@/lib/core/geo';
import { type Bits, countBits, membersOf, nextBit } from './bitset';
import type { Place } from './cursor';
import { type Nearest, nearest, nearestBuffer, type SpatialIndex } from './spatial';

// An order is a row of sections with growing values; within a section rows go by distance where there is an origin,
// else by their number. So every order has one kind of cursor.

export type Section = {
  value: number;
  bits: Bits;
  /** the same set as a list, when it is short enough to be looked through whole */
  members: Int32Array | null;
};

export type Page = { ids: number[]; chords: number[]; last: Place | null; more: boolean };

const SHORT = 600;

/** A section over a set. */
export function sectionOf(value: number, bits: Bits): Section {
  return { value, bits, members: countBits(bits) <= SHORT ? membersOf(bits) : null };
}

/** Splits a set into sections by a value per member, ascending. */
export function sectionsBy(bits: Bits, sectionValue: (id: number) => number): Section[] {
  const lists = new Map<number, number[]>();
  for (let id = nextBit(bits, 0); id >= 0; id = nextBit(bits, id + 1)) {
    const value = sectionValue(id);
    const list = lists.get(value);
    if (list) list.push(id);
    else lists.set(value, [id]);
  }
  return [...lists]
    .sort(([a], [b]) => a - b)
    .map(([value, list]) => {
      if (list.length <= SHORT) return { value, bits, members: Int32Array.from(list) };
      const own = new Uint32Array(bits.length);
      for (const id of list) own[id >>> 5] = (own[id >>> 5] ?? 0) | (1 << (id & 31));
      return { value, bits: own, members: null };
    });
}

let buffer: Nearest = nearestBuffer(64);

/** One page of an order, after a place; `within` is a squared chord, Infinity for no limit. */
export function pageOfOrder(
  index: SpatialIndex,
  sections: readonly Section[],
  { origin, within, limit, after }: { origin: Wgs84 | null; within: number; limit: number; after: Place | null },
): Page {
  const page: Page = { ids: [], chords: [], last: null, more: false };
  // one more than asked for tells whether there is a next page
  if (buffer.ids.length < limit + 1) buffer = nearestBuffer(limit + 1);
  for (const section of sections) {
    if (after && section.value < after.section) continue;
    const here = after && section.value === after.section ? after : null;
    const wanted = limit + 1 - page.ids.length;
    if (origin) {
      const rank = here && { chord: here.key, id: here.id };
      const { bits, members } = section;
      nearest(index, { bits, members, origin, limit: wanted, after: rank, within }, buffer);
    } else inOrder(section, wanted, here?.id ?? -1, buffer);
    if (take(page, section, limit)) break;
  }
  return page;
}

/** Moves what the buffer holds into the page; true when the page is full and one more was seen. */
function take(page: Page, section: Section, limit: number): boolean {
  for (let at = 0; at < buffer.count; at++) {
    if (page.ids.length === limit) {
      page.more = true;
      return true;
    }
    const id = buffer.ids[at] ?? 0;
    const chord = buffer.chords[at] ?? 0;
    page.ids.push(id);
    page.chords.push(chord);
    page.last = { section: section.value, key: chord, id };
  }
  return false;
}

function inOrder({ bits, members }: Section, limit: number, after: number, out: Nearest): void {
  out.count = 0;
  if (members) {
    for (let at = 0; at < members.length && out.count < limit; at++) {
      const id = members[at] ?? 0;
      if (id > after) keep(out, id);
    }
    return;
  }
  for (let id = nextBit(bits, after + 1); id >= 0 && out.count < limit; id = nextBit(bits, id + 1)) keep(out, id);
}

function keep(out: Nearest, id: number): void {
  out.ids[out.count] = id;
  out.chords[out.count] = 0;
  out.count++;
}
