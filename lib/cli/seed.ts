import { parseArgs } from 'node:util';
import { env } from '@/lib/core/env';
import { applyMigrations } from '@/lib/db/migrate';
import { DEFAULT_SEED, loadPreset, PRESETS } from '@/prisma/seed/presets';
import { openCommandDatabase, runCommand } from './database';

// `npm run db:seed -- demo|empty|province|decade [--seed n] [--replace]`: loads a network into the database of DATABASE_URL
// or the embedded one.

const USAGE = `Usage: npm run db:seed -- ${PRESETS.join('|')} [--seed <number>] [--replace]`;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, replace: { type: 'boolean', default: false } },
  });
  const preset = PRESETS.find((name) => name === (positionals[0] ?? 'demo'));
  const seed = Number(values.seed ?? DEFAULT_SEED);
  if (!preset || positionals.length > 1) throw new Error(USAGE);
  if (!Number.isInteger(seed) || seed < 0 || seed > 2_147_483_647)
    throw new Error(`The seed is a whole number from 0 to 2147483647. ${USAGE}`);
  return { preset, seed, replace: values.replace };
}

await runCommand(async () => {
  const { preset, seed, replace } = readArguments();
  const began = performance.now();
  const database = await openCommandDatabase();
  try {
    await applyMigrations(database.url);
    const loaded = await loadPreset(database.url, preset, {
      seed,
      replace,
      // a database of the operator's own never gets accounts that everybody knows
      demonstrationAccounts: env().DATABASE_URL === undefined,
      onProgress: (step, done, total) => console.log(`  ${step} ${done}/${total}`),
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      loaded ? `Loaded ${preset} (seed ${seed}) in ${seconds} s` : `${preset} (seed ${seed}) is already loaded`,
    );
  } finally {
    await database.close();
  }
});
