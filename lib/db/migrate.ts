import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { closeConnection, openConnection, readRows } from './connection';
import type { MigrationList } from './schema-engine';

const MIGRATIONS_FOLDER = path.resolve('prisma/migrations');

const appliedSchema = z.object({ appliedMigrationNames: z.array(z.string()) });
const diffSchema = z.object({ stdout: z.string().nullish() });

/** The names of all migrations of this portal, in the order in which they are applied. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigrations(folders: readonly string[]): Promise<MigrationList> {
  const migrationDirectories = await Promise.all(
    folders.map(async (folder) => ({
      path: folder,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(MIGRATIONS_FOLDER, folder, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(path.join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir: MIGRATIONS_FOLDER, lockfile, shadowDbInitScript: '', migrationDirectories };
}

const tableSchema = z.object({ there: z.boolean() });
const migrationRowSchema = z.object({ name: z.string(), finished: z.boolean() });

/** Whether every migration is applied already; one that failed, or is not of ours, is for the engine to judge. */
async function isUpToDate(databaseUrl: string, { migrationDirectories }: MigrationList): Promise<boolean> {
  const connection = await openConnection(databaseUrl, 'tcm-migrations');
  try {
    const [table] = await readRows(
      connection,
      tableSchema,
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    );
    if (!table?.there) return false;
    const rows = await readRows(
      connection,
      migrationRowSchema,
      `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
        WHERE rolled_back_at IS NULL`,
    );
    const applied = new Set(rows.map(({ name }) => name));
    return (
      rows.every(({ finished }) => finished) &&
      applied.size === migrationDirectories.length &&
      migrationDirectories.every(({ path: name }) => applied.has(name))
    );
  } finally {
    await closeConnection(connection);
  }
}

/**
 * Applies every migration that the database does not have yet, each in one transaction.
 * @param only so many of them that a database of that time had
 * @returns the names applied now, in order; empty when the database was up to date.
 * @throws the engine's error when a migration fails; the failed one is recorded as such in _prisma_migrations.
 */
export async function applyMigrations(databaseUrl: string, only?: readonly string[]): Promise<string[]> {
  const migrationsList = await readMigrations(only ?? (await migrationNames()));
  // a start that finds everything in place does without the engine
  if (await isUpToDate(databaseUrl, migrationsList)) return [];
  const { NO_FILTER, withEngine } = await import('./schema-engine');
  return await withEngine(databaseUrl, async (engine) => {
    const output = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedSchema.parse(output).appliedMigrationNames;
  });
}

/**
 * The SQL that leads from one set of Prisma schema files (none: an empty database) to the present one.
 * Check constraints, exclusion constraints, partial indexes and triggers are ours to write by hand.
 */
export async function migrationScript(databaseUrl: string, from: [string, string][] = []): Promise<string> {
  const files = (list: [string, string][]) => list.map(([path, content]) => ({ path, content }));
  const { NO_FILTER, readSchemaFiles, withEngine } = await import('./schema-engine');
  return await withEngine(databaseUrl, async (engine) => {
    const output = await engine.diff({
      from: from.length > 0 ? { tag: 'schemaDatamodel', files: files(from) } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: files(await readSchemaFiles()) },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: NO_FILTER,
    });
    return diffSchema.parse(output).stdout ?? '';
  });
}
