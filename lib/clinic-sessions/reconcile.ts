import type { SystemActor } from '@/lib/audit/write-audit';
import { writeAudit } from '@/lib/audit/write-audit';
import type { Database } from '@/lib/db/client';
import { applyActivities } from './activity';
import { ACTIVITY_COUNTS, type ActivityCounts, subtract } from './activity-rules';
import { type ActivityDifference, readActivityTotals, readDifferences } from './reconcile-sql';

// The proof that the sums of months are those of their records, and the way back where they are not.

export type Reconciliation = {
  records: number;
  months: number;
  /** empty when all is well */
  differences: ActivityDifference[];
};

/** A million records take seconds; a repair of many months writes an event for each. */
const TIMEOUT_MS = 30 * 60_000;

/** The counts of a difference that are not alike, as they are kept and as they should be. */
export function differingCounts({ kept, computed }: Pick<ActivityDifference, 'kept' | 'computed'>) {
  const names = ACTIVITY_COUNTS.filter((name) => kept[name] !== computed[name]);
  const of = (counts: ActivityCounts) => Object.fromEntries(names.map((name) => [name, counts[name]]));
  return { names, kept: of(kept), computed: of(computed) };
}

/** Compares every month with its records. */
export async function compareActivity(db: Database): Promise<Reconciliation> {
  return { ...(await readActivityTotals(db)), differences: await readDifferences(db) };
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
      return { ...(await readActivityTotals(tx)), differences };
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  );
}
