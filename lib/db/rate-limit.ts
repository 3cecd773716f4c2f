import { createHmac, randomBytes } from 'node:crypto';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { db } from './client';

// Fixed windows in the database, so that all replicas count together.

export type RateRule = { name: string; limit: number; windowSeconds: number };
export type RateDecision = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/** Counters are kept this long after their window began. */
const KEPT_MS = 2 * 86_400_000;

/** Without a secret, replicas count apart; the secret is what lets them share. */
const processSecret = randomBytes(32);

/**
 * Counts one use by a client under a rule and says whether it is still within the limit; the use that is refused
 * counts too.
 * @throws the database's error when it does not answer.
 */
export async function takeShare(rule: RateRule, client: string, instant: Date): Promise<RateDecision> {
  const windowMs = rule.windowSeconds * 1000;
  const startMs = Math.floor(instant.getTime() / windowMs) * windowMs;
  const windowStart = new Date(startMs);
  const key = `${rule.name}:${hashedClient(client, dateInShanghai(windowStart))}`;
  const { count } = await db().rateLimitWindow.upsert({
    where: { key_windowStart: { key, windowStart } },
    create: { key, windowStart, count: 1 },
    update: { count: { increment: 1 } },
    select: { count: true },
  });
  // a new counter is the occasion to forget old ones
  if (count === 1) await forgetOldWindows(instant);
  if (count <= rule.limit) return { allowed: true };
  return { allowed: false, retryAfterSeconds: Math.ceil((startMs + windowMs - instant.getTime()) / 1000) };
}

/**
 * Forgets counters of windows that began two days ago.
 * @returns how many
 */
export async function forgetOldWindows(instant: Date): Promise<number> {
  const where = { windowStart: { lt: new Date(instant.getTime() - KEPT_MS) } };
  return (await db().rateLimitWindow.deleteMany({ where })).count;
}

/** A client as a keyed hash that changes every day: nobody can find the address again, or follow it over days. */
function hashedClient(client: string, day: CivilDate): string {
  const secret = env().APP_SECRET ?? processSecret;
  return createHmac('sha256', secret).update(`${day}\n${client}`).digest('base64url');
}
