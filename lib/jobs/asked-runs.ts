import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { Job } from './job';

/** The queue knows ids of runs for longer than this, so none is made twice. */
const ASKED_MS = 86_400_000;

/** A nightly job that also runs when an officer asks for it. */
export function alsoWhenAsked(job: Job): Job {
  return {
    ...job,
    asked: async () => {
      const since = new Date(now().getTime() - ASKED_MS);
      const rows = await db().jobRequest.findMany({
        where: { job: job.name, requestedAt: { gt: since } },
        orderBy: { requestedAt: 'asc' },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
  };
}
