import type { Result } from '@/lib/core/result';

/**
 * The value of an outcome that a test expects to be good.
 * @throws Error with the error's code and key when it is not
 */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
