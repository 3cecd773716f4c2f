import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { jobRequestSchema } from '@/lib/jobs/job-schema';
import { wakeJobs } from '@/lib/jobs/runner';
import { getJobs } from './job-queries';
import { writeAudit } from './write-audit';

/**
 * Asks for a run of a nightly job now, beside those of its nights; running it twice does no harm.
 * @returns NOT_FOUND for whoever may not, CONFLICT while one waits or is under way
 */
export async function requestJobRun(
  actor: Actor,
  input: z.input<typeof jobRequestSchema>,
): Promise<Result<{ id: string }>> {
  if (!mayI(actor, 'create', 'JobRequest')) return err({ code: 'NOT_FOUND' });
  const parsed = jobRequestSchema.safeParse(input);
  if (!parsed.success) return err({ code: 'INVALID', problems: [{ path: 'job', messageKey: 'jobs.problem.job' }] });
  const { job } = parsed.data;
  const jobs = await getJobs(actor);
  if (jobs?.nightly.find((one) => one.job === job)?.open)
    return err({ code: 'CONFLICT', problems: [{ path: 'job', messageKey: 'jobs.problem.open' }] });
  const made = await db().$transaction(async (tx) => {
    const { id } = await tx.jobRequest.create({
      data: { job, accountId: actor.accountId, requestedAt: now() },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'job.requested',
      object: { type: 'Job', id: job, label: job },
      after: { run: id },
    });
    return { id };
  });
  wakeJobs();
  return ok(made);
}
