import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { useDatabase, withDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

// Every other integration test rests on this: a database of its own, and the application's client leads there.

const database = useDatabase('demo');

describe('useDatabase', () => {
  it("is what the application's client reaches, with the demonstration network in it", async () => {
    const { rows } = await database.sql.query<{ name: string }>('SELECT current_database() AS name');
    const reached = await db().$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
    expect(reached).toEqual(rows);
    expect(await db().communityCentre.count()).toBe(249);
  });

  it('leaves the template and other databases alone', async () => {
    await database.sql.query('CREATE TABLE only_here ()');
    await withDatabase('demo', async (url) => {
      expect(url).not.toBe(database.url);
      const found = await database.sql.query("SELECT to_regclass('only_here') AS there");
      expect(found.rows).toEqual([{ there: 'only_here' }]);
    });
  });

  it('lives at the fixed instant', () => {
    expect(now()).toEqual(new Date(FIXED_NOW));
  });
});
