import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { now } from '@/lib/core/clock';
import { migrationScript } from '@/lib/db/migrate';
import { openCommandDatabase, runCommand } from './database';

// `npm run db:migration -- <name>`: writes the SQL that leads from the committed Prisma schema to the present one.
// Checks, exclusion constraints, partial indexes and triggers are added to the file by hand.

const SCHEMA_FOLDER = 'prisma/schema';

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The schema files of the last commit, with the paths the present ones have; none before the first commit. */
function committedSchema(): [string, string][] {
  const names = git('ls-tree', '--name-only', 'HEAD', `${SCHEMA_FOLDER}/`)
    .split('\n')
    .filter((name) => name.endsWith('.prisma'));
  return names.map((name) => [path.resolve(name), git('show', `HEAD:${name}`)]);
}

await runCommand(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name))
    throw new Error('Give the migration a name of small letters and underscores: npm run db:migration -- add_rooms');
  const database = await openCommandDatabase();
  try {
    const script = await migrationScript(database.url, committedSchema());
    if (script.trim() === '' || script.includes('This is an empty migration')) {
      console.log('The schema is as it was committed; nothing to write');
      return;
    }
    const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = path.join('prisma', 'migrations', `${stamp}_${name}`);
    await mkdir(folder);
    await writeFile(path.join(folder, 'migration.sql'), script);
    console.log(`Wrote ${folder}/migration.sql; read it, and add checks and triggers by hand`);
  } finally {
    await database.close();
  }
});
