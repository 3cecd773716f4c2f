import 'server-only';
import type { Actor } from '@/lib/access/actor';
import type { SystemActor } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { type Written, writeProfile } from './change-profile';
import { type Change, moveChange, STALE } from './change-store';
import { type Ended, endFacility } from './closing-effect';

// How an approved change takes effect.

const REFUSED: Record<Exclude<Written | Ended, { ok: true }>['why'], Err> = {
  unsettled: err({ code: 'CONFLICT', messageKey: 'changes.problem.unsettled' }),
  moved: err({ code: 'CONFLICT', messageKey: 'changes.problem.moved' }),
  closed: err({ code: 'CONFLICT', messageKey: 'changes.problem.closed' }),
  taken: err({ code: 'CONFLICT', messageKey: 'changes.problem.nameTaken' }),
};

/** Lets a change take effect and ends its request; in one transaction, or not at all. */
export async function applyChange(
  tx: Prisma.TransactionClient,
  who: Actor | SystemActor,
  change: Change,
): Promise<Result<{ version: number }>> {
  const step = { to: 'applied', kind: 'applied', told: 'applied' } as const;
  // the request first: whoever loses the race for it writes nothing
  const version = await moveChange(tx, who, change, { ...step, data: { appliedAt: now() } });
  if (version === null) return STALE;
  const { kind, closing } = change;
  const written =
    kind === 'profile' || closing === null
      ? await writeProfile(tx, who, change)
      : await endFacility(tx, who, { ...change, kind, closing });
  return written.ok ? ok({ version }) : REFUSED[written.why];
}

/** Carries an expected failure out of a transaction, so that nothing of it stays. */
class Undone extends Error {
  constructor(readonly answer: Err) {
    super('the change was not written');
  }
}

/** Runs a change that stays whole or not at all, also where it ends in an expected failure. */
export async function wholly<T>(run: (tx: Prisma.TransactionClient) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db().$transaction(async (tx) => {
      const answer = await run(tx);
      if (!answer.ok) throw new Undone(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer;
    throw error;
  }
}
