import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { keptCause } from './failure-rules';
import { JOB_NAMES, type RunState, type RunView } from './job-schema';

// The runs of jobs as the queue keeps them, in pg-boss's own tables; a run that is over lies in its archive after days.

const MOST_RUNS = 100;
const STATES: Readonly<Record<string, RunState>> = {
  created: 'waiting',
  retry: 'again',
  active: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

const rowSchema = z.object({
  id: z.string(),
  name: z.enum(JOB_NAMES),
  state: z.enum(['created', 'retry', 'active', 'completed', 'failed', 'cancelled']),
  tries: z.number(),
  made: z.date(),
  started: z.date().nullable(),
  finished: z.date().nullable(),
  next: z.date(),
  kept: z.string().nullable(),
});

function viewOf({ id, name, state, tries, made, started, finished, next, kept }: z.infer<typeof rowSchema>): RunView {
  const told = STATES[state] ?? 'waiting';
  return {
    ...{ id, job: name, state: told, tries, madeAt: made, startedAt: started, finishedAt: finished },
    nextAt: told === 'again' ? next : null,
    cause: told === 'again' || told === 'failed' ? keptCause(kept) : null,
  };
}

/** Whether a process of the portal has opened the queue on this database. */
export async function isQueueOpened(): Promise<boolean> {
  const [row] = await db().$queryRaw<{ opened: boolean }[]>`SELECT to_regclass('pgboss.job') IS NOT NULL AS opened`;
  return row?.opened === true;
}

/** The last run of each job that came to an end, and all that wait, are under way or have failed, the latest first. */
export async function readRuns(): Promise<RunView[]> {
  const names = [...JOB_NAMES];
  const rows = await db().$queryRaw`
    WITH run AS (
      SELECT id, name, state, retry_count, started_on, completed_on, created_on, start_after, output
        FROM pgboss.job WHERE name = ANY(${names})
      UNION ALL
      SELECT id, name, state, retry_count, started_on, completed_on, created_on, start_after, output
        FROM pgboss.archive WHERE name = ANY(${names})
    ), last AS (
      SELECT DISTINCT ON (name) id FROM run WHERE completed_on IS NOT NULL AND state IN ('completed', 'failed')
      ORDER BY name, completed_on DESC, id
    )
    SELECT id::text, name, state::text, retry_count + (started_on IS NOT NULL)::int AS tries, created_on AS made,
      started_on AS started, completed_on AS finished, start_after AS next,
      coalesce(output->>'cause', output->'value'->>'message') AS kept
    FROM run WHERE state IN ('created', 'retry', 'active', 'failed') OR id IN (SELECT id FROM last)
    ORDER BY created_on DESC, id DESC LIMIT ${MOST_RUNS}`;
  return rowSchema.array().parse(rows).map(viewOf);
}
