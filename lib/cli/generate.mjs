// `npm run db:generate`: writes the typed database client, only when the Prisma schema or Prisma itself changed.
// Plain JavaScript, because the TypeScript sources import what it makes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const SCHEMA = path.join('prisma', 'schema');
const CLIENT = path.join('lib', 'db', 'generated');
const HASH_FILE = path.join(CLIENT, '.schema-hash');

const require = createRequire(import.meta.url);

function schemaHash() {
  const hash = createHash('sha256').update(require('prisma/package.json').version);
  for (const name of readdirSync(SCHEMA).sort()) {
    if (!name.endsWith('.prisma')) continue;
    hash.update(`\0${name}\0`).update(readFileSync(path.join(SCHEMA, name)));
  }
  return hash.digest('hex');
}

const hash = schemaHash();
const known = existsSync(HASH_FILE) ? readFileSync(HASH_FILE, 'utf8') : '';
if (known !== hash || !existsSync(path.join(CLIENT, 'client.ts'))) {
  // without the hash a generation that is cut off is made again
  rmSync(HASH_FILE, { force: true });
  const cli = path.join(path.dirname(require.resolve('prisma/package.json')), 'build', 'index.js');
  const made = spawnSync(process.execPath, [cli, 'generate', '--schema', SCHEMA], {
    // generating needs no schema engine; any executable keeps the CLI from downloading one
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    process.stderr.write(`${made.stdout ?? ''}${made.stderr ?? ''}${made.error ? `${made.error.message}\n` : ''}`);
    process.exit(made.status ?? 1);
  }
  writeFileSync(HASH_FILE, hash);
}
