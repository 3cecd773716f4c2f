/** The few codes an expected failure may carry. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with the input: the field's path, a key into the message catalogs and what its text names. */
export type FieldProblem = { path: string; messageKey: string; values?: Record<string, string | number> };

export type AppError = { code: ErrorCode; messageKey?: string; problems?: FieldProblem[]; retryAfterSeconds?: number };

/**
 * Ends a switch over a union.
 * @throws Error when a value slips through that the type system did not know.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
