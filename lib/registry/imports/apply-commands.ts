import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { List } from '@/lib/registry/lists/list';
import { importIdSchema } from '@/lib/registry/schema';
import { withoutCheck } from './check-import';
import { askedBy, BUSY, LONG } from './import-runs';
import { type OpenImport, openImport, type WrittenRow, writtenInTurns } from './open-import';
import {
  movedSince,
  namesOf,
  outcomeOf,
  Refused,
  ROWS_A_TURN,
  refused,
  takeTurn,
  tellEach,
  writeImport,
} from './write-import';

// Applying an import and taking it back, each in one transaction: all of it, or nothing.

type Client = Prisma.TransactionClient;
type Input = z.input<typeof importIdSchema>;

const NOT_FOUND = err({ code: 'NOT_FOUND' });

/** Takes some rows back: what they added goes, what they changed is as it was. */
async function takeBack(tx: Client, actor: Actor, list: List, rows: readonly WrittenRow[]): Promise<void> {
  const moved = await movedSince(tx, actor, list, rows, 'after');
  if (moved.length > 0) throw new Refused(refused('movedSince', namesOf(moved)));
  const added = rows.filter(({ before }) => before === null);
  const ids = added.map(({ objectId }) => objectId);
  const used = new Set(await list.inUse(tx, ids));
  const kept = added.filter(({ objectId }) => used.has(objectId));
  if (kept.length > 0) throw new Refused(refused('inUse', namesOf(kept)));
  await list.remove(tx, ids);
  const changed = rows.flatMap(({ objectId, before }) => (before ? [{ id: objectId, cells: before }] : []));
  await list.write(tx, changed, actor);
  await tellEach(tx, actor, list, rows, true);
}

/** Says that an import is being applied; from then on it can be left and watched. */
async function begin(actor: Actor, found: OpenImport, version: number): Promise<Err | null> {
  if (found.status === 'applying') return null;
  const { count } = await db().listImport.updateMany({
    where: { id: found.id, status: 'checked', version },
    data: { ...askedBy(actor), status: 'applying', done: 0, failure: null, version: { increment: 1 } },
  });
  return count === 1 ? null : refused('stale');
}

/**
 * Writes what the sound rows of an import would do, all of it in one transaction; faulty rows and open questions are left
 * out. One that was broken off is applied anew.
 * @returns NOT_FOUND out of scope; CONFLICT when it was applied already, is running, or the list has changed meanwhile
 */
export async function applyImport(actor: Actor, input: Input): Promise<Result<{ rows: number }>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return NOT_FOUND;
  const stopped = await begin(actor, found, parsed.data.version);
  return stopped ?? (await writeImport(actor, found));
}

/** Stops an import that is being checked or applied; nothing of it stays. A file that was never checked is put aside. */
export async function cancelImport(actor: Actor, input: Input): Promise<Result<null>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!found) return NOT_FOUND;
  const { id, status } = found;
  const busy = BUSY.find((one) => one === status);
  if (!busy) return refused('stale');
  const { count } = await db().listImport.updateMany({
    where: { id, status: busy },
    data: { status: busy === 'checking' ? await withoutCheck(id) : 'checked', done: 0, version: { increment: 1 } },
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

/**
 * Takes an applied import back: what it added goes, what it changed is as it was before.
 * @returns CONFLICT when entries have been changed or are in use since; then nothing is taken back
 */
export async function undoImport(actor: Actor, input: Input): Promise<Result<{ rows: number }>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return NOT_FOUND;
  const { id, list } = found;
  return await outcomeOf(() =>
    db().$transaction(async (tx) => {
      await takeTurn(tx, id);
      const { count } = await tx.listImport.updateMany({
        where: { id, status: 'applied', version: parsed.data.version },
        data: { status: 'undone', undoneAt: now(), version: { increment: 1 } },
      });
      if (count === 0) throw new Refused(refused('stale'));
      let rows = 0;
      for await (const turn of writtenInTurns(tx, id, ROWS_A_TURN)) {
        await takeBack(tx, actor, list, turn);
        rows += turn.length;
      }
      await writeAudit(tx, actor, {
        event: 'listImport.undone',
        object: { type: 'ListImport', id, label: found.fileName },
        after: { list: list.name, rows },
      });
      return ok({ rows });
    }, LONG),
  );
}
