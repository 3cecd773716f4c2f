import type { PlainAnswer } from '@/lib/core/direct-answers';
import { nextRequestId, presentRequestId, REQUEST_ID_HEADER } from '@/lib/log/request-scope';

// Errors of the public API as RFC 9457 problem details. The texts are for the developer at the other end, in English
// like the parameter names; residents never see them.

export type ParameterError = { parameter: string; detail: string };

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: ParameterError[];
};

const TITLES = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
} as const;

export type ProblemStatus = keyof typeof TITLES;

/**
 * The headers of an answer of the public API: its own, and those every answer carries. Anyone may read it from any
 * page, no browser guesses its type, and it has a name.
 */
export function openHeaders(
  contentType: string,
  cacheControl: string,
  requestId = presentRequestId() ?? nextRequestId(),
): Record<string, string> {
  return {
    'content-type': contentType,
    'cache-control': cacheControl,
    [REQUEST_ID_HEADER]: requestId,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id',
  };
}

/** Builds a problem of a status; the type is a relative reference that the OpenAPI document explains. */
export function problem(status: ProblemStatus, detail: string, errors?: ParameterError[]): Problem {
  const type = `/api/v1/openapi.json#problem-${status}`;
  return { type, title: TITLES[status], status, detail, ...(errors ? { errors } : {}) };
}

/** A problem as an HTTP answer; it is never cached. */
export function problemAnswer(value: Problem, headers: Record<string, string> = {}, requestId?: string): PlainAnswer {
  return {
    status: value.status,
    headers: { ...openHeaders('application/problem+json', 'no-store', requestId), ...headers },
    body: JSON.stringify(value),
  };
}

/** Says which parameters do not fit and why. */
export function badParameters(errors: ParameterError[]): PlainAnswer {
  const names = [...new Set(errors.map((error) => error.parameter))].slice(0, 5).join(', ');
  return problemAnswer(problem(400, `These parameters do not fit: ${names}.`, errors.slice(0, 20)));
}
