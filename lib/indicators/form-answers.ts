import 'server-only';
import type { z } from 'zod';
import { type Err, err, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { inTransaction, invalidProblems, STALE as TAKEN } from '@/lib/joint-clinics/answers';

/** Somebody else was quicker: the page is shown as it is now, with what was typed. */
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'targets.problem.stale' });

/** INVALID from a schema; a problem without a key of ours is "please check this field". */
export function invalid(error: z.ZodError): Err {
  return invalidProblems(
    error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      messageKey: message.startsWith('targets.problem.') ? message : 'targets.problem.field',
    })),
  );
}

/** Runs a command's reads and writes as one transaction; whoever comes second is told to look again. */
export async function inOneTransaction<T>(
  run: (tx: Prisma.TransactionClient) => Promise<Result<T>>,
): Promise<Result<T>> {
  const done = await inTransaction(run);
  return !done.ok && done.error.messageKey === TAKEN.error.messageKey ? STALE : done;
}
