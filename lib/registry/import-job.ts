import 'server-only';
import { randomUUID } from 'node:crypto';
import { actorOfGrant } from '@/lib/auth/grant-actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { Job, JobRun } from '@/lib/jobs/job';
import { log } from '@/lib/log/logger';
import { openImport } from './open-import';
import { writeImport } from './write-import';

// Writes long imports beside the requests. One whose process died is taken up by another process, or by the same one
// when it starts again: its lock is free, and nobody has touched it for a while. Nothing of the broken try is in the list.

/** Longer than from being asked for, or taken up, to holding the lock. */
const QUIET_MS = 20_000;
const MOST_ATTEMPTS = 3;
const MINUTE_MS = 60_000;
const LIMIT_MINUTES = 15;

/** Gives new runs to imports that are being applied and that no process works on. */
async function takeUpBroken(): Promise<void> {
  const quietSince = new Date(now().getTime() - QUIET_MS);
  // the lock is the one that `writeImport` takes; a number of 64 bits lies in pg_locks as two of 32
  const broken = await db().$queryRaw<{ id: string; run: string }[]>`
    SELECT i.id, i.run_id::text AS run FROM list_import i
    WHERE i.status = 'applying' AND i.run_since < ${quietSince} AND NOT EXISTS (
      SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND d.datname = current_database()
        AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(i.id, 6))`;
  for (const { id, run } of broken)
    await db().listImport.updateMany({
      where: { id, runId: run, status: 'applying' },
      data: { runId: randomUUID(), runSince: now() },
    });
}

async function waitingRuns(): Promise<string[]> {
  await takeUpBroken();
  const rows = await db().listImport.findMany({
    where: { status: 'applying', runId: { not: null } },
    select: { runId: true },
    orderBy: { runSince: 'asc' },
    take: 100,
  });
  return rows.flatMap(({ runId }) => runId ?? []);
}

/** Opens an import again that could not be written; the list is as it was. */
async function giveUp(runId: string, failure: string): Promise<void> {
  await db().listImport.updateMany({
    where: { runId, status: 'applying' },
    data: { status: 'checked', done: 0, failure, version: { increment: 1 } },
  });
}

/**
 * Writes the import of a run, for whoever asked for it, as long as their role allows it.
 * @throws what went wrong, as long as another try may do better, and when the process ends
 */
export async function runImport({ id: runId, signal }: JobRun): Promise<void> {
  const { count } = await db().listImport.updateMany({
    where: { runId, status: 'applying' },
    data: { runSince: now(), runAttempts: { increment: 1 } },
  });
  if (count === 0) return;
  const { id, runAccountId, runGrantId, runAttempts } = await db().listImport.findUniqueOrThrow({
    where: { runId },
    select: { id: true, runAccountId: true, runGrantId: true, runAttempts: true },
  });
  if (runAttempts > MOST_ATTEMPTS) return await giveUp(runId, 'registry.refused.brokenOff');
  const actor = runAccountId && runGrantId ? await actorOfGrant(runAccountId, runGrantId, `import-${id}`) : null;
  const found = actor && (await openImport(actor, id));
  if (!found) return await giveUp(runId, 'registry.refused.noLonger');
  try {
    await writeImport(actor, found, {
      transaction: { timeout: LIMIT_MINUTES * MINUTE_MS, maxWait: MINUTE_MS },
      signal,
    });
  } catch (problem) {
    if (signal.aborted || runAttempts < MOST_ATTEMPTS) throw problem;
    log.error({ err: problem, import: id }, 'an import could not be written');
    await giveUp(runId, 'registry.refused.brokenOff');
  }
}

/** The job that writes imports; which there are to write stands in their table. */
export const IMPORT_JOB: Job = {
  name: 'imports',
  dailyAtMinute: null,
  asked: waitingRuns,
  sideBySide: true,
  limitMinutes: LIMIT_MINUTES,
  run: runImport,
};
