import { distanceMetres } from '@/lib/core/geo';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import type { Engine, IndexedResult } from '@/lib/public-directory/search/engine';
import { ByteWriter } from './byte-writer';
import { fragmentsOf } from './fragments';

const OPENING = Buffer.from('{"data":[');
const COMMA = 44;
const DISTANCE = Buffer.from(',"distanceMetres":');
const MATCHES = Buffer.from(',"matches":');
const ROW_END = 125;
const LAST_PAGE = Buffer.from('],"next":null}');

const writer = new ByteWriter();

/**
 * The list of facilities as UTF-8 JSON, put together from parts that are made once. Distances are whole metres from
 * the caller's position as given; without one, from the place the question names.
 */
export function facilityListBytes(
  engine: Engine,
  query: DirectoryQuery,
  found: IndexedResult,
): Uint8Array<ArrayBuffer> {
  const { indexes, distances, next } = found;
  const fragments = fragmentsOf(engine);
  // a place that the question names decides the order, but how far it is remains the caller's
  const near = found.understanding.origin?.label ? query.near : null;
  const asked = query.q !== null;
  writer.begin();
  writer.bytes(OPENING);
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    if (at > 0) writer.byte(COMMA);
    writer.bytes(fragments.facility(index));
    writer.bytes(fragments.session(found.nextExpertSessionOf(index)));
    const position = near && engine.facilityAt(index)?.position;
    const metres = near && position ? distanceMetres(near, position) : distances?.[at];
    if (metres !== undefined) {
      writer.bytes(DISTANCE);
      writer.wholeNumber(Math.round(metres));
    }
    if (asked) {
      writer.bytes(MATCHES);
      writer.bytes(fragments.matches(found.matchesOf(index)));
    }
    writer.byte(ROW_END);
  }
  writer.bytes(next === null ? LAST_PAGE : Buffer.from(`],"next":${JSON.stringify(next)}}`));
  return writer.written();
}
