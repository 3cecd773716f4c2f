import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { auditRowOf, writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { LONG } from './commands';
import { changedCells, sameCells } from './difference-rules';
import type { List } from './list';
import { type OpenImport, openImport, type WrittenRow, writtenInTurns } from './open-import';
import { importIdSchema } from './schema';

// Applying an import and taking it back, each in one transaction: all of it, or nothing.

type Client = Prisma.TransactionClient;
type Input = z.input<typeof importIdSchema>;

const NOT_FOUND = err({ code: 'NOT_FOUND' });
const ROWS_A_TURN = 500;
const refused = (reason: string, values: Record<string, string | number> = {}): Err =>
  err({ code: 'CONFLICT', problems: [{ path: 'import', messageKey: `registry.refused.${reason}`, values }] });

/** Ends a transaction whose work is not wanted any more. */
class Refused extends Error {
  constructor(readonly answer: Err) {
    super('refused');
  }
}

/** Names the first of some rows, and how many more there are. */
function namesOf(rows: readonly WrittenRow[]): Record<string, string | number> {
  const first = rows.slice(0, 3).map(({ label }) => label);
  return { names: first.join('、'), count: rows.length };
}

/** One process at a time works on an import; the database tells, and forgets when the process dies. */
async function takeTurn(tx: Client, id: string): Promise<void> {
  const [turn] = await tx.$queryRaw<
    { taken: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(hashtextextended(${id}, 6)) AS taken`;
  if (!turn?.taken) throw new Refused(refused('running'));
}

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

async function tellEach(
  tx: Client,
  actor: Actor,
  list: List,
  rows: readonly WrittenRow[],
  undone: boolean,
): Promise<void> {
  await tx.auditInbox.createMany({ data: rows.map((row) => auditRowOf(actor, eventOf(row, list, undone))) });
}

/** Rows whose entry is not what it was when the file was checked. */
async function movedSince(
  tx: Client,
  actor: Actor,
  list: List,
  rows: readonly WrittenRow[],
  expected: 'before' | 'after',
) {
  const ids = rows.map(({ objectId }) => objectId);
  const present = new Map((await list.read(tx, actor, 'update', ids)).map((entry) => [entry.id, entry.cells]));
  const taken = new Set(expected === 'before' ? await list.taken(tx, ids) : []);
  return rows.filter((row) => {
    const cells = present.get(row.objectId);
    const state = row[expected];
    if (state === null) return taken.has(row.objectId);
    return !cells || !sameCells(cells, state, list.columns);
  });
}

async function stillWanted(id: string): Promise<void> {
  const row = await db().listImport.findUnique({ where: { id }, select: { status: true } });
  if (row?.status !== 'applying') throw new Refused(refused('cancelled'));
}

async function applyAll(tx: Client, actor: Actor, { id, list }: OpenImport): Promise<number> {
  await takeTurn(tx, id);
  let done = 0;
  for await (const rows of writtenInTurns(tx, id, ROWS_A_TURN)) {
    await stillWanted(id);
    const moved = await movedSince(tx, actor, list, rows, 'before');
    if (moved.length > 0) throw new Refused(refused('moved', namesOf(moved)));
    const entries = rows.map(({ objectId, after }) => ({ id: objectId, cells: after }));
    await list.write(tx, entries);
    await tellEach(tx, actor, list, rows, false);
    done += rows.length;
    // told beside the transaction, so that whoever waits sees it
    await db().listImport.updateMany({ where: { id, status: 'applying' }, data: { done } });
  }
  return done;
}

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
  await list.write(tx, changed);
  await tellEach(tx, actor, list, rows, true);
}

/** Unique keys that somebody else took while the transaction ran. */
function isTakenMeanwhile(error: unknown): boolean {
  return (
    error instanceof Error &&
    /P2002|23505|duplicate key|_no_overlap\b/.test(`${'code' in error ? error.code : ''} ${error.message}`)
  );
}

async function outcomeOf(run: () => Promise<Result<{ rows: number }>>): Promise<Result<{ rows: number }>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    if (isTakenMeanwhile(error)) return refused('taken');
    throw error;
  }
}

/** Says that an import is being applied; from then on it can be left and watched. */
async function begin(found: OpenImport, version: number): Promise<Err | null> {
  if (found.status === 'applying') return null;
  const { count } = await db().listImport.updateMany({
    where: { id: found.id, status: 'checked', version },
    data: { status: 'applying', done: 0, failure: null, version: { increment: 1 } },
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
  const stopped = await begin(found, parsed.data.version);
  if (stopped) return stopped;
  const { id } = found;
  const done = await outcomeOf(() =>
    db().$transaction(async (tx) => {
      const rows = await applyAll(tx, actor, found);
      const { count } = await tx.listImport.updateMany({
        where: { id, status: 'applying' },
        data: { status: 'applied', appliedAt: now(), done: rows },
      });
      if (count === 0) throw new Refused(refused('cancelled'));
      await writeAudit(tx, actor, {
        event: 'listImport.applied',
        object: { type: 'ListImport', id, label: found.fileName },
        after: { list: found.list.name, rows },
      });
      return ok({ rows });
    }, LONG),
  );
  if (!done.ok && !done.error.problems?.some(({ messageKey }) => messageKey === 'registry.refused.running'))
    await db().listImport.updateMany({
      where: { id, status: 'applying' },
      data: { status: 'checked', done: 0, failure: done.error.problems?.[0]?.messageKey ?? null },
    });
  return done;
}

/** Stops an import that is being applied; nothing of it stays. */
export async function cancelImport(actor: Actor, input: Input): Promise<Result<null>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!found) return NOT_FOUND;
  const { count } = await db().listImport.updateMany({
    where: { id: found.id, status: 'applying' },
    data: { status: 'checked', done: 0, version: { increment: 1 } },
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
