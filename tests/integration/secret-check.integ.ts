import { describe, expect, it } from 'vitest';
import { requireSecret } from '@/lib/server/secret-check';
import { useDatabase, withDatabase } from '@/tests/support/database';

const database = useDatabase('empty');

const settings = (url: string | undefined, more = {}) => ({
  APP_SECRET: undefined,
  NODE_ENV: 'production' as const,
  DATABASE_URL: url,
  singleSignOn: null,
  ...more,
});

describe('starting without APP_SECRET', () => {
  it('goes on while nobody has an account, or while that cannot be known', async () => {
    await requireSecret(settings(database.url));
    await requireSecret(settings(undefined));
    await requireSecret(settings('postgresql://nobody@127.0.0.1:1/nothing'));
    await withDatabase(null, async (bare) => await requireSecret(settings(bare)));
  });

  it('is refused in production once accounts are in use', async () => {
    await database.sql.query("INSERT INTO account (id, user_name, display_name) VALUES ('a', 'test.a', '甲')");
    await expect(requireSecret(settings(database.url))).rejects.toThrow('APP_SECRET is not set');
    await requireSecret(settings(database.url, { NODE_ENV: 'development' }));
    await requireSecret(settings(database.url, { APP_SECRET: 'x'.repeat(32) }));
    const singleSignOn = { issuer: 'https://id.example.org', clientId: 'c', clientSecret: 's' };
    await expect(requireSecret(settings(undefined, { singleSignOn }))).rejects.toThrow('APP_SECRET is not set');
  });
});
