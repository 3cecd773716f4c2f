import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

// The number of the request that is being answered. lib/server gives it, everything called on the way finds it here,
// and the logger writes it into every line.

/** The header in which a request's number comes, travels inside and is answered. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What a proxy in front of us may hand over as a number; the audit trail keeps the same. */
const FITTING = /^[\w-]{8,64}$/;

// the bundle of the server and those of Next each carry this module; the number must be one for all
const slot = globalThis as typeof globalThis & {
  __tcmRequests?: { scope: AsyncLocalStorage<string>; tag: string; count: number; outside: AsyncResource };
};

function requests() {
  // requests of this process are told apart from those of others by its tag
  slot.__tcmRequests ??= {
    scope: new AsyncLocalStorage(),
    tag: randomBytes(5).toString('hex'),
    count: 0,
    outside: new AsyncResource('outside of requests'),
  };
  return slot.__tcmRequests;
}

/** A new number for a request, unique in this process and unlikely elsewhere. */
export function nextRequestId(): string {
  const state = requests();
  state.count += 1;
  return `${state.tag}-${state.count.toString(36)}`;
}

/** The number of an incoming request: the one it brings when that fits, else a new one. */
export function requestIdOf(brought: string | string[] | undefined): string {
  return typeof brought === 'string' && FITTING.test(brought) ? brought : nextRequestId();
}

/** Runs what answers a request; whatever it calls or begins belongs to that request. */
export function inRequest<T>(requestId: string, answer: () => T): T {
  return requests().scope.run(requestId, answer);
}

/** The number of the request that is being answered; undefined outside of one. */
export function presentRequestId(): string | undefined {
  return requests().scope.getStore();
}

/**
 * Runs what may be kept longer than the request that asks for it: it knows the request's number, but what belongs to
 * the request (its page, its answer) is not held by it.
 */
export function besideRequest<T>(work: () => T): T {
  const { scope, outside } = requests();
  const requestId = scope.getStore();
  return outside.runInAsyncScope(() => (requestId === undefined ? work() : scope.run(requestId, work)));
}
