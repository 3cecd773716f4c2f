import { setTimeout as wait } from 'node:timers/promises';
import { now } from '@/lib/core/clock';
import type { CivilDate } from '@/lib/core/dates';
import { beforeShutdown } from '@/lib/core/shutdown';
import { databaseUrl } from '@/lib/db/client';
import { log } from '@/lib/log/logger';
import { metrics } from '@/lib/log/metrics';
import { dailyRunId, dueDay, type Job } from './job';
import { openQueue, type Queue } from './queue';

// Runs jobs beside the requests of a process. Nothing here is waited for when the portal starts, and a database that is
// away is asked again later; a run belongs to one process at a time, however many there are.

export type RunnerSettings = {
  url: () => string;
  /** the portal answers first */
  startAfterMs: number;
  lookEveryMs: number;
  /** how long a running job may go on once the process ends */
  graceMs: number;
};

const SETTINGS = { startAfterMs: 10_000, lookEveryMs: 30_000, graceMs: 8_000 };

export type Runner = {
  stop(): Promise<void>;
  /** looks for runs now, not only at the next turn */
  wake(): void;
};

/** Rings when somebody has asked for a run; it stays rung until it is heard. */
type Bell = { ring(): void; next(): AbortSignal };

function newBell(): Bell {
  let rung = new AbortController();
  return {
    ring: () => rung.abort(),
    next: () => {
      rung = new AbortController();
      return rung.signal;
    },
  };
}

/** Begins to run jobs in the background; `stop` lets a running one come to its end, within its grace. */
export function runJobs(jobs: readonly Job[], settings: RunnerSettings): Runner {
  const ending = new AbortController();
  const bell = newBell();
  const running = run(jobs, settings, ending.signal, bell);
  return {
    wake: bell.ring,
    stop: async () => {
      ending.abort();
      await Promise.race([running, wait(settings.graceMs, undefined, { ref: false })]);
    },
  };
}

/** Waits, or not when the process ends. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

async function run(jobs: readonly Job[], settings: RunnerSettings, signal: AbortSignal, bell: Bell): Promise<void> {
  await pause(settings.startAfterMs, signal);
  let queue: Queue | null = null;
  const planned = new Map<string, CivilDate>();
  while (!signal.aborted) {
    // heard from here on: what is asked for while this turn looks around is looked at in the next
    const rung = bell.next();
    try {
      queue ??= await openQueue(settings.url(), jobs);
      for (const job of jobs) {
        await planRun(job, queue, planned);
        for (const id of (await job.asked?.()) ?? []) await queue.ensureRun(job.name, id);
        await takeRuns(job, queue, signal);
      }
    } catch (problem) {
      log.warn({ err: problem }, 'jobs wait: their queue does not answer');
    }
    await pause(settings.lookEveryMs, AbortSignal.any([signal, rung]));
  }
  await queue?.close();
}

/** Makes the run of the day when it is due, unless this process knows that it is made. */
async function planRun({ name, ...job }: Job, queue: Queue, planned: Map<string, CivilDate>): Promise<void> {
  const day = dueDay(job, now());
  if (!day || planned.get(name) === day) return;
  await queue.ensureRun(name, dailyRunId(name, day));
  planned.set(name, day);
}

async function takeRuns(job: Job, queue: Queue, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const taken = await queue.takeRun(job.name);
    if (!taken) return;
    await runOnce(job, taken.id, queue, signal);
  }
}

async function runOnce(job: Job, id: string, queue: Queue, signal: AbortSignal): Promise<void> {
  const facts = { job: job.name, run: id };
  try {
    await job.run({ id, signal });
  } catch (problem) {
    log.error({ err: problem, ...facts }, 'a job failed');
    metrics()?.jobRuns.inc({ job: job.name, outcome: 'failed' });
    await queue.failed(job.name, id, problem);
    return;
  }
  metrics()?.jobRuns.inc({ job: job.name, outcome: 'done' });
  await queue.done(job.name, id);
  log.info(facts, 'a job is done');
}

// Next carries this module in several bundles and reloads it in development; a process has one runner
const kept = globalThis as typeof globalThis & { __tcmJobs?: Runner };

/** Begins to run the portal's jobs in this process, once; they end with it. */
export function startJobs(jobs: readonly Job[]): Runner {
  if (kept.__tcmJobs) return kept.__tcmJobs;
  const runner = runJobs(jobs, { ...SETTINGS, url: databaseUrl });
  kept.__tcmJobs = runner;
  beforeShutdown(runner.stop);
  return runner;
}

/** Lets this process look for runs at once, after somebody has asked for one; other processes see it at their next turn. */
export function wakeJobs(): void {
  kept.__tcmJobs?.wake();
}
