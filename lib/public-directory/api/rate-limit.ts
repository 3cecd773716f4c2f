import { LRUCache } from 'lru-cache';
import { clientKey } from '@/lib/core/client-key';

// A token bucket for each client address, in the memory of this process only: addresses are never written down.

export type RateDecision = { allowed: boolean; limit: number; remaining: number; retryAfterSeconds: number };
export type RateLimiter = { take(client: string, atMs: number): RateDecision };

type Bucket = { tokens: number; atMs: number };

const MAX_CLIENTS = 50_000;

/** Makes a limiter of so many requests a minute and client; a client may spend a whole minute's share at once. */
export function createRateLimiter(perMinute: number, maxClients = MAX_CLIENTS): RateLimiter {
  const buckets = new LRUCache<string, Bucket>({ max: maxClients });
  const perMs = perMinute / 60_000;
  return {
    take(client, atMs) {
      const key = clientKey(client);
      const bucket = buckets.get(key) ?? { tokens: perMinute, atMs };
      const gained = Math.max(0, atMs - bucket.atMs) * perMs;
      const tokens = Math.min(perMinute, bucket.tokens + gained);
      const allowed = tokens >= 1;
      const left = allowed ? tokens - 1 : tokens;
      buckets.set(key, { tokens: left, atMs });
      const retryAfterSeconds = allowed ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000));
      return { allowed, limit: perMinute, remaining: Math.floor(left), retryAfterSeconds };
    },
  };
}
