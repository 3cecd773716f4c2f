import pg from 'pg';
import { dateInShanghai } from '@/lib/core/dates';
import { ensureDatabase, startEmbeddedServer } from '@/lib/db/embedded-server';
import { applyMigrations } from '@/lib/db/migrate';
import { loadPreset } from '@/prisma/seed/presets';
import { LOSING_PORT } from './addresses';
import { FIXED_NOW } from './fixed-clock';
import { startPortal } from './portal-process';
import { FAST, templateDigest } from './test-server';

// A portal with a PostgreSQL of its own, which is taken away by force on request. Its parent is resilience.e2e.ts.

const tell = (message: string) => process.send?.(message);

const database = await startEmbeddedServer('.data/losing-pg', FAST);
const name = `tcm_${await templateDigest()}`;
await dropOthers();
await ensureDatabase(database, name);
await applyMigrations(database.url(name));
await loadPreset(database.url(name), 'demo', { today: dateInShanghai(new Date(FIXED_NOW)) });
const portal = await startPortal(LOSING_PORT, database.url(name));

async function dropOthers() {
  const client = new pg.Client({ connectionString: database.url('postgres') });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'tcm\\_%' AND datname <> $1",
    [name],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
  await client.end();
}

async function stop() {
  await portal.stop();
  await database.stop();
  process.exit(0);
}

process.on('message', (message) => {
  if (message !== 'lose the database') return;
  process.kill(database.processId, 'SIGKILL');
  tell('lost');
});
// the parent went away, or asks to end
process.on('disconnect', () => void stop());
process.on('SIGTERM', () => void stop());
tell('ready');
