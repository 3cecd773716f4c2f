import { LRUCache } from 'lru-cache';

// A token bucket for each client address, in the memory of this process only: addresses are never written down.

export type RateDecision = { allowed: boolean; limit: number; remaining: number; retryAfterSeconds: number };
export type RateLimiter = { take(client: string, atMs: number): RateDecision };

type Bucket = { tokens: number; atMs: number };

const MAX_CLIENTS = 50_000;

/**
 * The network a client is counted under: an IPv4 address, or the /64 of an IPv6 address, because one household or
 * phone is given a whole /64.
 */
export function clientKey(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!plain.includes(':')) return plain.slice(0, 64);
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const network = [...left, ...zeros, ...right].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''));
  return `${network.join(':').slice(0, 64)}::/64`;
}

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
