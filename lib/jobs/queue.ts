import pg from 'pg';
import PgBoss from 'pg-boss';
import { log } from '@/lib/log/logger';
import { causeOf } from './failure-rules';
import type { Job } from './job';

// The queue of jobs: pg-boss in a schema of its own on the portal's database. It keeps runs, gives each to one process
// at a time, and gives it again when that process dies. Only this file and run-list-sql.ts know pg-boss.

const SCHEMA = 'pgboss';
const DAY_SECONDS = 86_400;
/** A run's id must not be free again on its day. */
const KEPT_SECONDS = 3 * DAY_SECONDS;

/** A run taken by this process, to be reported done or failed. */
export type TakenRun = { id: string };

export type Queue = {
  /** makes a run unless one of this id is there */
  ensureRun(name: string, id: string): Promise<void>;
  takeRun(name: string): Promise<TakenRun | null>;
  done(name: string, id: string): Promise<void>;
  failed(name: string, id: string, problem: unknown): Promise<void>;
  close(): Promise<void>;
};

/** What an error says, with its code. The queue keeps only what it points to: the text may name people. */
function textOf(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  return `${code} ${String(problem)}`;
}

/**
 * Opens the queue with its schema and one queue for each job; both are made where they are missing, also by several
 * processes at once.
 * @throws the driver's error when the database cannot be reached or refuses
 */
export async function openQueue(connectionString: string, jobs: readonly Job[]): Promise<Queue> {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    application_name: 'tcm-jobs',
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
  });
  // a server that goes away must not take the process with it; the next question reports the loss
  pool.on('error', () => undefined);
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => await pool.query(text, values) },
    schema: SCHEMA,
    // when runs are due is our own calculation, in days of Shanghai
    schedule: false,
    maintenanceIntervalSeconds: 300,
    archiveCompletedAfterSeconds: KEPT_SECONDS,
    archiveFailedAfterSeconds: KEPT_SECONDS,
    deleteAfterDays: 14,
  });
  boss.on('error', (problem) => log.warn({ err: problem }, 'the queue of jobs could not be tidied'));
  const close = async () => {
    await boss.stop({ graceful: false }).catch(() => undefined);
    await pool.end();
  };
  try {
    await boss.start();
    for (const { name, limitMinutes, sideBySide } of jobs)
      await boss.createQueue(name, {
        name,
        policy: sideBySide ? 'standard' : 'singleton',
        retryLimit: 3,
        retryDelay: 60,
        retryBackoff: true,
        expireInMinutes: limitMinutes,
        retentionDays: 3,
      });
  } catch (problem) {
    await close();
    throw problem;
  }
  return {
    ensureRun: async (name, id) => {
      await boss.send(name, {}, { id });
    },
    takeRun: async (name) => {
      const [run] = await boss.fetch(name);
      return run ? { id: run.id } : null;
    },
    done: async (name, id) => await boss.complete(name, id),
    failed: async (name, id, problem) => await boss.fail(name, id, { cause: causeOf(textOf(problem)) }),
    close,
  };
}
