import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '@/lib/db/client';
import { cloneName, createClone, dropClone, type TestPreset } from './clones';

const kept = globalThis as typeof globalThis & { __tcmDatabase?: Database };

export type TestDatabase = {
  /** the address, also in process.env.DATABASE_URL and therefore behind db() of lib/db */
  readonly url: string;
  readonly db: Database;
  readonly sql: pg.Pool;
};

function ownUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('Only integration tests have a database.');
  return url;
}

/**
 * Gives a test file a database of its own, copied from a template before its tests and dropped after them.
 * Call it once, at the top of the file; read the fields inside tests and hooks.
 */
export function useDatabase(preset: TestPreset): TestDatabase {
  const url = ownUrl();
  const name = new URL(url).pathname.slice(1);
  const { adminUrl, templates } = inject('testServer');
  let opened: { db: Database; sql: pg.Pool } | undefined;
  const get = () => {
    if (!opened) throw new Error('The database is there only while tests and hooks run.');
    return opened;
  };

  beforeAll(async () => {
    await createClone(adminUrl, name, templates[preset]);
    const sql = new pg.Pool({ connectionString: url, max: 10 });
    sql.on('error', () => undefined);
    opened = { db: openDatabase(url), sql };
  });
  afterAll(async () => {
    await kept.__tcmDatabase?.$disconnect();
    delete kept.__tcmDatabase;
    await opened?.db.$disconnect();
    await opened?.sql.end();
    opened = undefined;
    await dropClone(adminUrl, name);
  });

  return {
    url,
    get db() {
      return get().db;
    },
    get sql() {
      return get().sql;
    },
  };
}

/** A further database, a copy of a template or (null) bare, for the time that `use` takes. */
export async function withDatabase<T>(preset: TestPreset | null, use: (url: string) => Promise<T>): Promise<T> {
  const { adminUrl, templates } = inject('testServer');
  const name = cloneName();
  const url = await createClone(adminUrl, name, preset && templates[preset]);
  try {
    return await use(url);
  } finally {
    await dropClone(adminUrl, name);
  }
}
