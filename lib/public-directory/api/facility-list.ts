import { distanceMetres } from '@/lib/core/geo';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import type { Engine, IndexedResult } from '@/lib/public-directory/search/engine';
import { ByteWriter, facilityBytes, matchesBytes, sessionBytes } from './fragments';

const writer = new ByteWriter();

/**
 * The list of facilities as UTF-8 JSON, put together from parts that are made once. Distances are whole metres from
 * the caller's position as given; without one, from the place the question names. The bytes hold until the next call.
 */
export function facilityListBytes(
  engine: Engine,
  query: DirectoryQuery,
  found: IndexedResult,
): Uint8Array<ArrayBuffer> {
  const { indexes, distances, next } = found;
  // a place that the question names decides the order, but how far it is remains the caller's
  const near = found.understanding.origin?.label ? query.near : null;
  writer.reset();
  writer.ascii('{"data":[');
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    const facility = engine.facilityAt(index);
    if (!facility) continue;
    if (at > 0) writer.ascii(',');
    writer.bytes(facilityBytes(facility, () => engine.techniquesOf(index)));
    const session = found.nextExpertSessionOf(index);
    if (session) writer.bytes(sessionBytes(session));
    else writer.ascii('null');
    const metres = near ? distanceMetres(near, facility.position) : distances?.[at];
    if (metres !== undefined) writer.ascii(`,"distanceMetres":${Math.round(metres)}`);
    if (query.q !== null) {
      writer.ascii(',"matches":');
      writer.bytes(matchesBytes(found.matchesOf(index)));
    }
    writer.ascii('}');
  }
  writer.ascii(next === null ? '],"next":null}' : `],"next":${JSON.stringify(next)}}`);
  return writer.written();
}
