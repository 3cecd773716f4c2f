import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit';

describe('createRateLimiter', () => {
  it('allows a whole minute at once, then refills evenly', () => {
    const limiter = createRateLimiter(60);
    const allowed = Array.from({ length: 61 }, () => limiter.take('192.0.2.1', 0).allowed);
    expect(allowed.filter(Boolean)).toHaveLength(60);
    expect(limiter.take('192.0.2.1', 500)).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    expect(limiter.take('192.0.2.1', 1000)).toMatchObject({ allowed: true, remaining: 0 });
  });

  it('counts every client alone', () => {
    const limiter = createRateLimiter(1);
    expect(limiter.take('192.0.2.1', 0).allowed).toBe(true);
    expect(limiter.take('192.0.2.1', 0).allowed).toBe(false);
    expect(limiter.take('192.0.2.2', 0).allowed).toBe(true);
  });

  it('tells how long to wait when little is allowed', () => {
    const limiter = createRateLimiter(2);
    limiter.take('a', 0);
    limiter.take('a', 0);
    expect(limiter.take('a', 0).retryAfterSeconds).toBe(30);
  });

  it('forgets the clients of long ago, so that memory stays bounded', () => {
    const limiter = createRateLimiter(1, 2);
    for (const client of ['a', 'b', 'c']) limiter.take(client, 0);
    expect(limiter.take('a', 0).allowed).toBe(true);
    expect(limiter.take('c', 0).allowed).toBe(false);
  });

  it('survives a clock that goes back', () => {
    const limiter = createRateLimiter(1);
    limiter.take('a', 10_000);
    expect(limiter.take('a', 0).allowed).toBe(false);
  });
});
