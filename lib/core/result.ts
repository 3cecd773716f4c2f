import type { AppError } from './errors';

export type Ok<T> = { ok: true; value: T };
export type Err = { ok: false; error: AppError };
/** An expected outcome: a value, or one of the few errors a caller must handle. */
export type Result<T> = Ok<T> | Err;

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function err(error: AppError): Err {
  return { ok: false, error };
}
