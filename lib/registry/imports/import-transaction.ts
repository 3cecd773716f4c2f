import 'server-only';
import { isMonthClosed } from '@/lib/clinic-sessions/session-transaction';
import { type Err, err, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { NoLongerSound } from '@/lib/registry/lists/list';
import type { Busy } from './import-runs';

// What checking, writing and undoing an import have in common: one process at a time, one transaction, all of it or nothing.

export const refused = (reason: string, values: Record<string, string | number> = {}): Err =>
  err({ code: 'CONFLICT', problems: [{ path: 'import', messageKey: `registry.refused.${reason}`, values }] });

/** Ends a transaction whose work is not wanted any more. */
export class Refused extends Error {
  constructor(readonly answer: Err) {
    super('refused');
  }
}

/** Names the first of some rows, and how many more there are. */
export function namesOf(rows: readonly { label: string }[]): Record<string, string | number> {
  const first = rows.slice(0, 3).map(({ label }) => label);
  return { names: first.join('、'), count: rows.length };
}

/** One process at a time works on an import; the database tells, and forgets when the process dies. */
export async function takeTurn(tx: Prisma.TransactionClient, id: string): Promise<void> {
  const [turn] = await tx.$queryRaw<
    { taken: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(hashtextextended(${id}, 6)) AS taken`;
  if (!turn?.taken) throw new Refused(refused('running'));
}

/** Ends the transaction when its import was stopped meanwhile. */
export async function stillWanted(id: string, status: Busy): Promise<void> {
  const row = await db().listImport.findUnique({ where: { id }, select: { status: true } });
  if (row?.status !== status) throw new Refused(refused('cancelled'));
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
