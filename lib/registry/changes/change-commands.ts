import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { toDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readReferences } from '@/lib/registry/references';
import type { Words } from '@/lib/registry/words-rules';
import { KNOWN_COLUMNS, readProposal } from './change-form';
import { nameTaken, readProfile } from './change-profile';
import { differenceOf } from './change-rules';
import { proposalSchema, withdrawalSchema } from './change-schema';
import { comingDay, invalid, moveChange, NOT_FOUND, readChange, STALE } from './change-store';

// What a centre does with changes of its own profile and its stations': propose, send again, take back.

type Proposal = z.output<typeof proposalSchema>;
const OPEN_ALREADY: Err = err({ code: 'CONFLICT', messageKey: 'changes.problem.openAlready' });
const field = (path: string, messageKey: string): Err => err({ code: 'INVALID', problems: [{ path, messageKey }] });

async function readFacility(tx: Prisma.TransactionClient, actor: Actor, id: string) {
  return await tx.facility.findFirst({
    where: {
      AND: [
        whereFor(actor, 'read', 'Facility'),
        { id, kind: { in: ['community_centre', 'service_station'] }, status: { not: 'closed' } },
      ],
    },
    select: { id: true, name: true, districtCode: true, serviceStation: { select: { centreId: true } } },
  });
}

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
  if (!comingDay(parsed.data.effectiveOn)) return field('effectiveOn', 'changes.problem.day');
  try {
    return await db().$transaction((tx) => propose(tx, actor, parsed.data, words));
  } catch (error) {
    // two at the same moment: the database keeps one open request of a facility
    if (error instanceof Error && 'code' in error && error.code === 'P2002') return OPEN_ALREADY;
    throw error;
  }
}

async function propose(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { request, facilityId, values, reason, effectiveOn }: Proposal,
  words: Words,
): Promise<Result<{ id: string; version: number }>> {
  const facility = await readFacility(tx, actor, facilityId);
  if (!facility) return NOT_FOUND;
  const known = request && (await readChange(tx, actor, 'update', { ...request, event: 'resubmit' }));
  if (known && !known.ok) return known;
  if (known && known.value.facilityId !== facilityId) return NOT_FOUND;
  const open = { facilityId, state: { in: ['proposed', 'returned', 'approved'] as const } };
  if (!known && (await tx.changeRequest.count({ where: { ...open, state: { in: [...open.state.in] } } })) > 0)
    return OPEN_ALREADY;

  const present = await readProfile(tx, facilityId);
  const references = await readReferences(tx, KNOWN_COLUMNS);
  const read = readProposal(values, present, { references, words });
  if (!read.ok) return err({ code: 'INVALID', problems: read.problems });
  const { before, after } = differenceOf(present, read.cells);
  if (Object.keys(after).length === 0) return err({ code: 'INVALID', messageKey: 'changes.problem.nothing' });
  if (after.name && (await nameTaken(tx, facilityId, after.name))) return field('name', 'changes.problem.nameTaken');

  const sent = { before, after, reason, effectiveOn: toDbDate(effectiveOn) };
  if (known) {
    const step = { to: 'proposed', kind: 'resubmitted', event: 'changeRequest.resubmitted', text: reason } as const;
    const version = await moveChange(tx, actor, known.value, { ...step, data: sent });
    return version === null ? STALE : ok({ id: known.value.id, version });
  }
  const [id, at] = [randomUUID(), now()];
  const by = { proposedById: actor.accountId, proposedByName: actor.displayName, proposedAt: at, changedAt: at };
  await tx.changeRequest.create({ data: { id, facilityId, ...sent, ...by }, select: { id: true } });
  await tx.changeStep.create({
    data: { requestId: id, version: 1, kind: 'proposed', text: reason, byName: actor.displayName, at },
  });
  const { districtCode, serviceStation } = facility;
  await writeAudit(tx, actor, {
    event: 'changeRequest.proposed',
    object: { type: 'ChangeRequest', id, label: facility.name },
    scope: { districtCode, centreId: serviceStation?.centreId ?? facilityId },
    ...{ before, after, reason },
  });
  return ok({ id, version: 1 });
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
    const step = { to: 'withdrawn', kind: 'withdrawn', event: 'changeRequest.withdrawn' } as const;
    const version = await moveChange(tx, actor, change.value, step);
    return version === null ? STALE : ok({ version });
  });
}
