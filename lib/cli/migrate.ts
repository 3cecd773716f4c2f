import { applyMigrations } from '@/lib/db/migrate';
import { openCommandDatabase, runCommand } from './database';

// `npm run db:migrate`: brings the database of DATABASE_URL, or the embedded one, to the latest migration.

await runCommand(async () => {
  const database = await openCommandDatabase();
  try {
    const applied = await applyMigrations(database.url);
    for (const name of applied) console.log(`Applied ${name}`);
    if (applied.length === 0) console.log('The database is up to date');
  } finally {
    await database.close();
  }
});
