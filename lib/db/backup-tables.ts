import { z } from 'zod';
import { type Connection, readRows } from './connection';

// Tables are named by the database itself, so that a backup forgets none that a later migration adds.

/** Prisma's own: it follows from the migrations, which are applied when restoring. */
const OF_MIGRATIONS = '_prisma_migrations';

const tableSchema = z.object({ name: z.string(), columns: z.array(z.string()) });

/** Every table of the portal with its columns, without those that the database computes. */
export async function readTables(connection: Connection): Promise<{ name: string; columns: string[] }[]> {
  return await readRows(
    connection,
    tableSchema,
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1 AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [OF_MIGRATIONS],
  );
}

/** Every sequence of the portal and where it stands. */
export async function readSequences(connection: Connection) {
  const named = await readRows(
    connection,
    z.object({ name: z.string() }),
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY 1",
  );
  const standing = z.object({ value: z.string(), called: z.boolean() });
  const sequences: { name: string; value: string; called: boolean }[] = [];
  for (const { name } of named) {
    const sql = `SELECT last_value::text AS value, is_called AS called FROM ${quoted(name)}`;
    const [stands] = await readRows(connection, standing, sql);
    if (stands) sequences.push({ name, ...stands });
  }
  return sequences;
}

/** The migrations that the database has, in order; none when it has none yet. */
export async function readAppliedMigrations(connection: Connection): Promise<string[]> {
  const [table] = await readRows(
    connection,
    z.object({ there: z.boolean() }),
    `SELECT to_regclass('public.${OF_MIGRATIONS}') IS NOT NULL AS there`,
  );
  if (!table?.there) return [];
  const rows = await readRows(
    connection,
    z.object({ name: z.string() }),
    `SELECT migration_name AS name FROM ${OF_MIGRATIONS}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}

/** A name of the database's as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
