import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { keyedHash } from './secrets';
import { ACCOUNT_THROTTLE, type ThrottleRule } from './throttle-rules';

// Attempts are counted before the password is looked at, in one statement a try: whoever sends a hundred at once gets
// five answers, from however many replicas. A good sign-in gives its attempt back.

/** May this attempt be looked at? `locks` says that a further failure is answered by a lock from now on. */
export type Attempt = { allowed: true; locks: boolean } | { allowed: false; retryAfterSeconds: number };

const lockedRow = z.object({ lockedUntil: z.date().nullable() });

function until(lockedUntil: Date | null | undefined, instant: Date): number {
  return lockedUntil ? Math.max(1, Math.ceil((lockedUntil.getTime() - instant.getTime()) / 1000)) : 1;
}

/** The row's key: nobody can read an address or a name from it. */
export function throttleKey(rule: ThrottleRule, text: string): string {
  return `${rule.name}:${keyedHash('address', text)}`;
}

/** Counts an attempt under a key. */
export async function takeAttempt(rule: ThrottleRule, key: string, instant: Date): Promise<Attempt> {
  const forget = new Date(instant.getTime() - rule.forgetSeconds * 1000);
  const taken = z.array(lockedRow).parse(
    await db().$queryRaw`
      INSERT INTO sign_in_throttle AS t (key, failures, locked_until, last_failure_at)
      VALUES (${key}, 1, NULL, ${instant})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN t.last_failure_at < ${forget} THEN 1 ELSE t.failures + 1 END,
        locked_until = ${instant}::timestamptz + nullif(
          (${[...rule.lockSeconds]}::int[])[least(CASE WHEN t.last_failure_at < ${forget} THEN 1 ELSE t.failures + 1 END,
            ${rule.lockSeconds.length})], 0) * interval '1 second',
        last_failure_at = ${instant}
      WHERE t.locked_until IS NULL OR t.locked_until <= ${instant}
      RETURNING locked_until AS "lockedUntil"`,
  );
  const [row] = taken;
  if (row) return { allowed: true, locks: row.lockedUntil !== null };
  const held = await db().signInThrottle.findUnique({ where: { key } });
  return { allowed: false, retryAfterSeconds: until(held?.lockedUntil, instant) };
}

/** Takes an attempt back that turned out well. */
export async function giveBackAttempt(key: string): Promise<void> {
  await db().$executeRaw`
    UPDATE sign_in_throttle SET failures = greatest(1, failures - 1), locked_until = NULL WHERE key = ${key}`;
}

/** Counts an attempt on an account, whatever it is tried with: password or second factor. */
export async function takeAccountAttempt(accountId: string, instant: Date): Promise<Attempt> {
  const { lockSeconds } = ACCOUNT_THROTTLE;
  const taken = z.array(lockedRow).parse(
    await db().$queryRaw`
      UPDATE account SET failed_sign_ins = failed_sign_ins + 1,
        locked_until = ${instant}::timestamptz + nullif(
          (${[...lockSeconds]}::int[])[least(failed_sign_ins + 1, ${lockSeconds.length})], 0) * interval '1 second'
      WHERE id = ${accountId} AND (locked_until IS NULL OR locked_until <= ${instant})
      RETURNING locked_until AS "lockedUntil"`,
  );
  const [row] = taken;
  if (row) return { allowed: true, locks: row.lockedUntil !== null };
  const held = await db().account.findUnique({ where: { id: accountId }, select: { lockedUntil: true } });
  return { allowed: false, retryAfterSeconds: until(held?.lockedUntil, instant) };
}

/**
 * Forgets counters that no rule looks at any more; a sign-in now and then is the occasion, and the nightly job.
 * @returns how many
 */
export async function forgetOldAttempts(instant: Date): Promise<number> {
  const before = new Date(instant.getTime() - 2 * 24 * 3600 * 1000);
  return (await db().signInThrottle.deleteMany({ where: { lastFailureAt: { lt: before } } })).count;
}
