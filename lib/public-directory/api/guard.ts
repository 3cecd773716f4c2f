import { now } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { log } from '@/lib/log/logger';
import { nextRequestId, openHeaders, problem, problemResponse } from './problem';
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

export type Handler<Context> = (request: Request, context: Context, instant: Date) => Response | Promise<Response>;

/** Wraps a handler of the public API into a route handler that never throws. */
export function guarded<Context = unknown>(
  handler: Handler<Context>,
): (request: Request, context: Context) => Response | Promise<Response> {
  return (request, context) => {
    const limits = theLimiter();
    if (!limits) return safely(handler, request, context);
    const decision = limits.take(request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown', Date.now());
    if (!decision.allowed) return counted(tooMany(decision), decision);
    const answer = safely(handler, request, context);
    if (answer instanceof Response) return counted(answer, decision);
    return answer.then((response) => counted(response, decision));
  };
}

function safely<Context>(handler: Handler<Context>, request: Request, context: Context): Response | Promise<Response> {
  try {
    const answer = handler(request, context, now());
    return answer instanceof Response ? answer : answer.catch(mistake);
  } catch (error) {
    return mistake(error);
  }
}

function counted(response: Response, decision: RateDecision): Response {
  response.headers.set('ratelimit-policy', `"minute";q=${decision.limit};w=60`);
  response.headers.set('ratelimit', `"minute";r=${decision.remaining};t=${decision.retryAfterSeconds}`);
  return response;
}

function tooMany(decision: RateDecision): Response {
  const detail = `At most ${decision.limit} requests a minute are answered. Try again in ${decision.retryAfterSeconds} s.`;
  return problemResponse(problem(429, detail), { 'retry-after': String(decision.retryAfterSeconds) });
}

function mistake(error: unknown): Response {
  const requestId = nextRequestId();
  log.error({ err: error, requestId }, 'the public API failed');
  return problemResponse(problem(500, `The mistake is ours. Its number is ${requestId}.`), {}, requestId);
}

const ALLOWED = 'GET, HEAD, OPTIONS';

/** The answer to any method that would change something: this API only reads. */
export const methodNotAllowed = guarded((request) =>
  problemResponse(problem(405, `${request.method} is not possible here; ${ALLOWED} are.`), { allow: ALLOWED }),
);

/** The answer to a browser that asks whether another site's page may read this. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openHeaders('text/plain', 'public, max-age=86400'),
      allow: ALLOWED,
      'access-control-allow-methods': ALLOWED,
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
    },
  });
}
