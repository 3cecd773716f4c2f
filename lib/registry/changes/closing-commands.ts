import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { err, type Result } from '@/lib/core/result';
import { dayProblem, invalid, NOT_FOUND } from './change-store';
import { readClosingFacts } from './closing-facts';
import { closingProblems } from './closing-rules';
import { closingProposalSchema } from './closing-schema';
import { readProposed, sendChange, sendOnce } from './send-change';

/**
 * Proposes that a facility closes or becomes part of another, or sends that again.
 * @returns the request; INVALID with the fields, CONFLICT when another is open or this one has moved
 */
export async function proposeClosing(
  actor: Actor,
  input: z.input<typeof closingProposalSchema>,
): Promise<Result<{ id: string; version: number }>> {
  if (!mayI(actor, 'create', 'ChangeRequest')) return NOT_FOUND;
  const parsed = closingProposalSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { request, facilityId, kind, closing: asked, reason, effectiveOn } = parsed.data;
  const day = dayProblem(effectiveOn, kind);
  if (day) return day;
  return await sendOnce(async (tx) => {
    const proposed = await readProposed(tx, actor, { facilityId, kind, request });
    if (!proposed.ok) return proposed;
    const facts = await readClosingFacts(tx, facilityId, effectiveOn, kind);
    const problems = closingProblems(kind, asked, facts);
    if (problems.length > 0) return err({ code: 'INVALID', problems });
    // in a merge everything goes to the one that remains, whatever there is by then
    const closing = kind === 'merge' ? { ...asked, answers: [] } : asked;
    return await sendChange(tx, actor, proposed.value, { kind, before: {}, after: {}, closing, reason, effectiveOn });
  });
}
