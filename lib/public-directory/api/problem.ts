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

/** What every answer of the public API carries: anyone may read it from any page, and no browser guesses its type. */
export const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id',
  'x-content-type-options': 'nosniff',
} as const;

/** Builds a problem of a status; the type is a relative reference that the OpenAPI document explains. */
export function problem(status: ProblemStatus, detail: string, errors?: ParameterError[]): Problem {
  const type = `/api/v1/openapi.json#problem-${status}`;
  return { type, title: TITLES[status], status, detail, ...(errors ? { errors } : {}) };
}

/** A problem as an HTTP answer; it is never cached. */
export function problemResponse(value: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status: value.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...OPEN_HEADERS, ...headers },
  });
}

/** Says which parameters do not fit and why. */
export function badParameters(errors: ParameterError[]): Response {
  const names = [...new Set(errors.map((error) => error.parameter))].slice(0, 5).join(', ');
  return problemResponse(problem(400, `These parameters do not fit: ${names}.`, errors.slice(0, 20)));
}
