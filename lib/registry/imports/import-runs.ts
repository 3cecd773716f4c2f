import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';

// Which imports the job has to check, to write or to undo. One whose process died is taken up by another process, or by the same one
// when it starts again: its lock is free, and nobody has touched it for a while. Nothing of the broken try is in the list.

/** Files are kept, checked, written and taken back in one transaction each. */
export const LONG = { timeout: 120_000, maxWait: 10_000 } as const;
/** While a file is at this, it belongs to a run or to somebody who waits. */
export const BUSY = ['checking', 'applying', 'undoing'] as const;
export type Busy = (typeof BUSY)[number];
/** What an import is again when writing or undoing it comes to nothing. */
export const LEFT_AS = { applying: 'checked', undoing: 'applied' } as const;
export const NO_FAILURE = { failure: null, failureValues: Prisma.DbNull } as const;
/** Longer than from being asked for, or taken up, to holding the lock. */
const QUIET_MS = 20_000;

/** For whom an import is worked on, from now on. */
export function askedBy({ accountId, grantId }: Actor) {
  return { runAccountId: accountId, runGrantId: grantId, runSince: now(), runAttempts: 0 };
}

/** The same, to be done by the job. */
export function newRun(actor: Actor) {
  return { runId: randomUUID(), ...askedBy(actor) };
}

/** Gives new runs to imports that are being checked, written or undone and that no process works on. */
async function takeUpBroken(): Promise<void> {
  const quietSince = new Date(now().getTime() - QUIET_MS);
  // the lock is the one that `takeTurn` takes; a number of 64 bits lies in pg_locks as two of 32
  const broken = await db().$queryRaw<{ id: string; run: string | null }[]>`
    SELECT i.id, i.run_id::text AS run FROM list_import i
    WHERE i.status IN ('checking', 'applying', 'undoing') AND i.run_since < ${quietSince} AND NOT EXISTS (
      SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND d.datname = current_database()
        AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(i.id, 6))`;
  for (const { id, run } of broken)
    await db().listImport.updateMany({
      where: { id, runId: run, status: { in: [...BUSY] } },
      data: { runId: randomUUID(), runSince: now() },
    });
}

/** The runs of imports that are to be checked, written or undone, the oldest first. */
export async function waitingRuns(): Promise<string[]> {
  await takeUpBroken();
  const rows = await db().listImport.findMany({
    where: { status: { in: [...BUSY] }, runId: { not: null } },
    select: { runId: true },
    orderBy: { runSince: 'asc' },
    take: 100,
  });
  return rows.flatMap(({ runId }) => runId ?? []);
}
