import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { importIdSchema } from '@/lib/registry/schema';
import { withoutCheck } from './check-import';
import { askedBy, BUSY, LEFT_AS, NO_FAILURE } from './import-runs';
import { refused } from './import-transaction';
import { openImport } from './open-import';
import { type Work, writeImport } from './write-import';

// Applying an import and taking it back, each in one transaction: all of it, or nothing.

type Input = z.input<typeof importIdSchema>;

const NOT_FOUND = err({ code: 'NOT_FOUND' });

/** Says that an import is being written or undone, and works on it; from then on it can be left and watched. */
async function workOn(actor: Actor, input: Input, work: Work): Promise<Result<{ rows: number }>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return NOT_FOUND;
  if (found.status !== work) {
    const { count } = await db().listImport.updateMany({
      where: { id: found.id, status: LEFT_AS[work], version: parsed.data.version },
      data: { ...askedBy(actor), ...NO_FAILURE, status: work, done: 0, version: { increment: 1 } },
    });
    if (count === 0) return refused('stale');
  }
  return await writeImport(actor, found, work);
}

/**
 * Writes what the sound rows of an import would do, all of it in one transaction; faulty rows and open questions are left
 * out. One that was broken off is applied anew.
 * @returns NOT_FOUND out of scope; CONFLICT when it was applied already, is running, or the list has changed meanwhile
 */
export async function applyImport(actor: Actor, input: Input): Promise<Result<{ rows: number }>> {
  return await workOn(actor, input, 'applying');
}

/**
 * Takes an applied import back: what it added goes, what it changed is as it was before. One that was broken off is
 * undone anew.
 * @returns CONFLICT when entries have been changed or are in use since; then nothing is taken back
 */
export async function undoImport(actor: Actor, input: Input): Promise<Result<{ rows: number }>> {
  return await workOn(actor, input, 'undoing');
}

/** Stops an import that is being checked, applied or undone; nothing of that stays. A file that was never checked is put aside. */
export async function cancelImport(actor: Actor, input: Input): Promise<Result<null>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!found) return NOT_FOUND;
  const { id, status } = found;
  const busy = BUSY.find((one) => one === status);
  if (!busy) return refused('stale');
  const left = busy === 'checking' ? await withoutCheck(id) : LEFT_AS[busy];
  const { count } = await db().listImport.updateMany({
    where: { id, status: busy },
    data: { status: left, done: 0, version: { increment: 1 } },
  });
  return count === 1 ? ok(null) : refused('stale');
}

/** Puts a file aside that is not to be applied. */
export async function discardImport(actor: Actor, input: Input): Promise<Result<null>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return NOT_FOUND;
  const { count } = await db().listImport.updateMany({
    where: { id: found.id, status: 'checked', version: parsed.data.version },
    data: { status: 'discarded', version: { increment: 1 } },
  });
  return count === 1 ? ok(null) : refused('stale');
}
