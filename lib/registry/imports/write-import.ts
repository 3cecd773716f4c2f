import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { auditRowOf, writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { List } from '@/lib/registry/lists/list';
import { changedCells, columnsIn, sameCells } from '@/lib/registry/rows/difference-rules';
import { LEFT_AS, LONG } from './import-runs';
import { type Bounds, namesOf, outcomeOf, Refused, refused, stillWanted, takeTurn } from './import-transaction';
import { type OpenImport, type WrittenRow, writtenInTurns } from './open-import';

// Writing the rows of an import that somebody has opened, and taking them back.

type Client = Prisma.TransactionClient;

const ROWS_A_TURN = 500;

function eventOf(row: WrittenRow, list: List, undone: boolean) {
  const [before, after] = undone ? [row.after, row.before] : [row.before, row.after];
  const name = before === null ? 'listEntry.added' : after === null ? 'listEntry.removed' : 'listEntry.changed';
  return {
    event: name,
    object: { type: list.objectType, id: row.objectId, label: row.label || row.objectId },
    ...(row.after.district ? { scope: { districtCode: row.after.district } } : {}),
    ...(before === null || after === null ? {} : changedCells(before, after, list.columns)),
  } as const;
}

/** Records each of some rows in the trail. */
async function tellEach(tx: Client, actor: Actor, list: List, rows: readonly WrittenRow[], undone: boolean) {
  await tx.auditInbox.createMany({ data: rows.map((row) => auditRowOf(actor, eventOf(row, list, undone))) });
}

async function presentOf(tx: Client, actor: Actor, list: List, rows: readonly WrittenRow[]) {
  const ids = rows.map(({ objectId }) => objectId);
  return new Map((await list.read(tx, actor, 'update', ids)).map((entry) => [entry.id, entry.cells]));
}

/** Rows whose entry is not what it was when the file was checked. */
async function movedSinceCheck(tx: Client, actor: Actor, list: List, rows: readonly WrittenRow[]) {
  const present = await presentOf(tx, actor, list, rows);
  const ids = rows.map(({ objectId }) => objectId);
  const taken = new Set(await list.taken(tx, ids));
  return rows.filter(({ objectId, before }) => {
    const cells = present.get(objectId);
    if (before === null) return taken.has(objectId);
    return !cells || !sameCells(cells, before, list.columns);
  });
}

async function write(tx: Client, actor: Actor, list: List, rows: readonly WrittenRow[]): Promise<void> {
  const moved = await movedSinceCheck(tx, actor, list, rows);
  if (moved.length > 0) throw new Refused(refused('moved', namesOf(moved)));
  const entries = rows.map(({ objectId, after }) => ({ id: objectId, cells: after }));
  await list.write(tx, entries, actor);
  await tellEach(tx, actor, list, rows, false);
}

/** Takes some rows back: what they added goes, what they changed is as it was. */
async function takeBack(tx: Client, actor: Actor, list: List, rows: readonly WrittenRow[]): Promise<void> {
  const present = await presentOf(tx, actor, list, rows);
  // what a later portal keeps besides was not written, so it is no change and stays
  const written = columnsIn(
    rows.map(({ after }) => after),
    list.columns,
  );
  const moved = rows.filter(({ objectId, after }) => {
    const cells = present.get(objectId);
    return !cells || !sameCells(cells, after, written);
  });
  if (moved.length > 0) throw new Refused(refused('movedSince', namesOf(moved)));
  const added = rows.filter(({ before }) => before === null);
  const ids = added.map(({ objectId }) => objectId);
  const used = new Set(await list.inUse(tx, ids));
  const kept = added.filter(({ objectId }) => used.has(objectId));
  if (kept.length > 0) throw new Refused(refused('inUse', namesOf(kept)));
  await list.remove(tx, ids);
  const changed = rows.flatMap(({ objectId, before }) =>
    before ? [{ id: objectId, cells: { ...present.get(objectId), ...before } }] : [],
  );
  await (list.restore ?? list.write)(tx, changed, actor);
  await tellEach(tx, actor, list, rows, true);
}

const WORK = {
  applying: { turn: write, event: 'listImport.applied', end: () => ({ status: 'applied' as const, appliedAt: now() }) },
  undoing: { turn: takeBack, event: 'listImport.undone', end: () => ({ status: 'undone' as const, undoneAt: now() }) },
} as const;
export type Work = keyof typeof WORK;

async function workThrough(
  tx: Client,
  actor: Actor,
  { id, list }: OpenImport,
  work: Work,
  signal: AbortSignal | undefined,
): Promise<number> {
  await takeTurn(tx, id);
  let done = 0;
  for await (const rows of writtenInTurns(tx, id, ROWS_A_TURN)) {
    signal?.throwIfAborted();
    await stillWanted(id, work);
    await WORK[work].turn(tx, actor, list, rows);
    done += rows.length;
    // told beside the transaction, so that whoever waits sees it
    await db().listImport.updateMany({ where: { id, status: work }, data: { done } });
  }
  return done;
}

/**
 * Writes an import that is being applied, or takes back one that is being undone; with a refusal, the list is as it was and
 * so is the import.
 * @throws when the process ends, or for what nobody foresaw; then the import waits to be taken up
 */
export async function writeImport(
  actor: Actor,
  found: OpenImport,
  work: Work,
  { transaction = LONG, signal }: Bounds = {},
): Promise<Result<{ rows: number }>> {
  const { id } = found;
  const done = await outcomeOf(() =>
    db().$transaction(async (tx) => {
      const rows = await workThrough(tx, actor, found, work, signal);
      const { count } = await tx.listImport.updateMany({
        where: { id, status: work },
        data: { ...WORK[work].end(), done: rows },
      });
      if (count === 0) throw new Refused(refused('cancelled'));
      await writeAudit(tx, actor, {
        event: WORK[work].event,
        object: { type: 'ListImport', id, label: found.fileName },
        after: { list: found.list.name, rows },
      });
      return ok({ rows });
    }, transaction),
  );
  if (done.ok) return done;
  const [why] = done.error.problems ?? [];
  if (why?.messageKey !== 'registry.refused.running')
    await db().listImport.updateMany({
      where: { id, status: work },
      data: {
        ...{ status: LEFT_AS[work], done: 0, failure: why?.messageKey ?? null },
        failureValues: why?.values ?? Prisma.DbNull,
      },
    });
  return done;
}
