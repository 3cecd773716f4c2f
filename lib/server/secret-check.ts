import { z } from 'zod';
import { type Env, env } from '@/lib/core/env';
import { closeConnection, openConnection, readRows } from '@/lib/db/connection';
import { isUnreachable } from '@/lib/db/unreachable';
import { log } from '@/lib/log/logger';

/** The table is not there yet: no migration has run, so nobody has an account. */
const NO_TABLE = '42P01';

type Settings = Pick<Env, 'APP_SECRET' | 'NODE_ENV' | 'DATABASE_URL' | 'singleSignOn'>;

/**
 * Keeps the portal from serving accounts without a key of its own. That a given APP_SECRET is strong enough is checked
 * where the environment is read.
 * @throws Error that says what to do, when APP_SECRET is missing in production and accounts are in use
 */
export async function requireSecret(settings: Settings = env()): Promise<void> {
  const { APP_SECRET, NODE_ENV, DATABASE_URL, singleSignOn } = settings;
  if (APP_SECRET || NODE_ENV !== 'production') return;
  if (singleSignOn || (DATABASE_URL && (await hasAccounts(DATABASE_URL))))
    throw new Error('APP_SECRET is not set, but accounts are in use. Set it to at least 32 random characters.');
}

async function hasAccounts(url: string): Promise<boolean> {
  try {
    const connection = await openConnection(url, 'secret-check');
    try {
      const rows = await readRows(connection, z.object({ id: z.string() }), 'SELECT id FROM account LIMIT 1');
      return rows.length > 0;
    } finally {
      await closeConnection(connection);
    }
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === NO_TABLE) return false;
    if (!isUnreachable(problem)) throw problem;
    // residents are served from memory meanwhile, and nobody can sign in without the key
    log.warn('APP_SECRET is not set; whether accounts are in use cannot be seen while the database is away');
    return false;
  }
}
