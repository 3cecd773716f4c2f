import pg from 'pg';
import { readTables } from '@/lib/db/backup-tables';

export type TableRows = { name: string; rows: number; digest: string };

/** How many rows every table has, and one digest over all of them, whatever their order. */
export async function rowsOfTables(url: string): Promise<TableRows[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const found: TableRows[] = [];
    for (const { name } of await readTables(client)) {
      const sql = `SELECT count(*)::int AS rows, coalesce(md5(string_agg(one, '' ORDER BY one)), '') AS digest
        FROM (SELECT md5(t::text) AS one FROM ${pg.escapeIdentifier(name)} t) rows`;
      const { rows } = await client.query<{ rows: number; digest: string }>(sql);
      found.push({ name, rows: rows[0]?.rows ?? 0, digest: rows[0]?.digest ?? '' });
    }
    return found;
  } finally {
    await client.end();
  }
}
