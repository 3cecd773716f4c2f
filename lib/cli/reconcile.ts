import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { compareActivity, differingCounts, repairActivity } from '@/lib/clinic-sessions/reconcile';
import type { DistrictDifference } from '@/lib/clinic-sessions/reconcile-districts';
import type { ActivityDifference } from '@/lib/clinic-sessions/reconcile-sql';
import { openDatabase } from '@/lib/db/client';
import { openCommandDatabase } from './database';

// `npm run reconcile`: computes the sums of every clinic's months anew from its records, and those of
// districts from their clinics, and compares. Leaves with 0 when
// they are equal or were mended with `-- --repair`, 1 when they differ (each is named), 2 when nothing could be compared.

const NAMED_AT_MOST = 50;

function inWords(difference: ActivityDifference | DistrictDifference): string {
  const [name, id] =
    'clinicId' in difference
      ? [difference.clinicName, difference.clinicId]
      : [difference.districtName, difference.districtCode];
  const { names, kept, computed } = differingCounts(difference);
  const counts = names.map((count) => `${count} ${kept[count]} instead of ${computed[count]}`);
  return `${name} (${id}), ${difference.month.slice(0, 7)}: ${counts.join(', ')}`;
}

function readArguments(): { repair: boolean } {
  try {
    const { repair } = parseArgs({ options: { repair: { type: 'boolean', default: false } } }).values;
    return { repair };
  } catch {
    throw new Error('Usage: npm run reconcile -- [--repair]');
  }
}

async function reconcile(): Promise<number> {
  const { repair } = readArguments();
  const database = await openCommandDatabase();
  const db = openDatabase(database.url);
  try {
    const since = performance.now();
    const by = { system: 'cli', requestId: randomUUID() } as const;
    const { records, months, differences, districts } = repair
      ? await repairActivity(db, by)
      : await compareActivity(db);
    const took = `${((performance.now() - since) / 1000).toFixed(1)} s`;
    if (differences.length + districts.length === 0) {
      console.log(`The sums of ${months} months are those of their ${records} records (${took}).`);
      return 0;
    }
    for (const difference of districts.slice(0, NAMED_AT_MOST)) console.log(inWords(difference));
    for (const difference of differences.slice(0, NAMED_AT_MOST)) console.log(inWords(difference));
    if (differences.length > NAMED_AT_MOST) console.log(`… and ${differences.length - NAMED_AT_MOST} more.`);
    const done = repair ? 'were mended, each with an event in the audit trail' : 'differ from their records';
    console.log(`${differences.length} of ${months} months ${done} (${records} records, ${took}).`);
    if (districts.length > 0)
      console.log(
        `${districts.length} months of districts ${repair ? 'were added up anew' : 'are not the sums of their clinics'}.`,
      );
    return repair ? 0 : 1;
  } finally {
    await db.$disconnect();
    await database.close();
  }
}

process.exitCode = await reconcile().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
