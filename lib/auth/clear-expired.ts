import 'server-only';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { forgetOldWindows } from '@/lib/db/rate-limit';
import type { Job, JobRun } from '@/lib/jobs/job';
import { NIGHTLY_JOBS } from '@/lib/jobs/job-schema';
import { forgetOldAttempts } from './throttle';

// What signing in leaves behind and nobody needs any longer. The audit trail keeps who signed in when; browsers,
// networks and secrets that are used up go.

const DAY_MS = 86_400_000;
/** Sign-ins that are over can be looked into for so long. */
const SESSION_DAYS = 90;
const SECRET_DAYS = 30;

export type Cleared = {
  staffSessions: number;
  oneTimeLinks: number;
  codes: number;
  signInThrottles: number;
  rateLimitWindows: number;
};

/**
 * Clears staff sessions that ended 90 days ago (the latest of an account stays: it is its last sign-in), links and
 * recovery codes that were used or expired 30 days ago, codes of nobody, and counters that no rule looks at.
 * @returns how many rows of each; they are also written into the trail
 */
export async function clearExpired({ id }: Pick<JobRun, 'id'>): Promise<Cleared> {
  const instant = now();
  const before = (days: number) => new Date(instant.getTime() - days * DAY_MS);
  const signInThrottles = await forgetOldAttempts(instant);
  const rateLimitWindows = await forgetOldWindows(instant);
  return await db().$transaction(async (tx) => {
    const cleared: Cleared = {
      staffSessions: await tx.$executeRaw`
        DELETE FROM staff_session s USING account a
        WHERE a.id = s.account_id AND coalesce(s.ended_at, s.expires_at) < ${before(SESSION_DAYS)}
          AND (a.status = 'left' OR EXISTS (
            SELECT 1 FROM staff_session later
            WHERE later.account_id = s.account_id AND (later.created_at, later.id) > (s.created_at, s.id)))`,
      oneTimeLinks: await tx.$executeRaw`
        DELETE FROM one_time_link WHERE least(used_at, expires_at) < ${before(SECRET_DAYS)}`,
      codes: await tx.$executeRaw`
        DELETE FROM recovery_code c USING account a
        WHERE a.id = c.account_id
          AND (a.status = 'left' OR a.totp_secret IS NULL OR c.used_at < ${before(SECRET_DAYS)})`,
      signInThrottles,
      rateLimitWindows,
    };
    if (Object.values(cleared).some((rows) => rows > 0))
      await writeAudit(
        tx,
        { system: 'job', requestId: `job-${id}` },
        { event: 'housekeeping.done', object: { type: 'Job', id: CLEAR_EXPIRED.name }, after: cleared },
      );
    return cleared;
  });
}

/** Runs at half past three at night. */
export const CLEAR_EXPIRED: Job = {
  name: 'clear-expired',
  dailyAtMinute: NIGHTLY_JOBS['clear-expired'],
  limitMinutes: 15,
  run: async (run) => {
    await clearExpired(run);
  },
};
