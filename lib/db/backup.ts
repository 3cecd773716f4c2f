import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { type BackedUpTable, MANIFEST_FILE, type Manifest, newManifest } from './backup-manifest';
import { quoted, readAppliedMigrations, readSequences, readTables } from './backup-tables';
import { type Connection, closeConnection, openConnection, readRows } from './connection';

type Progress = (table: string, done: number, total: number) => void;

/** Hands on what passes and keeps its SHA-256. */
function hashing() {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  return { stream, digest: () => hash.digest('hex') };
}

async function writeTable(
  connection: Connection,
  folder: string,
  { name, columns }: { name: string; columns: string[] },
): Promise<BackedUpTable> {
  const file = `${name}.copy.gz`;
  const rows = connection.query(copyTo(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`));
  const { stream, digest } = hashing();
  await pipeline(rows, createGzip(), stream, createWriteStream(path.join(folder, file)));
  return { name, columns, rows: rows.rowCount ?? 0, file, sha256: digest() };
}

/**
 * Writes everything that the portal keeps in its database into a folder, as it stood at one instant; work goes on
 * meanwhile. The queue of jobs is left out, the portal makes it anew.
 * @param folder must not exist; it appears under this name only when it is complete
 * @throws Error in plain words when the folder exists or the database has no tables of the portal; the driver's error
 *   when the database goes away
 */
export async function writeBackup(databaseUrl: string, folder: string, onProgress?: Progress): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  await mkdir(path.dirname(folder), { recursive: true });
  // whoever was ended in the middle leaves this behind
  await rm(unfinished, { recursive: true, force: true });
  const connection = await openConnection(databaseUrl, 'tcm-backup');
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await readAppliedMigrations(connection);
    if (migrations.length === 0) throw new Error('The database has no tables of the portal; there is nothing to keep.');
    const instant = z.object({ at: z.date(), version: z.string() });
    const [now] = await readRows(
      connection,
      instant,
      "SELECT now() AS at, current_setting('server_version') AS version",
    );
    if (!now) throw new Error('The database did not say what time it is.');
    await mkdir(unfinished, { mode: 0o700 });
    const tables: BackedUpTable[] = [];
    const named = await readTables(connection);
    for (const table of named) {
      tables.push(await writeTable(connection, unfinished, table));
      onProgress?.(table.name, tables.length, named.length);
    }
    const sequences = await readSequences(connection);
    await connection.query('COMMIT');
    const { at, version: serverVersion } = now;
    const manifest = newManifest({ at: at.toISOString(), serverVersion, migrations, tables, sequences });
    await writeFile(path.join(unfinished, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`);
    await rename(unfinished, folder).catch(() => {
      throw new Error(`${folder} exists already; a backup is never written over another.`);
    });
    return manifest;
  } finally {
    await closeConnection(connection);
    await rm(unfinished, { recursive: true, force: true });
  }
}
