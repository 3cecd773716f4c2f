import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Words } from '@/lib/registry/files/words-rules';
import { readReferences } from '@/lib/registry/rows/references';
import { KNOWN_COLUMNS, readProposal } from './change-form';
import { nameTaken, readProfile } from './change-profile';
import { differenceOf } from './change-rules';
import { proposalSchema, withdrawalSchema } from './change-schema';
import { dayProblem, invalid, moveChange, NOT_FOUND, readChange, STALE } from './change-store';
import { readProposed, sendChange, sendOnce } from './send-change';

// What a centre does with changes of its own profile and its stations': propose, send again, take back.

type Proposal = z.output<typeof proposalSchema>;
const field = (path: string, messageKey: string): Err => err({ code: 'INVALID', problems: [{ path, messageKey }] });

/**
 * Proposes a change of a profile, or sends one again that was returned or is still waiting.
 * @returns the request; INVALID with the fields, CONFLICT when another is open or this one has moved
 */
export async function proposeChange(
  actor: Actor,
  input: z.input<typeof proposalSchema>,
  words: Words,
): Promise<Result<{ id: string; version: number }>> {
  if (!mayI(actor, 'create', 'ChangeRequest')) return NOT_FOUND;
  const parsed = proposalSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const day = dayProblem(parsed.data.effectiveOn, 'profile');
  return day ?? (await sendOnce((tx) => propose(tx, actor, parsed.data, words)));
}

async function propose(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { request, facilityId, values, reason, effectiveOn }: Proposal,
  words: Words,
): Promise<Result<{ id: string; version: number }>> {
  const proposed = await readProposed(tx, actor, { facilityId, kind: 'profile', request });
  if (!proposed.ok) return proposed;
  const present = await readProfile(tx, facilityId);
  const references = await readReferences(tx, KNOWN_COLUMNS);
  const read = readProposal(values, present, { references, words });
  if (!read.ok) return err({ code: 'INVALID', problems: read.problems });
  const { before, after } = differenceOf(present, read.cells);
  if (Object.keys(after).length === 0) return err({ code: 'INVALID', messageKey: 'changes.problem.nothing' });
  if (after.name && (await nameTaken(tx, facilityId, after.name))) return field('name', 'changes.problem.nameTaken');
  return await sendChange(tx, actor, proposed.value, { kind: 'profile', before, after, reason, effectiveOn });
}

/** Takes a request back that has not taken effect. */
export async function withdrawChange(
  actor: Actor,
  input: z.input<typeof withdrawalSchema>,
): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'update', 'ChangeRequest')) return NOT_FOUND;
  const parsed = withdrawalSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return await db().$transaction(async (tx) => {
    const change = await readChange(tx, actor, 'update', { ...parsed.data, event: 'withdraw' });
    if (!change.ok) return change;
    const step = { to: 'withdrawn', kind: 'withdrawn', told: 'withdrawn' } as const;
    const version = await moveChange(tx, actor, change.value, step);
    return version === null ? STALE : ok({ version });
  });
}
