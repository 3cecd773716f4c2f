import type { SystemActor } from '@/lib/audit/write-audit';
import { writeAudit } from '@/lib/audit/write-audit';
import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { applyActivities } from './activity';
import { subtract } from './activity-rules';
import {
  DISTRICT_COUNTS,
  type DistrictCount,
  type DistrictDifference,
  readDistrictDifferences,
} from './reconcile-districts';
import { type ActivityDifference, readActivityTotals, readDifferences } from './reconcile-sql';

// The proof that the sums of months are those of their records, and the way back where they are not.

export type Reconciliation = {
  records: number;
  months: number;
  /** empty when all is well */
  differences: ActivityDifference[];
  /** months of districts that are not the sums of their clinics' */
  districts: DistrictDifference[];
};

/** A million records take seconds; a repair of many months writes an event for each. */
const TIMEOUT_MS = 30 * 60_000;

type Counts = Partial<Record<DistrictCount, number>>;

/** The counts of a difference that are not alike, as they are kept and as they should be. */
export function differingCounts({ kept, computed }: { kept: Counts; computed: Counts }) {
  const names = DISTRICT_COUNTS.filter((name) => kept[name] !== computed[name]);
  const of = (counts: Counts) => Object.fromEntries(names.map((name) => [name, counts[name] ?? 0]));
  return { names, kept: of(kept), computed: of(computed) };
}

/** Compares every month with its records, and the months of districts with those of their clinics. */
export async function compareActivity(db: Database): Promise<Reconciliation> {
  const differences = await readDifferences(db);
  return { ...(await readActivityTotals(db)), differences, districts: await readDistrictDifferences(db) };
}

/**
 * Compares every month with its records and mends those that differ, with an event for each. Whoever writes records
 * meanwhile waits before adding to the sums, so that nothing is counted twice.
 */
export async function repairActivity(db: Database, by: SystemActor): Promise<Reconciliation> {
  return await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE activity_month IN SHARE ROW EXCLUSIVE MODE`;
      const differences = await readDifferences(tx);
      await applyActivities(
        tx,
        differences.map(({ kept, computed, month, ...place }) => ({
          key: { ...place, date: month },
          delta: subtract(computed, kept),
        })),
      );
      for (const difference of differences) {
        const { clinicId, clinicName, month, centreId, districtCode } = difference;
        const { kept, computed } = differingCounts(difference);
        const label = `${clinicName} ${month.slice(0, 7)}`;
        await writeAudit(tx, by, {
          event: 'activityMonth.repaired',
          object: { type: 'ActivityMonth', id: `${clinicId}/${month}`, label },
          scope: { centreId, districtCode },
          before: kept,
          after: computed,
        });
      }
      return { ...(await readActivityTotals(tx)), differences, districts: await repairDistricts(tx, by) };
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  );
}

/** Mends the months of districts, after those of their clinics. */
async function repairDistricts(tx: Prisma.TransactionClient, by: SystemActor): Promise<DistrictDifference[]> {
  const differences = await readDistrictDifferences(tx);
  if (differences.length > 0) await tx.$executeRaw`SELECT district_activity_rebuild()`;
  for (const difference of differences) {
    const { districtCode, districtName, month } = difference;
    const { kept, computed } = differingCounts(difference);
    await writeAudit(tx, by, {
      event: 'activityMonth.repaired',
      object: { type: 'ActivityMonth', id: `${districtCode}/${month}`, label: `${districtName} ${month.slice(0, 7)}` },
      scope: { districtCode },
      before: kept,
      after: computed,
    });
  }
  return differences;
}
