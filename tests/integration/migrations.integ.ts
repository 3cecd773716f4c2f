import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { applyMigrations, migrationScript } from '@/lib/db/migrate';
import { withDatabase } from '@/tests/support/database';

// The migrations are written by hand where Prisma's schema cannot say it; what it can say must be in them exactly.

const SHAPE = {
  columns: `SELECT table_name, column_name, data_type, udt_name, is_nullable, column_default, character_maximum_length,
      numeric_precision, numeric_scale
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name`,
  enums: `SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
    ORDER BY t.typname, e.enumsortorder`,
  indexes: `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
  keys: `SELECT c.conrelid::regclass::text AS "table", c.conname, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE n.nspname = 'public' AND c.contype IN ('p', 'f', 'u') ORDER BY 1, 2`,
} as const;

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const lines = (rows: Record<string, unknown>[]) => rows.map((row) => Object.values(row).map(String).join(' | '));
const withoutPrismaTable = (list: string[]) => list.filter((line) => !line.includes('_prisma_migrations'));

describe('migrations', () => {
  it('apply to a bare database, and a second time change nothing', async () => {
    await withDatabase(null, async (url) => {
      const first = await applyMigrations(url);
      expect(first.length).toBeGreaterThan(0);
      const before = await query(url, SHAPE.columns);
      expect(await applyMigrations(url)).toEqual([]);
      expect(await query(url, SHAPE.columns)).toEqual(before);
    });
  });

  it('leave exactly the tables and columns of the schema files, and at least their indexes and keys', async () => {
    await withDatabase(null, async (migrated) => {
      await withDatabase(null, async (described) => {
        await applyMigrations(migrated);
        await query(described, await migrationScript(described));

        const both = async (text: string) =>
          await Promise.all(
            [migrated, described].map(async (url) => withoutPrismaTable(lines(await query(url, text)))),
          );

        for (const text of [SHAPE.columns, SHAPE.enums]) {
          const [inMigrations, inSchema] = await both(text);
          expect(inSchema?.length).toBeGreaterThan(0);
          expect(inMigrations).toEqual(inSchema);
        }
        for (const text of [SHAPE.indexes, SHAPE.keys]) {
          const [inMigrations, inSchema] = await both(text);
          expect(inSchema?.length).toBeGreaterThan(0);
          expect(inMigrations).toEqual(expect.arrayContaining(inSchema ?? []));
        }
      });
    });
  });

  it('are asked for again where one is missing from the list of those applied', async () => {
    await withDatabase(null, async (url) => {
      const names = await applyMigrations(url);
      await query(url, 'UPDATE _prisma_migrations SET rolled_back_at = now()');
      // the engine would apply them all, and finds the tables there
      await expect(applyMigrations(url)).rejects.toThrow();
      expect(names.length).toBeGreaterThan(0);
    });
  });

  it('refuse to go on after one that failed', async () => {
    await withDatabase(null, async (url) => {
      await query(url, 'CREATE TABLE district (unexpected text)');
      await expect(applyMigrations(url)).rejects.toThrow();
      await expect(applyMigrations(url), 'and says so again at the next start').rejects.toThrow();
      const left = await query(url, "SELECT 1 FROM pg_tables WHERE tablename = 'subdistrict'");
      expect(left, 'a failed migration leaves nothing half-made').toEqual([]);
    });
  });
});
