import 'server-only';
import { err, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Transaction } from './staff-sessions';

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

/**
 * Runs a command's reads and writes as one transaction. Two officers who give away the same name, number or role at the
 * same moment pass every check before; the database keeps the first, and the second is told to look again.
 */
export async function inTransaction<T>(run: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db().$transaction(run);
  } catch (error) {
    if (isDuplicate(error)) return err({ code: 'CONFLICT', messageKey: 'accounts.problem.stale' });
    throw error;
  }
}
