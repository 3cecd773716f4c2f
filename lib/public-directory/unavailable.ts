/** The directory was never read since the process began, and the database does not answer. */
export class DirectoryUnavailableError extends Error {
  override readonly name = 'DirectoryUnavailableError';
  readonly code = 'UNAVAILABLE';
  readonly retryAfterSeconds = 5;
}

/** Recognises the error by its name, because bundles may each carry a class of their own. */
export function isDirectoryUnavailable(error: unknown): error is DirectoryUnavailableError {
  return error instanceof Error && error.name === 'DirectoryUnavailableError';
}

/** A short code for logs and the health check: the driver's, or the kind of error; never its text. */
export function failureCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
