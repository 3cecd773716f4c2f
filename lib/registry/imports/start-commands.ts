import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { wakeJobs } from '@/lib/jobs/runner';
import { importIdSchema } from '@/lib/registry/schema';
import { applyImport } from './apply-commands';
import { newRun } from './import-runs';
import { openImport } from './open-import';

// A short import is written while its officer waits; a long one by the job of imports, in whichever process is free.

/** So many rows are written while somebody waits. */
const AT_ONCE = 500;

/**
 * Writes an import, or has it written when it is long or was broken off.
 * @returns how many rows were written, or that it has begun; NOT_FOUND out of scope, CONFLICT when it is no longer open
 */
export async function applyOrStart(
  actor: Actor,
  input: z.input<typeof importIdSchema>,
): Promise<Result<{ rows: number } | { started: true }>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return err({ code: 'NOT_FOUND' });
  const { id, status } = found;
  const rows = await db().listImportRow.count({ where: { importId: id, outcome: { in: ['added', 'changed'] } } });
  if (status !== 'applying' && rows <= AT_ONCE) return await applyImport(actor, parsed.data);
  const resumed = status === 'applying';
  const { count } = await db().listImport.updateMany({
    where: { id, ...(resumed ? { status } : { status: 'checked', version: parsed.data.version }) },
    data: {
      ...newRun(actor),
      ...(resumed ? {} : { status: 'applying', done: 0, failure: null, version: { increment: 1 } }),
    },
  });
  if (count === 0)
    return err({ code: 'CONFLICT', problems: [{ path: 'import', messageKey: 'registry.refused.stale' }] });
  wakeJobs();
  return ok({ started: true });
}
