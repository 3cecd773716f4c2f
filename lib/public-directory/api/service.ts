import 'server-only';
import type { PlainAnswer, PlainRequest } from '@/lib/core/direct-answers';
import { currentSnapshot, type Snapshot, snapshotAtHand } from '@/lib/public-directory/snapshot';
import { isDirectoryUnavailable } from '@/lib/public-directory/unavailable';
import type { Handler } from './guard';
import { openHeaders, problem, problemAnswer } from './problem';

// Joins the handlers to the process's snapshot: with one in memory nothing waits.

export type SnapshotHandler = (snapshot: Snapshot, request: PlainRequest, instant: Date, id: string) => PlainAnswer;

function withSnapshot(answer: (snapshot: Snapshot) => PlainAnswer): PlainAnswer | Promise<PlainAnswer> {
  const snapshot = snapshotAtHand();
  if (snapshot) return answer(snapshot);
  return currentSnapshot().then(answer, (error: unknown) => {
    if (!isDirectoryUnavailable(error)) throw error;
    return problemAnswer(problem(503, 'The directory cannot be read at the moment.'), {
      'retry-after': String(error.retryAfterSeconds),
    });
  });
}

/** Lets a handler answer from the snapshot, or 503 while there is none. */
export function fromSnapshot(handler: SnapshotHandler): Handler {
  return (request, id, instant) => withSnapshot((snapshot) => handler(snapshot, request, instant, id));
}

/** An empty list: the way here and back, and what benchmarks measure the framework by. */
export function ping(): PlainAnswer {
  return { status: 200, headers: openHeaders('application/json', 'no-store'), body: '{"data":[],"next":null}' };
}

/** The answer under /api/v1 where no route is. */
export function unknownAddress(): PlainAnswer {
  return problemAnswer(problem(404, 'There is nothing at this address; see /api/v1/openapi.json.'));
}
