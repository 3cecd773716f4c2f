import { describe, expect, it } from 'vitest';
import type { SnapshotHealth } from '@/lib/public-directory/views-schema';
import { statusOf } from './health';

const UP = { state: 'up', latencyMs: 1 } as const;
const DOWN = { state: 'down', error: 'ECONNREFUSED' } as const;
const snapshot = (state: SnapshotHealth['state']): SnapshotHealth => ({
  state,
  version: 1,
  loadedAt: null,
  ageSeconds: 0,
  facilities: 0,
  lastError: null,
});

describe('statusOf', () => {
  it.each([
    [UP, 'ready', 'ok'],
    [UP, 'stale', 'degraded'],
    [DOWN, 'ready', 'degraded'],
    [DOWN, 'stale', 'degraded'],
    [DOWN, 'empty', 'unavailable'],
    [UP, 'empty', 'unavailable'],
  ] as const)('%o with a snapshot that is %s', (database, state, expected) => {
    expect(statusOf(database, snapshot(state))).toBe(expected);
  });
});
