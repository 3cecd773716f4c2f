import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { mayBeDue, officeOf } from './follow-up-rules';
import {
  closeFollowUpSchema,
  commentFollowUpSchema,
  type FollowUpMessageKind,
  handOverFollowUpSchema,
  openFollowUpSchema,
  takeFollowUpSchema,
} from './follow-up-schema';
import { followUpObject, say } from './follow-up-steps';
import { invalid } from './parse';
import { getClinicMonitor } from './queries';

// What is done with a follow-up. Every step is said in its thread and in the trail, in one transaction.

type Transaction = Prisma.TransactionClient;
type Done = { id: string; repeated: boolean };

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const STALE: Err = err({ code: 'CONFLICT', messageKey: 'monitor.problem.stale' });
const BAD_DUE: Err = err({ code: 'INVALID', problems: [{ path: 'dueOn', messageKey: 'monitor.problem.due' }] });
/** The same words within this time are one comment sent twice. */
const AGAIN_MS = 3_600_000;

const CLINIC = { select: { name: true, centreId: true } } as const;

/**
 * Opens a follow-up of a clinic by hand.
 * @returns CONFLICT when one is open already
 */
export async function openFollowUp(
  actor: Actor,
  input: Partial<Record<keyof z.input<typeof openFollowUpSchema>, unknown>>,
): Promise<Result<Done>> {
  if (!mayI(actor, 'create', 'FollowUp')) return NOT_FOUND;
  const parsed = openFollowUpSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, office, dueOn, text } = parsed.data;
  const instant = now();
  const today = dateInShanghai(instant);
  const monitor = await getClinicMonitor(actor, clinicId, today);
  if (!monitor) return NOT_FOUND;
  if (!mayBeDue(dueOn, today)) return BAD_DUE;
  return await db().$transaction(async (tx) => {
    const { centre, clinic, state } = monitor;
    const created = await tx.followUp.createManyAndReturn({
      data: {
        ...{ clinicId, state, office, stateOn: toDbDate(today), openedAt: instant, dueOn: toDbDate(dueOn) },
        ...{ openedById: actor.accountId, openedByName: actor.displayName },
      },
      // a clinic has one at a time; the database keeps it so
      skipDuplicates: true,
      select: { id: true },
    });
    const [followUp] = created;
    if (!followUp) return err({ code: 'CONFLICT', messageKey: 'monitor.problem.openAlready' });
    await say(tx, actor, followUp.id, { kind: 'opened', text, at: instant });
    await writeAudit(tx, actor, {
      event: 'followUp.opened',
      ...followUpObject(followUp.id, { name: clinic.name, centreId: centre.id }),
      after: { state, office, dueOn },
      reason: text,
    });
    return ok({ id: followUp.id, repeated: false });
  });
}

/** A follow-up that the actor may change, held until the transaction ends; null where there is none. */
async function hold(tx: Transaction, actor: Actor, id: string) {
  // two officers at once: the second waits here and then sees what the first has done
  await tx.$queryRaw`SELECT 1 FROM follow_up WHERE id = ${id} FOR UPDATE`;
  return await tx.followUp.findFirst({
    where: { AND: [whereFor(actor, 'update', 'FollowUp'), { id }] },
    include: { clinic: CLINIC },
  });
}

type Held = NonNullable<Awaited<ReturnType<typeof hold>>>;
type Change = {
  kind: FollowUpMessageKind;
  text: string;
  event: 'followUp.taken' | 'followUp.handedOver' | 'followUp.closed';
  data: Prisma.FollowUpUncheckedUpdateInput;
  before: Record<string, string | null>;
  after: Record<string, string | null>;
};

/** One step with a follow-up as it was seen. */
async function change(
  actor: Actor,
  { id, version }: { id: string; version: number },
  made: (followUp: Held, instant: Date) => Change,
): Promise<Result<Done>> {
  const instant = now();
  return await db().$transaction(async (tx) => {
    const followUp = await hold(tx, actor, id);
    if (!followUp) return NOT_FOUND;
    if (followUp.version !== version || followUp.closedAt) return STALE;
    const { kind, text, event, data, before, after } = made(followUp, instant);
    await tx.followUp.update({ where: { id }, data: { ...data, version: version + 1 }, select: { id: true } });
    await say(tx, actor, id, { kind, text, at: instant });
    await writeAudit(tx, actor, {
      event,
      ...followUpObject(id, followUp.clinic),
      before,
      after,
      ...(text === '' ? {} : { reason: text }),
    });
    return ok({ id, repeated: false });
  });
}

/** The actor takes a follow-up on, for the own office. */
export async function takeFollowUp(
  actor: Actor,
  input: Partial<Record<keyof z.input<typeof takeFollowUpSchema>, unknown>>,
): Promise<Result<Done>> {
  const office = officeOf(actor);
  if (!office || !mayI(actor, 'update', 'FollowUp')) return NOT_FOUND;
  const parsed = takeFollowUpSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return await change(actor, parsed.data, ({ office: before, ownerName }) => ({
    ...{ kind: 'taken', text: '', event: 'followUp.taken' },
    data: { office, ownerId: actor.accountId, ownerName: actor.displayName },
    before: { office: before, owner: ownerName },
    after: { office, owner: actor.displayName },
  }));
}

/** Hands a follow-up to an office, with another day on which it is due; whoever is there may take it on. */
export async function handOverFollowUp(
  actor: Actor,
  input: Partial<Record<keyof z.input<typeof handOverFollowUpSchema>, unknown>>,
): Promise<Result<Done>> {
  if (!mayI(actor, 'update', 'FollowUp')) return NOT_FOUND;
  const parsed = handOverFollowUpSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { office, dueOn, text } = parsed.data;
  if (!mayBeDue(dueOn, dateInShanghai(now()))) return BAD_DUE;
  return await change(actor, parsed.data, (before) => ({
    ...{ kind: 'handed_over', text, event: 'followUp.handedOver' },
    data: { office, ownerId: null, ownerName: null, dueOn: toDbDate(dueOn) },
    before: { office: before.office, owner: before.ownerName, dueOn: fromDbDate(before.dueOn) },
    after: { office, dueOn },
  }));
}

/** Ends a follow-up with what came of it. */
export async function closeFollowUp(
  actor: Actor,
  input: Partial<Record<keyof z.input<typeof closeFollowUpSchema>, unknown>>,
): Promise<Result<Done>> {
  if (!mayI(actor, 'update', 'FollowUp')) return NOT_FOUND;
  const parsed = closeFollowUpSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { outcome, text } = parsed.data;
  return await change(actor, parsed.data, ({ office, ownerName }, instant) => ({
    ...{ kind: 'closed', text, event: 'followUp.closed' },
    data: { outcome, closedAt: instant, closedById: actor.accountId, closedByName: actor.displayName },
    before: { office, owner: ownerName },
    after: { outcome },
  }));
}

/** Says something of a follow-up; the same words again are one comment. */
export async function commentOnFollowUp(
  actor: Actor,
  input: Partial<Record<keyof z.input<typeof commentFollowUpSchema>, unknown>>,
): Promise<Result<Done>> {
  if (!mayI(actor, 'create', 'FollowUpMessage')) return NOT_FOUND;
  const parsed = commentFollowUpSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, text } = parsed.data;
  const instant = now();
  return await db().$transaction(async (tx) => {
    // two copies of one form: the second waits here and finds the comment
    await tx.$queryRaw`SELECT 1 FROM follow_up WHERE id = ${id} FOR UPDATE`;
    const followUp = await tx.followUp.findFirst({
      where: { AND: [whereFor(actor, 'read', 'FollowUp'), { id }] },
      select: { clinic: CLINIC, messages: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
    });
    if (!followUp) return NOT_FOUND;
    const [last] = followUp.messages;
    const again = last?.text === text && last.authorId === actor.accountId;
    if (again && instant.getTime() - last.at.getTime() < AGAIN_MS) return ok({ id, repeated: true });
    await say(tx, actor, id, { kind: 'comment', text, at: instant });
    await writeAudit(tx, actor, {
      event: 'followUp.commented',
      ...followUpObject(id, followUp.clinic),
      after: { text },
    });
    return ok({ id, repeated: false });
  });
}
