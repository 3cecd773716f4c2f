import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { FIXED_NOW } from './fixed-clock';

// Databases for tests: copies of templates, dropped after use.

export const PRESETS = ['empty', 'demo'] as const;
export type TestPreset = (typeof PRESETS)[number];

/** An administrator's connection string, and the names of the templates. */
export type TestServer = { adminUrl: string; templates: Record<TestPreset, string> };

const CLONE_PREFIX = 'tcm_clone_';

/** The same server's address of another database. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** A name no other run uses, marked with the process so that leftovers can be told. */
export function cloneName(): string {
  return `${CLONE_PREFIX}${process.pid}_${randomBytes(4).toString('hex')}`;
}

/** Runs one statement list on the administrator's connection. */
export async function asAdmin<T>(adminUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Creates a database, as a copy of a template or (null) empty, and answers its address. */
export async function createClone(adminUrl: string, name: string, template: string | null): Promise<string> {
  const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY` : '';
  const database = pg.escapeIdentifier(name);
  await asAdmin(adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${database}${from}`);
    // the past, which the database keeps, ends where the tests live
    await client.query(`ALTER DATABASE ${database} SET app.today = '${FIXED_NOW.slice(0, 10)}'`);
  });
  return urlOf(adminUrl, name);
}

/** Drops a database whoever is still connected to it. */
export async function dropClone(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}
