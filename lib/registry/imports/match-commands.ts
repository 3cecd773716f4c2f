import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { wakeJobs } from '@/lib/jobs/runner';
import type { Words } from '@/lib/registry/files/words-rules';
import {
  AS_NEW,
  candidateSchema,
  cellsSchema,
  chooseMatchesSchema,
  importIdSchema,
  OPEN_CHOICE,
} from '@/lib/registry/schema';
import { CHECKED_AT_ONCE, checkKept } from './check-import';
import { matchKey, ownDistrict } from './import-context';
import { LONG, NO_FAILURE, newRun } from './import-runs';
import { type OpenImport, openImport } from './open-import';

// Saying which entry a row means, and checking a file anew against the list as it is by now.

const NOT_FOUND = err({ code: 'NOT_FOUND' });
const STALE = err({ code: 'CONFLICT', problems: [{ path: 'import', messageKey: 'registry.refused.stale' }] });
const questionSchema = z.object({ line: z.number(), after: cellsSchema, candidates: z.array(candidateSchema) });

type Work = (tx: Prisma.TransactionClient) => Promise<void>;

/** Checks a file anew, after something else; a long one is checked by the job, and its report before stays until then. */
async function recheckAfter(
  actor: Actor,
  found: OpenImport,
  version: number,
  words: Words,
  work?: Work,
): Promise<Result<null>> {
  const long = found.rowCount > CHECKED_AT_ONCE;
  const done = await db().$transaction(async (tx) => {
    if (!(await holdOpen(tx, found, version))) return STALE;
    await work?.(tx);
    const data = long
      ? { ...newRun(actor), ...NO_FAILURE, status: 'checking' as const, done: 0 }
      : await checkKept(tx, actor, found, words);
    await tx.listImport.update({ where: { id: found.id }, data, select: { id: true } });
    return ok(null);
  }, LONG);
  if (long && done.ok) wakeJobs();
  return done;
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
  return await recheckAfter(actor, found, version, words, async (tx) => {
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
  });
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
  return await recheckAfter(actor, found, parsed.data.version, words);
}
