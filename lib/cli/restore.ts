import { parseArgs } from 'node:util';
import { verifyAuditTrail } from '@/lib/audit/verify';
import { restoreBackup } from '@/lib/db/restore';
import { openCommandDatabase, runCommand } from './database';

// `npm run restore -- <folder>`: loads a backup into an empty database: that of DATABASE_URL, or the embedded one.

const USAGE = 'Usage: npm run restore -- <folder of a backup>';

function readArguments(): { folder: string } {
  const [folder, ...more] = parseArgs({ allowPositionals: true }).positionals;
  if (folder === undefined || more.length > 0) throw new Error(USAGE);
  return { folder };
}

await runCommand(async () => {
  const { folder } = readArguments();
  const began = performance.now();
  const database = await openCommandDatabase();
  try {
    const { tables, at } = await restoreBackup(database.url, folder, (table, done, total) =>
      console.log(`  ${done}/${total} ${table}`),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`Restored ${rows} rows of ${tables.length} tables, as they stood at ${at} (${seconds} s).`);
    const { finding, rows: events, end } = await verifyAuditTrail(database.url);
    if (finding) throw new Error('The audit trail of the backup is broken: npm run audit:verify names the row.');
    console.log(`The audit trail is whole: ${events} rows, up to ${end.seq}:${end.hash}`);
  } finally {
    await database.close();
  }
});
