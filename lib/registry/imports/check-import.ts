import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Words } from '@/lib/registry/files/words-rules';
import { checkFile } from './import-context';
import { LONG, NO_FAILURE } from './import-runs';
import { type Bounds, outcomeOf, Refused, refused, stillWanted, takeTurn } from './import-transaction';
import type { OpenImport } from './open-import';

// Checking the kept rows of a file against the list as it is by now: a short file while somebody waits, a long one by the
// job of imports, in one transaction like the writing. Until it ends, the report is the one before.

/** So many rows are checked while somebody waits. */
export const CHECKED_AT_ONCE = 1_000;

const rawSchema = z.array(z.object({ line: z.number(), raw: z.array(z.string()) }));

/** Checks the rows of an import anew; `onRows` is told how far it is. */
export async function checkKept(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id: importId, list, columns, datum }: OpenImport,
  words: Words,
  onRows?: (done: number) => Promise<void>,
): Promise<{ unmentioned: number; checkedAt: Date } & typeof NO_FAILURE> {
  const kept = await tx.listImportRow.findMany({
    where: { importId },
    select: { line: true, raw: true },
    orderBy: { line: 'asc' },
  });
  const rows = rawSchema.parse(kept).map(({ line, raw }) => ({ line, cells: raw }));
  await tx.listImportRow.deleteMany({ where: { importId } });
  const table = { columns, datum, rows };
  const unmentioned = await checkFile(tx, actor, { importId, list, table, words }, onRows);
  return { ...NO_FAILURE, unmentioned, checkedAt: now() };
}

/**
 * Checks an import that is being checked; one that was stopped meanwhile stays as it was.
 * @throws when the process ends, or for what nobody foresaw; then the import waits to be taken up
 */
export async function checkImport(
  actor: Actor,
  found: OpenImport,
  words: Words,
  { transaction = LONG, signal }: Bounds = {},
): Promise<Result<{ rows: number }>> {
  const { id } = found;
  const busy = { id, status: 'checking' } as const;
  return await outcomeOf(() =>
    db().$transaction(async (tx) => {
      await takeTurn(tx, id);
      const checked = await checkKept(tx, actor, found, words, async (done) => {
        signal?.throwIfAborted();
        await stillWanted(id, 'checking');
        // told beside the transaction, so that whoever waits sees it
        await db().listImport.updateMany({ where: busy, data: { done } });
      });
      const { count } = await tx.listImport.updateMany({
        where: busy,
        data: { ...checked, status: 'checked', done: 0 },
      });
      if (count === 0) throw new Refused(refused('cancelled'));
      return ok({ rows: found.rowCount });
    }, transaction),
  );
}

/** What an import is when its check comes to nothing: the report before, or nothing at all. */
export async function withoutCheck(importId: string): Promise<'checked' | 'discarded'> {
  const unchecked = await db().listImportRow.count({ where: { importId, outcome: 'unchecked' } });
  return unchecked > 0 ? 'discarded' : 'checked';
}
