import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { isDue } from './change-rules';
import { approvalSchema, returnSchema } from './change-schema';
import { dayProblem, invalid, moveChange, NOT_FOUND, readChange, STALE } from './change-store';
import { applyChange, wholly } from './take-effect';

// What a district does with the changes that its centres propose.

/**
 * Approves a change for a day: it takes effect at once when that day has come, else in its night.
 * @returns CONFLICT when the profile is no longer what the change was proposed for
 */
export async function approveChange(
  actor: Actor,
  input: z.input<typeof approvalSchema>,
): Promise<Result<{ version: number; applied: boolean }>> {
  if (!mayI(actor, 'approve', 'ChangeRequest')) return NOT_FOUND;
  const parsed = approvalSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { effectiveOn } = parsed.data;
  return await wholly<{ version: number; applied: boolean }>(async (tx) => {
    const change = await readChange(tx, actor, 'approve', { ...parsed.data, event: 'approve' });
    if (!change.ok) return change;
    const day = dayProblem(effectiveOn, change.value.kind);
    if (day) return day;
    const step = { to: 'approved', kind: 'approved', told: 'approved' } as const;
    const data = { effectiveOn: toDbDate(effectiveOn) };
    const version = await moveChange(tx, actor, change.value, { ...step, text: effectiveOn, data });
    if (version === null) return STALE;
    if (!isDue(effectiveOn, dateInShanghai(now()))) return ok({ version, applied: false });
    const applied = await applyChange(tx, actor, { ...change.value, state: 'approved', version, effectiveOn });
    return applied.ok ? ok({ ...applied.value, applied: true }) : applied;
  });
}

/** Gives a change back to its centre with a reason; also one that was approved and has not taken effect. */
export async function returnChange(
  actor: Actor,
  input: z.input<typeof returnSchema>,
): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'approve', 'ChangeRequest')) return NOT_FOUND;
  const parsed = returnSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return await db().$transaction(async (tx) => {
    const change = await readChange(tx, actor, 'approve', { ...parsed.data, event: 'return' });
    if (!change.ok) return change;
    const step = { to: 'returned', kind: 'returned', told: 'returned' } as const;
    const version = await moveChange(tx, actor, change.value, { ...step, text: parsed.data.reason });
    return version === null ? STALE : ok({ version });
  });
}
