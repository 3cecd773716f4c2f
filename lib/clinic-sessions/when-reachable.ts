import 'server-only';
import { err, type Result } from '@/lib/core/result';
import { isUnreachable } from '@/lib/db/unreachable';
import { log } from '@/lib/log/logger';

const AWAY_SECONDS = 5;

/** An outcome, or UNAVAILABLE while the database is away: whatever was sent may be sent again, it is taken once. */
export async function whenReachable<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    log.error({ err: error }, 'the database is away');
    return err({ code: 'UNAVAILABLE', retryAfterSeconds: AWAY_SECONDS });
  }
}
