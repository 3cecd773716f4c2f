import 'server-only';
import { databaseUrl } from '@/lib/db/client';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { currentSnapshot, snapshotHealth } from '@/lib/public-directory/snapshot';
import { failureCode } from '@/lib/public-directory/unavailable';
import type { SnapshotHealth } from '@/lib/public-directory/views-schema';

export type Health = {
  /** ok: all is well; degraded: questions are answered, but not from a fresh directory; unavailable: nothing is */
  status: 'ok' | 'degraded' | 'unavailable';
  version: string;
  database: { state: 'up'; latencyMs: number } | { state: 'down'; error: string };
  snapshot: SnapshotHealth;
};

const DATABASE_LIMIT_MS = 1000;
const FIRST_LOAD_LIMIT_MS = 1000;

function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' })),
      milliseconds,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A connection of its own, because one that was opened before says nothing about opening one now. */
async function askDatabase(): Promise<void> {
  const connection = await openConnection(databaseUrl(), 'tcm-health', { queryTimeoutMs: DATABASE_LIMIT_MS });
  try {
    await connection.query('SELECT 1');
  } finally {
    await closeConnection(connection);
  }
}

async function databaseHealth(): Promise<Health['database']> {
  const started = performance.now();
  try {
    await within(askDatabase(), DATABASE_LIMIT_MS);
    return { state: 'up', latencyMs: Math.round((performance.now() - started) * 10) / 10 };
  } catch (error) {
    return { state: 'down', error: failureCode(error) };
  }
}

/** Asks the database (for at most a second) and the snapshot how they are; the first question begins the load. */
export async function health(version: string): Promise<Health> {
  const loaded = within(currentSnapshot(), FIRST_LOAD_LIMIT_MS).catch(() => undefined);
  const [database] = await Promise.all([databaseHealth(), loaded]);
  const snapshot = snapshotHealth();
  return { status: statusOf(database, snapshot), version, database, snapshot };
}

/** While a snapshot is there residents are answered, whatever happened to the database. */
export function statusOf(database: Health['database'], snapshot: SnapshotHealth): Health['status'] {
  if (snapshot.state === 'empty') return 'unavailable';
  return database.state === 'up' && snapshot.state === 'ready' ? 'ok' : 'degraded';
}
