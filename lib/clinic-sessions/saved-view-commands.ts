import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { MOST_VIEWS, removeViewSchema, renameViewSchema, type SavedList, saveViewSchema } from './saved-view-schema';

// What people do with the views they keep. A view of somebody else is not there.

type Transaction = Prisma.TransactionClient;

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const TAKEN: Err = err({
  code: 'CONFLICT',
  problems: [{ path: 'name', messageKey: 'session-list.problem.nameTaken' }],
});
const TOO_MANY: Err = err({ code: 'INVALID', messageKey: 'session-list.problem.many' });

function invalid(error: z.ZodError): Err {
  return err({
    code: 'INVALID',
    problems: error.issues.map(({ path, message }) => ({ path: path.join('.'), messageKey: message })),
  });
}

/** Two browsers that take the same name at once: the database keeps the first. */
async function inTransaction<T>(run: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db().$transaction(run);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'P2002') return TAKEN;
    throw error;
  }
}

async function findOwn(tx: Transaction, actor: Actor, id: string) {
  return await tx.savedView.findFirst({
    where: { AND: [whereFor(actor, 'update', 'SavedView'), { id }] },
    select: { id: true, name: true },
  });
}

/** Keeps a list under a name; a view of the same list that had the name is replaced. */
export async function saveView(
  actor: Actor,
  list: SavedList,
  input: z.input<ReturnType<typeof saveViewSchema>>,
): Promise<Result<{ id: string; query: string; replaced: boolean }>> {
  if (!mayI(actor, 'create', 'SavedView')) return NOT_FOUND;
  const parsed = saveViewSchema(list).safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { name, query } = parsed.data;
  const { accountId } = actor;
  return await inTransaction(async (tx) => {
    const mine = { AND: [whereFor(actor, 'update', 'SavedView'), { accountId, list }] };
    const before = await tx.savedView.findFirst({ where: { ...mine, name }, select: { id: true, query: true } });
    if (!before && (await tx.savedView.count({ where: mine })) >= MOST_VIEWS) return TOO_MANY;
    const { id } = before
      ? await tx.savedView.update({ where: { id: before.id }, data: { query }, select: { id: true } })
      : await tx.savedView.create({
          data: { accountId, list, name, query, createdAt: now() },
          select: { id: true },
        });
    await writeAudit(tx, actor, {
      event: 'savedView.saved',
      object: { type: 'SavedView', id, label: name },
      ...(before && { before: { query: before.query } }),
      after: { query },
    });
    return ok({ id, query, replaced: before !== null });
  });
}

/** Gives a view another name. */
export async function renameView(actor: Actor, input: z.input<typeof renameViewSchema>): Promise<Result<null>> {
  if (!mayI(actor, 'update', 'SavedView')) return NOT_FOUND;
  const parsed = renameViewSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, name } = parsed.data;
  return await inTransaction(async (tx) => {
    const before = await findOwn(tx, actor, id);
    if (!before) return NOT_FOUND;
    if (before.name === name) return ok(null);
    await tx.savedView.update({ where: { id }, data: { name }, select: { id: true } });
    await writeAudit(tx, actor, {
      event: 'savedView.renamed',
      object: { type: 'SavedView', id, label: name },
      before: { name: before.name },
      after: { name },
    });
    return ok(null);
  });
}

/** Throws a view away. */
export async function removeView(actor: Actor, input: z.input<typeof removeViewSchema>): Promise<Result<null>> {
  if (!mayI(actor, 'update', 'SavedView')) return NOT_FOUND;
  const parsed = removeViewSchema.safeParse(input);
  if (!parsed.success) return NOT_FOUND;
  return await inTransaction(async (tx) => {
    const before = await findOwn(tx, actor, parsed.data.id);
    if (!before) return NOT_FOUND;
    await tx.savedView.delete({ where: { id: before.id }, select: { id: true } });
    await writeAudit(tx, actor, {
      event: 'savedView.removed',
      object: { type: 'SavedView', id: before.id, label: before.name },
    });
    return ok(null);
  });
}
