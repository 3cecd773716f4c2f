import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { dateInShanghai } from '@/lib/core/dates';
import { type EmbeddedServer, startEmbeddedServer } from '@/lib/db/embedded-server';
import { applyMigrations } from '@/lib/db/migrate';
import { loadPreset } from '@/prisma/seed/presets';
import { asAdmin, cloneName, PRESETS, type TestPreset, type TestServer, urlOf } from './clones';
import { FIXED_NOW } from './fixed-clock';

// One PostgreSQL for all tests, and template databases that are built once for a state of migrations and seed and
// then copied for every test file. Several runs may use the server at the same time: whoever uses it holds a shared
// lock, and the run that started it stops it when nobody else does.

const DATA = '.data/test-pg';
/** Test data may be lost with the machine; nothing is written down before its time. */
export const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=2GB',
];
const TEMPLATE_SOURCES = ['prisma/migrations', 'prisma/seed', 'prisma/reference', 'prisma/schema'];
/** The application's own rules that the generated sessions follow. */
const TEMPLATE_RULES = [
  'lib/clinic-sessions/activity-rules.ts',
  'lib/clinic-sessions/history-rules.ts',
  'lib/clinic-sessions/rules.ts',
  'lib/joint-clinics/rules.ts',
];
const USE_LOCK = 7_310_001;
const BUILD_LOCK = 7_310_002;

/**
 * Opens the server of the tests (TEST_DATABASE_URL, or an embedded one) with its templates built.
 * @returns the server, and a function that gives it back and cleans up behind the last user
 */
export async function openTestServer(): Promise<{ server: TestServer; close(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startPatiently();
  const adminUrl = given ?? embedded?.url('postgres') ?? '';
  const usage = new pg.Client({ connectionString: adminUrl });
  usage.on('error', () => undefined);
  await usage.connect();
  await usage.query('SELECT pg_advisory_lock_shared($1)', [USE_LOCK]);

  const templates = await buildTemplates(adminUrl).catch(async (error: unknown) => {
    await usage.end();
    await embedded?.stop();
    throw error;
  });
  const close = async () => {
    await usage.query('SELECT pg_advisory_unlock_shared($1)', [USE_LOCK]);
    const last = await becomeLastUser(usage, embedded?.owned === true);
    if (last) await dropLeftovers(usage, Object.values(templates));
    await usage.end();
    if (last) await embedded?.stop();
  };
  return { server: { adminUrl, templates }, close };
}

/** Another run may just be shutting the server down. */
async function startPatiently(): Promise<EmbeddedServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startEmbeddedServer(DATA, FAST);
    } catch (error) {
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}

/** The owner of the server waits until the others are done; anyone else only looks. */
async function becomeLastUser(client: pg.Client, owner: boolean): Promise<boolean> {
  if (owner) {
    await client.query('SELECT pg_advisory_lock($1)', [USE_LOCK]);
    return true;
  }
  const tried = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [USE_LOCK]);
  return tried.rows[0]?.got === true;
}

async function dropLeftovers(client: pg.Client, keep: string[]): Promise<void> {
  const found = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'tcm\\_clone\\_%' OR datname LIKE 'tcm\\_template\\_%'",
  );
  for (const { datname } of found.rows)
    if (!keep.includes(datname)) await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
}

/** A short digest of everything that decides what stands in a template. */
export async function templateDigest(): Promise<string> {
  const digest = createHash('sha256');
  for (const folder of TEMPLATE_SOURCES) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'));
    const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
    for (const file of paths) digest.update(file).update(await readFile(file));
  }
  for (const file of TEMPLATE_RULES) digest.update(file).update(await readFile(file));
  return digest.digest('hex').slice(0, 12);
}

async function buildTemplates(adminUrl: string): Promise<Record<TestPreset, string>> {
  const digest = await templateDigest();
  const names = { empty: `tcm_template_empty_${digest}`, demo: `tcm_template_demo_${digest}` };
  await asAdmin(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [BUILD_LOCK]);
    for (const preset of PRESETS) {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [names[preset]]);
      if (!found.rowCount) await buildTemplate(client, adminUrl, preset, names[preset]);
    }
  });
  return names;
}

/** Built under another name and renamed when complete, so that a run cut short leaves no half template. */
async function buildTemplate(client: pg.Client, adminUrl: string, preset: TestPreset, name: string): Promise<void> {
  const building = cloneName();
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(building)}`);
  const url = urlOf(adminUrl, building);
  await applyMigrations(url);
  await loadPreset(url, preset, { today: dateInShanghai(new Date(FIXED_NOW)), demonstrationAccounts: true });
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [building]);
  await client.query(`ALTER DATABASE ${pg.escapeIdentifier(building)} RENAME TO ${pg.escapeIdentifier(name)}`);
}
