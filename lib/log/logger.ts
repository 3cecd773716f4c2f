import pino from 'pino';
import { env } from '@/lib/core/env';

/** Positions, names and contacts never reach the log, whatever object is handed in. */
const REDACTED = ['near', 'lat', 'lon', 'position', 'name', 'contact', 'message', 'phone', 'ip'];

/** The process's structured logger; pass a requestId with everything that belongs to a request. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
});
