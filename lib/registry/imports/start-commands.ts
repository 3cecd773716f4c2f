import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { wakeJobs } from '@/lib/jobs/runner';
import { importIdSchema } from '@/lib/registry/schema';
import { applyImport, undoImport } from './apply-commands';
import { LEFT_AS, NO_FAILURE, newRun } from './import-runs';
import { refused } from './import-transaction';
import { openImport } from './open-import';
import type { Work } from './write-import';

// A short import is written or undone while its officer waits; a long one by the job of imports, in whichever process is free.

type Input = z.input<typeof importIdSchema>;
type Outcome = Result<{ rows: number } | { started: true }>;

/** So many rows are written or taken back while somebody waits. */
const AT_ONCE = 500;

async function workOrStart(actor: Actor, input: Input, work: Work): Promise<Outcome> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return err({ code: 'NOT_FOUND' });
  const { id } = found;
  const resumed = found.status === work;
  const rows = await db().listImportRow.count({ where: { importId: id, outcome: { in: ['added', 'changed'] } } });
  if (!resumed && rows <= AT_ONCE)
    return work === 'applying' ? await applyImport(actor, parsed.data) : await undoImport(actor, parsed.data);
  const { count } = await db().listImport.updateMany({
    where: { id, ...(resumed ? { status: work } : { status: LEFT_AS[work], version: parsed.data.version }) },
    data: {
      ...newRun(actor),
      ...(resumed ? {} : { ...NO_FAILURE, status: work, done: 0, version: { increment: 1 } }),
    },
  });
  if (count === 0) return refused('stale');
  wakeJobs();
  return ok({ started: true });
}

/**
 * Writes an import, or has it written when it is long or was broken off.
 * @returns how many rows were written, or that it has begun; NOT_FOUND out of scope, CONFLICT when it is no longer open
 */
export async function applyOrStart(actor: Actor, input: Input): Promise<Outcome> {
  return await workOrStart(actor, input, 'applying');
}

/**
 * Takes an import back, or has it taken back when it is long or was broken off.
 * @returns how many rows were taken back, or that it has begun; NOT_FOUND out of scope, CONFLICT when it is not applied
 */
export async function undoOrStart(actor: Actor, input: Input): Promise<Outcome> {
  return await workOrStart(actor, input, 'undoing');
}
