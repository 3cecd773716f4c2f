import { now } from '@/lib/core/clock';
import type { PlainAnswer, PlainRequest } from '@/lib/core/direct-answers';
import { env } from '@/lib/core/env';
import { log } from '@/lib/log/logger';
import { nextRequestId, presentRequestId } from '@/lib/log/request-scope';
import { openHeaders, problem, problemAnswer } from './problem';
import { createRateLimiter, type RateDecision, type RateLimiter } from './rate-limit';

// What stands before every handler of the public API: rate limit, request id, and a last net under mistakes of ours.

/** Set by lib/server, which drops whatever a client sends under this name. */
const CLIENT_ADDRESS_HEADER = 'x-client-address';

let limiter: RateLimiter | null | undefined;

function theLimiter(): RateLimiter | null {
  if (limiter === undefined) {
    const perMinute = env().PUBLIC_API_RATE_PER_MINUTE;
    limiter = perMinute === 0 ? null : createRateLimiter(perMinute);
  }
  return limiter;
}

/** Answers a request; the id is empty where the address has none. */
export type Handler = (request: PlainRequest, id: string, instant: Date) => PlainAnswer | Promise<PlainAnswer>;

type GuardedHandler = (request: PlainRequest, id: string) => PlainAnswer | Promise<PlainAnswer>;

/** Wraps a handler of the public API so that it is limited and never throws. */
export function guarded(handler: Handler): GuardedHandler {
  return (request, id) => {
    const limits = theLimiter();
    if (!limits) return safely(handler, request, id);
    const decision = limits.take(request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown', Date.now());
    if (!decision.allowed) return counted(tooMany(decision), decision);
    const answer = safely(handler, request, id);
    return answer instanceof Promise ? answer.then((made) => counted(made, decision)) : counted(answer, decision);
  };
}

function safely(handler: Handler, request: PlainRequest, id: string): PlainAnswer | Promise<PlainAnswer> {
  try {
    const answer = handler(request, id, now());
    return answer instanceof Promise ? answer.catch(mistake) : answer;
  } catch (error) {
    return mistake(error);
  }
}

function counted(answer: PlainAnswer, decision: RateDecision): PlainAnswer {
  answer.headers['ratelimit-policy'] = `"minute";q=${decision.limit};w=60`;
  answer.headers.ratelimit = `"minute";r=${decision.remaining};t=${decision.retryAfterSeconds}`;
  return answer;
}

function tooMany(decision: RateDecision): PlainAnswer {
  const detail = `At most ${decision.limit} requests a minute are answered. Try again in ${decision.retryAfterSeconds} s.`;
  return problemAnswer(problem(429, detail), { 'retry-after': String(decision.retryAfterSeconds) });
}

function mistake(error: unknown): PlainAnswer {
  const requestId = presentRequestId() ?? nextRequestId();
  log.error({ err: error, requestId }, 'the public API failed');
  return problemAnswer(problem(500, `The mistake is ours. Its number is ${requestId}.`), {}, requestId);
}

const ALLOWED = 'GET, HEAD, OPTIONS';

/** The answer to any method that would change something: this API only reads. */
export const methodNotAllowed = guarded((request) =>
  problemAnswer(problem(405, `${request.method} is not possible here; ${ALLOWED} are.`), { allow: ALLOWED }),
);

/** The answer to a browser that asks whether another site's page may read this. */
export function preflight(): PlainAnswer {
  return {
    status: 204,
    headers: {
      ...openHeaders('text/plain', 'public, max-age=86400'),
      allow: ALLOWED,
      'access-control-allow-methods': ALLOWED,
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
    },
    body: null,
  };
}
