import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { LONG } from './commands';
import { checkFile, matchKey, ownDistrict } from './import-context';
import { type OpenImport, openImport } from './open-import';
import { AS_NEW, candidateSchema, cellsSchema, chooseMatchesSchema, importIdSchema, OPEN_CHOICE } from './schema';
import type { Words } from './words-rules';

// Saying which entry a row means, and checking a file anew against the list as it is by now.

const NOT_FOUND = err({ code: 'NOT_FOUND' });
const STALE = err({ code: 'CONFLICT', problems: [{ path: 'import', messageKey: 'registry.refused.stale' }] });
const rawSchema = z.array(z.object({ line: z.number(), raw: z.array(z.string()) }));
const questionSchema = z.object({ line: z.number(), after: cellsSchema, candidates: z.array(candidateSchema) });

async function recheck(tx: Prisma.TransactionClient, actor: Actor, found: OpenImport, words: Words): Promise<void> {
  const kept = await tx.listImportRow.findMany({
    where: { importId: found.id },
    select: { line: true, raw: true },
    orderBy: { line: 'asc' },
  });
  const rows = rawSchema.parse(kept).map(({ line, raw }) => ({ line, cells: raw }));
  await tx.listImportRow.deleteMany({ where: { importId: found.id } });
  const { id: importId, list, columns, datum } = found;
  const unmentioned = await checkFile(tx, actor, { importId, list, table: { columns, datum, rows }, words });
  await tx.listImport.update({
    where: { id: found.id },
    data: { unmentioned, checkedAt: now(), failure: null },
    select: { id: true },
  });
}

/** Makes an import one's own to change for the rest of the transaction. */
async function holdOpen(tx: Prisma.TransactionClient, { id }: OpenImport, version: number): Promise<boolean> {
  const { count } = await tx.listImport.updateMany({
    where: { id, status: 'checked', version },
    data: { version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Remembers for rows which entry they mean, or that they are new, and checks the file again; choices hold for later
 * files too, until they are taken back.
 * @returns NOT_FOUND out of scope, CONFLICT when the import has changed meanwhile
 */
export async function chooseMatches(
  actor: Actor,
  input: z.input<typeof chooseMatchesSchema>,
  words: Words,
): Promise<Result<null>> {
  const parsed = chooseMatchesSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return NOT_FOUND;
  const { choices, version } = parsed.data;
  return await db().$transaction(async (tx) => {
    if (!(await holdOpen(tx, found, version))) return STALE;
    const asked = await tx.listImportRow.findMany({
      where: { importId: found.id, line: { in: Object.keys(choices).map(Number) }, outcome: { not: 'faulty' } },
      select: { line: true, after: true, candidates: true },
    });
    for (const { line, after, candidates } of questionSchema.array().parse(asked)) {
      const choice = choices[String(line)];
      const key = found.list.keyOf(after);
      if (choice === undefined || key === null) continue;
      await remember(tx, actor, found, { key, choice, offered: candidates.map(({ id }) => id) });
    }
    await recheck(tx, actor, found, words);
    return ok(null);
  }, LONG);
}

type Choice = { key: string; choice: string; offered: readonly string[] };

async function remember(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { list }: OpenImport,
  { key, choice, offered }: Choice,
): Promise<void> {
  const row = { list: list.name, key: matchKey(actor, key) };
  if (choice === OPEN_CHOICE) {
    await tx.listMatch.deleteMany({ where: row });
    return;
  }
  if (choice !== AS_NEW && !offered.includes(choice)) return;
  const made = { choice, madeBy: actor.displayName, madeAt: now() };
  await tx.listMatch.upsert({
    where: { list_key: row },
    create: { ...row, ...made, districtCode: ownDistrict(actor) },
    update: made,
    select: { key: true },
  });
}

/** Checks a file anew, for instance after the list has changed. */
export async function recheckImport(
  actor: Actor,
  input: z.input<typeof importIdSchema>,
  words: Words,
): Promise<Result<null>> {
  const parsed = importIdSchema.safeParse(input);
  const found = parsed.success ? await openImport(actor, parsed.data.importId) : null;
  if (!parsed.success || !found) return NOT_FOUND;
  return await db().$transaction(async (tx) => {
    if (!(await holdOpen(tx, found, parsed.data.version))) return STALE;
    await recheck(tx, actor, found, words);
    return ok(null);
  }, LONG);
}
