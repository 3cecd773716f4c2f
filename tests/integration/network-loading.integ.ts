import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { dateInShanghai } from '@/lib/core/dates';
import { applyMigrations } from '@/lib/db/migrate';
import { networkChecksum } from '@/prisma/seed/load';
import { DEFAULT_SEED, loadPreset, presetNetwork } from '@/prisma/seed/presets';
import { useDatabase, withDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('demo');
const TODAY = dateInShanghai(new Date(FIXED_NOW));

async function rows(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.sql.query<Record<string, unknown>>(statement, values)).rows;
}

/** The one value of a statement that answers one row of one column, as a number. */
async function number(statement: string, values: unknown[] = []): Promise<number> {
  const [row] = await rows(statement, values);
  return Number(Object.values(row ?? {})[0]);
}

describe('loading', () => {
  const counts = async (client: pg.Client) =>
    (
      await client.query<{ version: string; n: string }>(
        'SELECT (SELECT version FROM directory_version) AS version, (SELECT count(*) FROM facility) AS n',
      )
    ).rows;

  it('twice changes nothing, another dataset is refused, and replacing starts afresh', async () => {
    await withDatabase('demo', async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const before = await counts(client);
        expect(await loadPreset(url, 'demo')).toBe(false);
        expect(await counts(client)).toEqual(before);
        await expect(loadPreset(url, 'empty')).rejects.toThrow(/"demo"/);
        await expect(loadPreset(url, 'demo', { seed: 5 })).rejects.toThrow(/--replace/);
        expect(await counts(client)).toEqual(before);
        const steps: string[] = [];
        expect(await loadPreset(url, 'empty', { replace: true, onProgress: (step) => steps.push(step) })).toBe(true);
        expect(steps).toContain('facility');
        expect((await counts(client))[0]?.n).toBe('4');
      } finally {
        await client.end();
      }
    });
  });

  it('leaves every foreign key in place and writes down what it loaded', async () => {
    expect(await number("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated")).toBe(0);
    const here = await number("SELECT count(*) FROM pg_constraint WHERE contype = 'f'");
    await withDatabase(null, async (url) => {
      await applyMigrations(url);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const bare = await client.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f'",
        );
        expect(bare.rows[0]?.n).toBe(here);
      } finally {
        await client.end();
      }
    });
    const [loaded] = await rows('SELECT name, seed, checksum FROM loaded_dataset');
    expect(loaded).toEqual({
      name: 'demo',
      seed: DEFAULT_SEED,
      checksum: networkChecksum(await presetNetwork('demo', { seed: DEFAULT_SEED, today: TODAY })),
    });
  });
});
