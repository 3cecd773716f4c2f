import {
  OTHER_ROLE,
  OWNER_HEADER,
  refusedAnswerSchema,
  SUBMISSION_ADDRESS,
  storedAnswerSchema,
} from '@/lib/clinic-sessions/submission-answer-schema';
import type { OutboxEntry, SendingProblem } from './device-records';
import { listWaiting, settle } from './outbox';

// Sends what waits. Called by the page when a record is put on its way, when a page opens and when the network comes
// back, and by the worker where the browser wakes it for that: one at a time on the whole device, and harmless when repeated.

const LOCK = 'clinic-logging-sending';
const PATIENCE_MS = 15_000;

type Outcome = { stored: number } | { problem: SendingProblem } | 'unreachable';

async function post({ owner, submission }: OutboxEntry): Promise<Outcome> {
  const answer = await fetch(SUBMISSION_ADDRESS, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [OWNER_HEADER]: owner },
    body: JSON.stringify(submission),
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (answer === null) return 'unreachable';
  return outcomeOf(answer.status, await answer.json().catch(() => null));
}

/** What an answer of the server means for the record that was sent. */
export function outcomeOf(status: number, body: unknown): Outcome {
  const good = storedAnswerSchema.safeParse(body);
  if (status >= 200 && status < 300 && good.success) return { stored: good.data.version };
  const { error } = refusedAnswerSchema.safeParse(body).data ?? {};
  const messageKey = error?.messageKey ?? null;
  switch (error?.code) {
    case 'UNAUTHENTICATED':
      return { problem: { kind: 'signedOut' } };
    case 'FORBIDDEN':
      return { problem: messageKey === OTHER_ROLE ? { kind: 'otherRole' } : { kind: 'refused', messageKey } };
    case 'CONFLICT':
      return { problem: messageKey === STALE ? { kind: 'conflict' } : { kind: 'refused', messageKey } };
    case 'INVALID':
      return { problem: { kind: 'invalid', problems: error.problems ?? [] } };
    case 'NOT_FOUND':
      return { problem: { kind: 'refused', messageKey } };
    default:
      // a server that is not well, too many requests, a page of somebody in between: it waits
      return 'unreachable';
  }
}

/** What the server says of a record that was written against another version. */
export const STALE = 'sessions.problem.stale';

/** Tries to send everything that waits, the oldest first; answers how many records arrived. */
export async function sendWaiting(): Promise<number> {
  if (!navigator.onLine) return 0;
  return await alone(async () => {
    let arrived = 0;
    for (const entry of await listWaiting()) {
      const outcome = await post(entry);
      if (outcome === 'unreachable') break;
      if ('stored' in outcome) {
        arrived += 1;
        await settle(entry, { state: 'sent', problem: null, storedVersion: outcome.stored });
        continue;
      }
      const { problem } = outcome;
      const waits = problem.kind === 'signedOut' || problem.kind === 'otherRole';
      await settle(entry, { state: waits ? 'waiting' : 'attention', problem, storedVersion: null });
    }
    return arrived;
  });
}

/** One sender at a time on the device, where the browser can say so; repeating is harmless anyway. */
async function alone(send: () => Promise<number>): Promise<number> {
  return 'locks' in navigator ? await navigator.locks.request(LOCK, send) : await send();
}
