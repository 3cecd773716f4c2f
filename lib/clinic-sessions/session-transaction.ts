import 'server-only';
import { type Err, err, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

// What the database itself says no to when two act at the same moment, in our words.

export const MONTH_CLOSED: Err = err({ code: 'CONFLICT', messageKey: 'sessions.problem.monthClosed' });
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'sessions.problem.stale' });

/** Somebody else was first: for the slot, with this submission, for this expert; or two waited for each other. */
export type Race = 'slot' | 'submission' | 'expert' | 'deadlock';

const RACES: Record<string, Race> = {
  clinic_session_clinic_id_date_half_key: 'slot',
  clinic_session_submission_id_key: 'submission',
  clinic_session_version_submission_id_key: 'submission',
  clinic_session_expert_on_site: 'expert',
};

/** Everything an error and those that caused it say. */
function saidBy(error: unknown): string {
  const said: string[] = [];
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { code, message, meta, cause } = at as Record<string, unknown>;
    said.push(String(code), String(message), JSON.stringify(meta) ?? '');
    if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta) at = meta.driverAdapterError;
    else at = cause;
  }
  return said.join(' ');
}

/** The race that made the database refuse, null for any other error. */
export function raceOf(error: unknown): Race | null {
  const said = saidBy(error);
  if (/TransactionWriteConflict|P2034|\b40P01\b|\b40001\b/.test(said)) return 'deadlock';
  return Object.entries(RACES).find(([constraint]) => said.includes(constraint))?.[1] ?? null;
}

/** Whether the database refused because the record's month is closed. */
export function isMonthClosed(error: unknown): boolean {
  return /the month of clinic session \S+ is closed/.test(saidBy(error));
}

/**
 * Runs a change of records, from the beginning again when two have waited for each other. A month that was closed
 * meanwhile is CONFLICT with its own words, any other race the words for stale.
 */
export async function refusalsInWords<T>(run: () => Promise<Result<T>>, attempts = 3): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    if (isMonthClosed(error)) return MONTH_CLOSED;
    const race = raceOf(error);
    if (race === null) throw error;
    return race === 'deadlock' && attempts > 1 ? await refusalsInWords(run, attempts - 1) : STALE;
  }
}

/** Runs a change of records as one transaction, its refusals in words. */
export async function inSessionTransaction<T>(
  run: (tx: Prisma.TransactionClient) => Promise<Result<T>>,
): Promise<Result<T>> {
  return await refusalsInWords(() => db().$transaction(run));
}
