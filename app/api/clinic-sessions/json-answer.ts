import type { ErrorCode } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** How the data routes of clinic sessions answer: the value, or the failure with the keys of its words. */
export function answer<T extends object>(result: Result<T>): Response {
  const headers = { 'cache-control': 'no-store' };
  if (result.ok) return Response.json(result.value, { headers });
  const { error } = result;
  return Response.json({ error }, { status: STATUS[error.code], headers });
}
