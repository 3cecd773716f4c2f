import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { auditRowOf, writeAudit } from '@/lib/audit/write-audit';
import { isMonthClosed } from '@/lib/clinic-sessions/session-transaction';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { type List, NoLongerSound } from '@/lib/registry/lists/list';
import { changedCells, sameCells } from '@/lib/registry/rows/difference-rules';
import { LONG } from './import-runs';
import { type OpenImport, type WrittenRow, writtenInTurns } from './open-import';

// Writing the rows of an import that somebody has opened, in one transaction: all of it, or nothing.

type Client = Prisma.TransactionClient;

export const ROWS_A_TURN = 500;
export const refused = (reason: string, values: Record<string, string | number> = {}): Err =>
  err({ code: 'CONFLICT', problems: [{ path: 'import', messageKey: `registry.refused.${reason}`, values }] });

/** Ends a transaction whose work is not wanted any more. */
export class Refused extends Error {
  constructor(readonly answer: Err) {
    super('refused');
  }
}

/** Names the first of some rows, and how many more there are. */
export function namesOf(rows: readonly Pick<WrittenRow, 'label'>[]): Record<string, string | number> {
  const first = rows.slice(0, 3).map(({ label }) => label);
  return { names: first.join('、'), count: rows.length };
}

/** One process at a time works on an import; the database tells, and forgets when the process dies. */
export async function takeTurn(tx: Client, id: string): Promise<void> {
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

/** Records each of some rows in the trail. */
export async function tellEach(
  tx: Client,
  actor: Actor,
  list: List,
  rows: readonly WrittenRow[],
  undone: boolean,
): Promise<void> {
  await tx.auditInbox.createMany({ data: rows.map((row) => auditRowOf(actor, eventOf(row, list, undone))) });
}

/** Rows whose entry is not what it was when the file was checked. */
export async function movedSince(
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

/** Ends the transaction when its import was stopped meanwhile. */
export async function stillWanted(id: string, status: 'checking' | 'applying'): Promise<void> {
  const row = await db().listImport.findUnique({ where: { id }, select: { status: true } });
  if (row?.status !== status) throw new Refused(refused('cancelled'));
}

async function applyAll(
  tx: Client,
  actor: Actor,
  { id, list }: OpenImport,
  signal: AbortSignal | undefined,
): Promise<number> {
  await takeTurn(tx, id);
  let done = 0;
  for await (const rows of writtenInTurns(tx, id, ROWS_A_TURN)) {
    signal?.throwIfAborted();
    await stillWanted(id, 'applying');
    const moved = await movedSince(tx, actor, list, rows, 'before');
    if (moved.length > 0) throw new Refused(refused('moved', namesOf(moved)));
    const entries = rows.map(({ objectId, after }) => ({ id: objectId, cells: after }));
    await list.write(tx, entries, actor);
    await tellEach(tx, actor, list, rows, false);
    done += rows.length;
    // told beside the transaction, so that whoever waits sees it
    await db().listImport.updateMany({ where: { id, status: 'applying' }, data: { done } });
  }
  return done;
}

/** Unique keys that somebody else took while the transaction ran, or records that two have waited for. */
function isTakenMeanwhile(error: unknown): boolean {
  return (
    error instanceof Error &&
    /P2002|23505|40P01|duplicate key|_no_overlap\b/.test(`${'code' in error ? error.code : ''} ${error.message}`)
  );
}

/** What became of a transaction: its result, or why it was refused. */
export async function outcomeOf(run: () => Promise<Result<{ rows: number }>>): Promise<Result<{ rows: number }>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    if (error instanceof NoLongerSound) return refused('moved', namesOf(error.rows));
    if (error instanceof Error && error.message.includes('clinic_schedule_no_overlap')) return refused('overlap');
    if (isMonthClosed(error)) return refused('monthClosed');
    if (isTakenMeanwhile(error)) return refused('taken');
    if (error instanceof Error && error.message.includes('the past stays as it was')) return refused('past');
    throw error;
  }
}

/** How long a transaction may take, and what tells that its process ends. */
export type Bounds = { transaction?: { timeout: number; maxWait: number }; signal?: AbortSignal };

/**
 * Writes an import that is being applied; with a refusal, the list is as it was and the import is open again.
 * @throws when the process ends, or for what nobody foresaw; then the import waits to be taken up
 */
export async function writeImport(
  actor: Actor,
  found: OpenImport,
  { transaction = LONG, signal }: Bounds = {},
): Promise<Result<{ rows: number }>> {
  const { id } = found;
  const done = await outcomeOf(() =>
    db().$transaction(async (tx) => {
      const rows = await applyAll(tx, actor, found, signal);
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
    }, transaction),
  );
  if (!done.ok && !done.error.problems?.some(({ messageKey }) => messageKey === 'registry.refused.running'))
    await db().listImport.updateMany({
      where: { id, status: 'applying' },
      data: { status: 'checked', done: 0, failure: done.error.problems?.[0]?.messageKey ?? null },
    });
  return done;
}
