import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { endEverything } from '@/lib/core/shutdown';
import type { Job, JobRun } from '@/lib/jobs/job';
import { type Runner, type RunnerSettings, runJobs, startJobs } from '@/lib/jobs/runner';
import { openCuttableProxy } from '@/tests/support/cuttable-proxy';
import { useDatabase, withDatabase } from '@/tests/support/database';

// Jobs on real PostgreSQL: who runs what how often, what happens while the database is away, and how they end.

const database = useDatabase('empty');

const running: Runner[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()));
});

const DEADLINE = { timeout: 20_000, interval: 20 };
let named = 0;

/** A job that is due, and what it was run with. */
function newJob(run: (run: JobRun) => Promise<void> = async () => undefined): Job & { runs: JobRun[] } {
  named += 1;
  const runs: JobRun[] = [];
  return {
    name: `job-${named}`,
    dailyAtMinute: 0,
    limitMinutes: 5,
    runs,
    run: async (given) => {
      runs.push(given);
      await run(given);
    },
  };
}

function start(jobs: readonly Job[], over: Partial<RunnerSettings> = {}): Runner {
  const settings = { url: () => database.url, startAfterMs: 0, lookEveryMs: 20, graceMs: 10_000, ...over };
  const runner = runJobs(jobs, settings);
  running.push(runner);
  return runner;
}

async function statesOf(name: string, sql: pg.Pool | pg.Client = database.sql): Promise<string[]> {
  const { rows } = await sql.query<{ state: string }>('SELECT state FROM pgboss.job WHERE name = $1', [name]);
  return rows.map(({ state }) => state);
}

const isDone = async (name: string) => expect(await statesOf(name)).toEqual(['completed']);

describe('a job of the day', () => {
  it('is run once by however many processes, which make the queue together', async () => {
    await withDatabase('empty', async (url) => {
      const job = newJob();
      const runners = [1, 2, 3].map(() =>
        runJobs([job], { url: () => url, startAfterMs: 0, lookEveryMs: 20, graceMs: 10_000 }),
      );
      await vi.waitFor(() => expect(job.runs).toHaveLength(1), DEADLINE);
      await Promise.all(runners.map((runner) => runner.stop()));
      // one that comes later looks at the job first and then at the other
      const other = newJob();
      const late = runJobs([job, other], { url: () => url, startAfterMs: 0, lookEveryMs: 20, graceMs: 10_000 });
      await vi.waitFor(() => expect(other.runs).toHaveLength(1), DEADLINE);
      await late.stop();
      expect(job.runs).toHaveLength(1);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      expect(await statesOf(job.name, client)).toEqual(['completed']);
      await client.end();
    });
  });

  it('is not run before its minute', async () => {
    const tonight = { ...newJob(), dailyAtMinute: 23 * 60 };
    const other = newJob();
    start([tonight, other]);
    await vi.waitFor(() => expect(other.runs).toHaveLength(1), DEADLINE);
    expect(tonight.runs).toEqual([]);
    expect(await statesOf(tonight.name)).toEqual([]);
  });

  it('is kept for another try when it fails, and keeps no other from running', async () => {
    const failing = newJob(async () => {
      throw new Error('on purpose');
    });
    const other = newJob();
    start([failing, other]);
    await vi.waitFor(() => isDone(other.name), DEADLINE);
    expect(await statesOf(failing.name)).toEqual(['retry']);
  });
});

describe('a database that is away', () => {
  it('is asked again until it answers, before the first run and after a loss', async () => {
    const proxy = await openCuttableProxy(database.url);
    await proxy.cut();
    const lost = newJob(async () => await proxy.cut());
    const other = newJob();
    const runner = start([lost, other], { url: () => proxy.url });
    await proxy.mend();
    await vi.waitFor(() => expect(lost.runs).toHaveLength(1), DEADLINE);
    // the run itself took the database away, so it could not be reported; the process goes on
    await proxy.mend();
    await vi.waitFor(() => isDone(other.name), DEADLINE);
    expect(await statesOf(lost.name), 'given to somebody again after its limit').toEqual(['active']);
    await runner.stop();
    await proxy.close();
  });

  it('does not keep a process from ending', async () => {
    const runner = start([newJob()], { url: () => 'postgresql://nobody@127.0.0.1:9/nothing' });
    await runner.stop();
  });
});

describe('the end of a process', () => {
  it('waits for a running job and leaves no connection behind', async () => {
    let finish = () => undefined as undefined;
    const job = newJob(async ({ signal }) => {
      await new Promise<void>((resolve) => {
        finish = () => resolve() as undefined;
      });
      expect(signal.aborted).toBe(true);
    });
    const runner = start([job]);
    await vi.waitFor(() => expect(job.runs).toHaveLength(1), DEADLINE);
    const stopped = runner.stop();
    finish();
    await stopped;
    await isDone(job.name);
    const open =
      "SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'tcm-jobs' AND datname = current_database()";
    await vi.waitFor(async () => expect((await database.sql.query(open)).rows).toEqual([{ open: 0 }]), DEADLINE);
  });

  it('does not wait longer than its grace', async () => {
    const job = newJob(async () => await new Promise<void>(() => undefined));
    const runner = start([job], { graceMs: 50 });
    await vi.waitFor(() => expect(job.runs).toHaveLength(1), DEADLINE);
    await runner.stop();
    expect(job.runs[0]?.signal.aborted).toBe(true);
    expect(await statesOf(job.name), 'given to somebody again after its limit').toEqual(['active']);
  });

  it('ends what the server has started, which starts it once', async () => {
    const runner = startJobs([]);
    expect(startJobs([newJob()])).toBe(runner);
    await endEverything();
  });
});
