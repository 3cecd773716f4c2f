import path from 'node:path';
import { parseArgs } from 'node:util';
import { env } from '@/lib/core/env';
import { writeBackup } from '@/lib/db/backup';
import { openCommandDatabase, runCommand } from './database';

// `npm run backup`: writes all that the portal keeps into a folder, while the portal goes on. The database is that of
// DATABASE_URL, or the embedded one.

const USAGE = 'Usage: npm run backup [-- <folder that does not exist yet>]';

function readArguments(): { folder: string } {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length > 1) throw new Error(USAGE);
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return { folder: path.resolve(positionals[0] ?? path.join('.data', 'backups', moment)) };
}

await runCommand(async () => {
  const { folder } = readArguments();
  const began = performance.now();
  const database = await openCommandDatabase();
  try {
    const { tables, at } = await writeBackup(database.url, folder, (table, done, total) =>
      console.log(`  ${done}/${total} ${table}`),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`Kept ${rows} rows of ${tables.length} tables, as they stood at ${at}, in ${folder} (${seconds} s).`);
    const secret = env().DATABASE_URL ? 'APP_SECRET' : '.data/secret';
    console.log(`Keep ${secret} as well, in another place: without it nobody’s second factor can be read.`);
  } finally {
    await database.close();
  }
});
