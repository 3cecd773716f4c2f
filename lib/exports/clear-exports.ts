import 'server-only';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { Job, JobRun } from '@/lib/jobs/job';
import { NIGHTLY_JOBS } from '@/lib/jobs/job-schema';

const DAY_MS = 86_400_000;

/**
 * Clears files a week after they were asked for, and gives up those that nobody has finished in a day.
 * @returns how many of each; they are also written into the trail
 */
export async function clearExports({ id }: Pick<JobRun, 'id'>): Promise<{ cleared: number; givenUp: number }> {
  const instant = now();
  return await db().$transaction(async (tx) => {
    const { count: givenUp } = await tx.exportFile.updateMany({
      where: { state: { in: ['queued', 'running'] }, requestedAt: { lt: new Date(instant.getTime() - DAY_MS) } },
      data: { state: 'failed', finishedAt: instant },
    });
    const { count: cleared } = await tx.exportFile.deleteMany({ where: { expiresAt: { lte: instant } } });
    const done = { cleared, givenUp };
    if (cleared + givenUp > 0)
      await writeAudit(
        tx,
        { system: 'job', requestId: `job-${id}` },
        { event: 'housekeeping.done', object: { type: 'Job', id: CLEAR_EXPORTS.name }, after: done },
      );
    return done;
  });
}

/** Runs at ten to four at night. */
export const CLEAR_EXPORTS: Job = {
  name: 'clear-exports',
  dailyAtMinute: NIGHTLY_JOBS['clear-exports'],
  limitMinutes: 15,
  run: async (run) => {
    await clearExports(run);
  },
};
