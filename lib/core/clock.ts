import { env } from './env';

/** The present instant; FIXED_NOW freezes it for tests and demonstrations. */
export function now(): Date {
  const fixed = env().FIXED_NOW;
  return fixed ? new Date(fixed) : new Date();
}
