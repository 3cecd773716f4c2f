import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { dateInShanghai } from '@/lib/core/dates';
import { applyMigrations } from '@/lib/db/migrate';
import { contentChecksum } from '@/prisma/seed/load';
import { DEFAULT_SEED, loadPreset, presetContent } from '@/prisma/seed/presets';
import { useDatabase, withDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('demo');
const TODAY = dateInShanghai(new Date(FIXED_NOW));

async function rows(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.sql.query<Record<string, unknown>>(statement, values)).rows;
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

  /** Every constraint, index and trigger, and whether it is in force. */
  const PROTECTION = `
    SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated AS what FROM pg_constraint
      WHERE conrelid <> 0 AND contype <> 't'
    UNION ALL SELECT pg_get_indexdef(indexrelid) || indisvalid FROM pg_index
      WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;

  it('leaves every constraint, index and trigger in force', async () => {
    await withDatabase(null, async (url) => {
      await applyMigrations(url);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const bare = await client.query<Record<string, unknown>>(PROTECTION);
        expect(bare.rows.length).toBeGreaterThan(200);
        expect(await rows(PROTECTION)).toEqual(bare.rows);
      } finally {
        await client.end();
      }
    });
  });

  it('writes down what it loaded', async () => {
    const [loaded] = await rows('SELECT name, seed, checksum FROM loaded_dataset');
    expect(loaded).toEqual({
      name: 'demo',
      seed: DEFAULT_SEED,
      checksum: contentChecksum(await presetContent('demo', { seed: DEFAULT_SEED, today: TODAY })),
    });
  });
});
