import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { type JobsView, NIGHTLY_JOBS, NIGHTLY_NAMES } from '@/lib/jobs/job-schema';
import { isQueueOpened, readRuns } from '@/lib/jobs/run-list-sql';

const OPEN: readonly string[] = ['waiting', 'again', 'running'];

/** How the portal's jobs stand; null for whoever does not look after the portal. */
export async function getJobs(actor: Actor): Promise<JobsView | null> {
  if (!mayI(actor, 'read', 'JobRequest')) return null;
  const opened = await isQueueOpened();
  const runs = opened ? await readRuns() : [];
  const nightly = NIGHTLY_NAMES.map((job) => {
    const own = runs.filter((run) => run.job === job);
    const ended = own
      .filter(({ finishedAt, state }) => finishedAt && (state === 'done' || state === 'failed'))
      .toSorted((a, b) => (b.finishedAt?.getTime() ?? 0) - (a.finishedAt?.getTime() ?? 0));
    const open = own.some(({ state }) => OPEN.includes(state));
    return { job, dueMinute: NIGHTLY_JOBS[job], last: ended[0] ?? null, open };
  });
  return { opened, nightly, runs: runs.filter(({ state }) => state !== 'done') };
}
