import 'server-only';
import type { z } from 'zod';
import type { FieldProblem } from '@/lib/core/errors';
import { type Err, err, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

// How commands of clinics answer what they expect to go wrong.

export const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
/** Somebody else was quicker: the page is shown as it is now, with what was typed. */
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'joint-clinics.problem.stale' });

/** INVALID with every field's problem. */
export function invalidProblems(problems: FieldProblem[]): Err {
  return err({ code: 'INVALID', problems });
}

/** INVALID from a schema; a problem without a key of ours is "please check this field". */
export function invalid(error: z.ZodError): Err {
  return invalidProblems(problemsOfSchema(error));
}

/** What a schema found, without the name of the part that holds the fields. */
export function problemsOfSchema(error: z.ZodError): FieldProblem[] {
  return error.issues.map(({ path, message }) => ({
    path: path.filter((part) => part !== 'change').join('.'),
    messageKey: message.startsWith('joint-clinics.problem.') ? message : 'joint-clinics.problem.field',
  }));
}

/** Unique keys and periods that overlap: two officers passed every check before either had written. */
function isTakenMeanwhile(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'P2002') return true;
  return /_no_overlap\b/.test(error.message);
}

/** Runs a command's reads and writes as one transaction; whoever comes second is told to look again. */
export async function inTransaction<T>(run: (tx: Prisma.TransactionClient) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db().$transaction(run);
  } catch (error) {
    if (isTakenMeanwhile(error)) return STALE;
    throw error;
  }
}
