import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { besideRequest } from '@/lib/log/request-scope';
import { askInTurn } from './ask-in-turn';
import { PrismaClient } from './generated/client';
import { statementName } from './prepared-statements';

export type Database = PrismaClient;

/**
 * The address of the database.
 * @throws Error when DATABASE_URL is unset: `npm run up` sets it for the embedded server.
 */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set. Start with "npm run up", or set it to a PostgreSQL 15 or newer.');
  return url;
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    // the database keeps the past as it was, and must know where that ends when the portal lives on a fixed day
    options: env().FIXED_NOW && `-c app.today=${dateInShanghai(now())}`,
  });
  // a server that goes away must not take the process with it; the next query reports the loss
  pool.on('error', () => undefined);
  pool.on('connect', askInTurn);
  return pool;
}

function clientOn(pool: pg.Pool): Database {
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: ({ sql }) => statementName(sql) }),
  });
  // Prisma keeps its last hundred transactions, and each promise in them all that it was begun in: the page that was
  // being made, with its answer. Begun beside the request, they keep nothing of it.
  const begin = client.$transaction.bind(client);
  Object.defineProperty(client, '$transaction', {
    value: (...given: Parameters<typeof begin>) => besideRequest(() => begin(...given)),
  });
  return client;
}

/** Opens a client on any database; the caller disconnects it. Seeds and tests use this, the application uses db(). */
export function openDatabase(url: string): Database {
  return clientOn(openPool(url));
}

const kept = globalThis as typeof globalThis & { __tcmDatabase?: Database; __tcmPool?: pg.Pool };

/** The process's one Prisma client; kept on globalThis so that a development reload does not open a second pool. */
export function db(): Database {
  if (!kept.__tcmDatabase) {
    kept.__tcmPool = openPool(databaseUrl());
    kept.__tcmDatabase = clientOn(kept.__tcmPool);
  }
  return kept.__tcmDatabase;
}

/** The connections of db(): all, those that wait for work, and the questions that wait for a connection. */
export function poolState(): { total: number; idle: number; waiting: number } {
  const pool = kept.__tcmPool;
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}
