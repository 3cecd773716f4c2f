import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { type BackedUpTable, type Manifest, readBackup } from './backup-manifest';
import { quoted, readAppliedMigrations, readTables } from './backup-tables';
import { type Connection, closeConnection, openConnection, readRows } from './connection';
import { applyMigrations, migrationNames } from './migrate';

type Progress = (table: string, done: number, total: number) => void;

/** Only a superuser, or who was granted it, may load rows without the triggers that write while people work. */
const FORBIDDEN = '42501';

async function loadTable(connection: Connection, folder: string, table: BackedUpTable): Promise<void> {
  const { name, columns, file, rows } = table;
  const into = connection.query(copyFrom(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  await pipeline(createReadStream(path.join(folder, file)), createGunzip(), into);
  if (into.rowCount !== rows)
    throw new Error(`${name} has ${into.rowCount} rows instead of ${rows}; nothing was kept.`);
}

async function load(connection: Connection, folder: string, manifest: Manifest, onProgress?: Progress) {
  const { tables, sequences } = manifest;
  const present = (await readTables(connection)).map(({ name }) => name).join(', ');
  if (present !== tables.map(({ name }) => name).join(', '))
    throw new Error('The tables of the backup are not those of its migrations; nothing was kept.');
  await connection.query("SET LOCAL session_replication_role = 'replica'").catch((problem: unknown) => {
    if (!(problem instanceof Error && 'code' in problem && problem.code === FORBIDDEN)) throw problem;
    throw new Error(
      'The database user may not restore: use a superuser, or GRANT SET ON PARAMETER session_replication_role to it.',
    );
  });
  const guards = await readGuards(connection);
  for (const { table, trigger } of guards)
    await connection.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER ${quoted(trigger)}`);
  // migrations may have put in rows of their own
  await connection.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  for (const [index, table] of tables.entries()) {
    await loadTable(connection, folder, table);
    onProgress?.(table.name, index + 1, tables.length);
  }
  for (const { name, value, called } of sequences)
    await connection.query('SELECT setval($1::regclass, $2, $3)', [quoted(name), value, called]);
  for (const { table, trigger } of guards)
    await connection.query(`ALTER TABLE ${quoted(table)} ENABLE ALWAYS TRIGGER ${quoted(trigger)}`);
}

const guardSchema = z.object({ table: z.string(), trigger: z.string() });

/** The triggers that watch over the audit trail whoever writes; the trail is loaded as it was, link by link. */
async function readGuards(connection: Connection) {
  return await readRows(
    connection,
    guardSchema,
    `SELECT c.relname AS table, t.tgname AS trigger FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'A'`,
  );
}

async function requireEmpty(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  if (rows[0]?.count !== 0)
    throw new Error('The database is not empty. Restore into a new one; a backup is never loaded over what is there.');
}

/**
 * Loads a backup into an empty database, all of it or nothing, and brings it to the present migrations. One that an
 * older portal wrote gets the migrations it had first.
 * @throws Error in plain words: the folder is no whole backup, the database is not empty, a newer portal wrote it, or the
 *   database user may not restore
 */
export async function restoreBackup(databaseUrl: string, folder: string, onProgress?: Progress): Promise<Manifest> {
  const manifest = await readBackup(folder);
  const known = new Set(await migrationNames());
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(`A newer portal wrote this backup (it has ${unknown.join(', ')}); restore it with that one.`);
  const connection = await openConnection(databaseUrl, 'tcm-restore');
  try {
    await requireEmpty(connection);
    await applyMigrations(databaseUrl, manifest.migrations);
    const applied = await readAppliedMigrations(connection);
    if (applied.join() !== manifest.migrations.join())
      throw new Error('The migrations of the backup could not be applied; nothing was loaded.');
    await connection.query('BEGIN');
    await load(connection, folder, manifest, onProgress);
    await connection.query('COMMIT');
    await connection.query('ANALYZE');
  } finally {
    await closeConnection(connection);
  }
  await applyMigrations(databaseUrl);
  return manifest;
}
