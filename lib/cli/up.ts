import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { childEnvironment, env } from '@/lib/core/env';
import { closeConnection, openConnection, readRows } from '@/lib/db/connection';
import { type EmbeddedServer, ensureDatabase, startEmbeddedServer } from '@/lib/db/embedded-server';
import { applyMigrations } from '@/lib/db/migrate';
import { SERVER_ENVIRONMENT, serverArguments } from '@/lib/server/process-arguments';
import { ensureBuild } from './build';

// `npm run up [-- --preset demo|empty|province|decade]`: database, migrations, the demonstration network, build, server.

const PRESETS = ['demo', 'empty', 'province', 'decade'] as const;
type Preset = (typeof PRESETS)[number];

const began = Date.now();
let server: ChildProcess | undefined;
let database: EmbeddedServer | undefined;

function say(text: string) {
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${text}`);
}

function presetFromArguments(): Preset {
  const at = process.argv.indexOf('--preset');
  const wanted = at >= 0 ? process.argv[at + 1] : 'demo';
  const preset = PRESETS.find((name) => name === wanted);
  if (!preset) throw new Error(`Unknown preset "${wanted}". Choose one of: ${PRESETS.join(', ')}.`);
  return preset;
}

async function databaseAddress(): Promise<string> {
  const given = env().DATABASE_URL;
  if (given) {
    say('Using the PostgreSQL of DATABASE_URL');
    return given;
  }
  const firstTime = !existsSync('.data/pg');
  say(firstTime ? 'Creating the embedded PostgreSQL in .data/pg' : 'Starting the embedded PostgreSQL');
  database = await startEmbeddedServer('.data/pg');
  await ensureDatabase(database, 'portal');
  return database.url('portal');
}

/** A key for hashes, made once and kept beside the embedded database. */
async function secret(): Promise<string> {
  const given = env().APP_SECRET;
  if (given) return given;
  const file = '.data/secret';
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.length >= 32) return kept;
  const made = randomBytes(32).toString('base64url');
  await mkdir('.data', { recursive: true });
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

async function prepareDatabase(url: string, preset: Preset) {
  const applied = await applyMigrations(url);
  if (applied.length > 0) say(`Applied ${applied.length} migrations`);
  const { loadPreset } = await import('@/prisma/seed/presets');
  const onProgress = (step: string, done: number, total: number) => say(`  ${step} ${done}/${total}`);
  // a database of the operator's own never gets accounts that everybody knows
  const loaded = await loadPreset(url, preset, { onProgress, demonstrationAccounts: database !== undefined });
  say(loaded ? `Loaded the ${preset} network` : 'The network is already loaded');
}

async function countFacilities(url: string): Promise<number> {
  const connection = await openConnection(url, 'tcm-up');
  try {
    const rows = await readRows(connection, z.object({ count: z.number() }), 'SELECT count(*)::int FROM facility');
    return rows[0]?.count ?? 0;
  } finally {
    await closeConnection(connection);
  }
}

async function waitUntilServing(port: number) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server?.exitCode !== null) throw new Error('The server ended; the lines above say why.');
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The server did not answer within a minute.');
}

async function stop(code: number) {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  await database?.stop();
  process.exit(code);
}

async function main() {
  const preset = presetFromArguments();
  say('Building if anything changed');
  const building = ensureBuild().then((made) => say(made ? 'Built' : 'The build is up to date'));
  // a build that fails while the database is still being prepared is reported where it is awaited
  building.catch(() => undefined);
  const url = await databaseAddress();
  await prepareDatabase(url, preset);
  await building;

  const { PORT } = env();
  server = spawn(process.execPath, serverArguments(await countFacilities(url)), {
    env: childEnvironment({
      ...SERVER_ENVIRONMENT,
      DATABASE_URL: url,
      NODE_ENV: 'production',
      APP_SECRET: await secret(),
      DEMONSTRATION_ACCOUNTS: database && preset !== 'empty' ? 'on' : 'off',
    }),
    stdio: 'inherit',
  });
  server.on('exit', (code) => void stop(code ?? 1));
  await waitUntilServing(PORT);
  say(`Ready: http://localhost:${PORT}`);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void stop(1);
});
