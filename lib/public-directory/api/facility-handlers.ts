import type { PlainAnswer, PlainRequest } from '@/lib/core/direct-answers';
import { facilityDetail } from '@/lib/public-directory/facility-views';
import { nextSessionOfPlace } from '@/lib/public-directory/place-views';
import { isSearchCursor } from '@/lib/public-directory/search/cursor';
import type { Snapshot } from '@/lib/public-directory/snapshot';
import { facilityListBytes } from './facility-list';
import { facilityQuery } from './facility-query';
import { badCursor, refuseParameters, unknownId } from './network-handlers';
import { facilityDetailJson } from './present';
import { badParameters } from './problem';
import { queryOf } from './query-string';
import { type DirectoryHandler, freshnessOf, jsonAnswer } from './respond';

const EMPTY = '{"data":[],"next":null}';

/**
 * Answers a question about facilities. The caller's position is used as given, because a distance that is up to 70 m
 * wrong helps nobody; it is neither kept nor logged, and the answer stays out of shared caches.
 */
export function listFacilities(snapshot: Snapshot, request: PlainRequest, instant: Date): PlainAnswer {
  const parsed = facilityQuery(snapshot, queryOf(request.url));
  if (!parsed.ok) return badParameters(parsed.errors);
  const query = parsed.value;
  if (query.cursor !== null && !isSearchCursor(query.cursor)) return badCursor();
  return jsonAnswer(request, freshnessOf(snapshot, instant), query.near ? 'caller' : 'everyone', () => {
    const found = snapshot.engine.searchIndexes(query, instant);
    // pages loosen a question that finds nothing and say so; a program asked exactly and is answered exactly
    return found.relaxed.length > 0 ? EMPTY : facilityListBytes(snapshot.engine, query, found);
  });
}

/** One facility, closed ones too: their status says so. */
export const getFacility: DirectoryHandler = (directory, request, instant, id) => {
  const refused = refuseParameters(request);
  if (refused) return refused;
  const detail = facilityDetail(directory, id, instant);
  if (!detail) return unknownId('facility');
  return jsonAnswer(request, freshnessOf(directory, instant), 'everyone', () =>
    JSON.stringify(facilityDetailJson(detail, nextSessionOfPlace(directory, id, instant))),
  );
};
