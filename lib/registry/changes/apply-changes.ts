import 'server-only';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Job, JobRun } from '@/lib/jobs/job';
import { NIGHTLY_JOBS } from '@/lib/jobs/job-schema';
import { listDueChanges, moveChange } from './change-store';
import { applyChange, wholly } from './take-effect';

// Approved changes take effect in the night of their day, or as soon as a process runs after it.

/**
 * Lets every approved change take effect whose day has come. One whose profile has moved since it was proposed goes back
 * to its centre. Running twice changes nothing more.
 * @returns how many took effect and how many went back
 */
export async function applyDueChanges({ id, signal }: JobRun): Promise<{ applied: number; outdated: number }> {
  const who = { system: 'job', requestId: `job-${id}` } as const;
  const done = { applied: 0, outdated: 0 };
  for (const change of await listDueChanges(db(), toDbDate(dateInShanghai(now())))) {
    if (signal.aborted) break;
    const answer = await wholly((tx) => applyChange(tx, who, change));
    if (answer.ok) done.applied += 1;
    else if (answer.error.messageKey !== 'changes.problem.stale') {
      const step = { to: 'returned', kind: 'outdated', told: 'outdated' } as const;
      const version = await db().$transaction((tx) => moveChange(tx, who, change, step));
      if (version !== null) done.outdated += 1;
    }
  }
  return done;
}

export const APPLY_CHANGES: Job = {
  name: 'apply-changes',
  dailyAtMinute: NIGHTLY_JOBS['apply-changes'],
  limitMinutes: 30,
  run: async (run) => {
    await applyDueChanges(run);
  },
};
