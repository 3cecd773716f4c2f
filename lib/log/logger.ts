import pino from 'pino';
import { env } from '@/lib/core/env';
import { presentRequestId } from './request-scope';

/** Positions, names and contacts never reach the log, whatever object is handed in. */
const REDACTED = ['near', 'lat', 'lon', 'position', 'name', 'contact', 'message', 'phone', 'ip'];

/** The process's structured logger; whatever is logged while a request is answered carries its number. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  mixin: () => {
    const requestId = presentRequestId();
    return requestId === undefined ? {} : { requestId };
  },
  redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
});
