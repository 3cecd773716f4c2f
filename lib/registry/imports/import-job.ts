import 'server-only';
import { actorOfGrant } from '@/lib/auth/grant-actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { Job, JobRun } from '@/lib/jobs/job';
import { log } from '@/lib/log/logger';
import { listWords } from '@/lib/registry/files/list-words';
import { checkImport, withoutCheck } from './check-import';
import { BUSY, type Busy, LEFT_AS, waitingRuns } from './import-runs';
import { openImport } from './open-import';
import { writeImport } from './write-import';

// Checks, writes and undoes long imports beside the requests, and short ones whose writing or undoing was broken off.

const MOST_ATTEMPTS = 3;
const MINUTE_MS = 60_000;
const LIMIT_MINUTES = 15;
const TRANSACTION = { timeout: LIMIT_MINUTES * MINUTE_MS, maxWait: MINUTE_MS };

type Run = { id: string; runId: string; status: Busy };

const BROKEN_OFF = { checking: 'notChecked', applying: 'brokenOff', undoing: 'notUndone' } as const;

/** Ends the work on an import that came to nothing; the list is as it was. */
async function giveUp({ id, runId, status }: Run, why: 'brokenOff' | 'noLonger'): Promise<void> {
  const left = status === 'checking' ? await withoutCheck(id) : LEFT_AS[status];
  const reason = why === 'brokenOff' ? BROKEN_OFF[status] : why;
  await db().listImport.updateMany({
    where: { runId, status },
    data: { status: left, done: 0, failure: `registry.refused.${reason}`, version: { increment: 1 } },
  });
}

/**
 * Checks, writes or undoes the import of a run, for whoever asked for it, as long as their role allows it.
 * @throws what went wrong, as long as another try may do better, and when the process ends
 */
export async function runImport({ id: runId, signal }: JobRun): Promise<void> {
  const { count } = await db().listImport.updateMany({
    where: { runId, status: { in: [...BUSY] } },
    data: { runSince: now(), runAttempts: { increment: 1 } },
  });
  if (count === 0) return;
  const { id, runAccountId, runGrantId, runAttempts, ...row } = await db().listImport.findUniqueOrThrow({
    where: { runId },
    select: { id: true, status: true, runAccountId: true, runGrantId: true, runAttempts: true },
  });
  const status = BUSY.find((one) => one === row.status);
  if (!status) return;
  const run = { id, runId, status };
  if (runAttempts > MOST_ATTEMPTS) return await giveUp(run, 'brokenOff');
  const actor = runAccountId && runGrantId ? await actorOfGrant(runAccountId, runGrantId, `import-${id}`) : null;
  const found = actor && (await openImport(actor, id));
  if (!found) return await giveUp(run, 'noLonger');
  const bounds = { transaction: TRANSACTION, signal };
  try {
    if (status === 'checking') await checkImport(actor, found, await listWords(), bounds);
    else await writeImport(actor, found, status, bounds);
  } catch (problem) {
    if (signal.aborted || runAttempts < MOST_ATTEMPTS) throw problem;
    log.error({ err: problem, import: id }, `an import could not be done with (${status})`);
    await giveUp(run, 'brokenOff');
  }
}

/** The job that checks, writes and undoes imports; which there are stands in their table. */
export const IMPORT_JOB: Job = {
  name: 'imports',
  dailyAtMinute: null,
  asked: waitingRuns,
  sideBySide: true,
  limitMinutes: LIMIT_MINUTES,
  run: runImport,
};
