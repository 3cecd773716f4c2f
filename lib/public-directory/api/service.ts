import 'server-only';
import { currentSnapshot, type Snapshot, snapshotAtHand } from '@/lib/public-directory/snapshot';
import { isDirectoryUnavailable } from '@/lib/public-directory/unavailable';
import { guarded } from './guard';
import { openHeaders, problem, problemResponse } from './problem';

// Joins the handlers to the process's snapshot: with one in memory nothing waits.

type IdContext = { params: Promise<{ id: string }> };
type SnapshotHandler = (snapshot: Snapshot, request: Request, instant: Date, id: string) => Response;

function withSnapshot(answer: (snapshot: Snapshot) => Response): Response | Promise<Response> {
  const snapshot = snapshotAtHand();
  if (snapshot) return answer(snapshot);
  return currentSnapshot().then(answer, (error: unknown) => {
    if (!isDirectoryUnavailable(error)) throw error;
    return problemResponse(problem(503, 'The directory cannot be read at the moment.'), {
      'retry-after': String(error.retryAfterSeconds),
    });
  });
}

/** A route without an id, answered from the snapshot. */
export function directoryRoute(handler: SnapshotHandler) {
  return guarded((request, _context, instant) => withSnapshot((snapshot) => handler(snapshot, request, instant, '')));
}

/** A route with `[id]` in its address, answered from the snapshot. */
export function directoryRouteById(handler: SnapshotHandler) {
  return guarded<IdContext>(async (request, { params }, instant) => {
    const { id } = await params;
    return await withSnapshot((snapshot) => handler(snapshot, request, instant, id));
  });
}

/** An empty list: the way here and back, and what benchmarks measure the framework by. */
export function ping(): Response {
  return new Response('{"data":[],"next":null}', { headers: openHeaders('application/json', 'no-store') });
}

/** The answer under /api/v1 where no route is. */
export function unknownAddress(): Response {
  return problemResponse(problem(404, 'There is nothing at this address; see /api/v1/openapi.json.'));
}
