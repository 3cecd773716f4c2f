import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { invalidSupport, SUPPORT_STALE, supportObject } from './support-answers';
import { answerSupportSchema, passSupportOnSchema, type SupportMessageKind, takeSupportSchema } from './support-schema';

// What an office does with what it is asked: somebody takes it, passes it on to the city, or answers.

type Given<Schema extends { shape: object }> = Partial<Record<keyof Schema['shape'], unknown>>;
type Done = { id: string; version: number };
type Held = Prisma.SupportRequestGetPayload<object>;
type Step = {
  event: 'supportRequest.taken' | 'supportRequest.passedOn' | 'supportRequest.answered';
  data: Prisma.SupportRequestUpdateInput;
  before: Record<string, string | null>;
  after: Record<string, string | null>;
  /** said in the thread; an answer stands in the request itself */
  said?: { kind: SupportMessageKind; text: string };
  reason?: string;
};

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });

/** One step with an open request as it was seen; null from `made` where it cannot be taken. */
async function step(
  actor: Actor,
  { id, version }: { id: string; version: number },
  made: (request: Held, instant: Date) => Step | null,
): Promise<Result<Done>> {
  const instant = now();
  return await db().$transaction(async (tx) => {
    // two officers at once: the second waits here and then sees what the first has done
    await tx.$queryRaw`SELECT 1 FROM support_request WHERE id = ${id} FOR UPDATE`;
    const request = await tx.supportRequest.findFirst({
      where: { AND: [whereFor(actor, 'update', 'SupportRequest'), { id }] },
    });
    if (!request) return NOT_FOUND;
    const taken = request.version === version && request.status === 'open' ? made(request, instant) : null;
    if (!taken) return SUPPORT_STALE;
    const { event, data, before, after, said, reason } = taken;
    await tx.supportRequest.update({ where: { id }, data: { ...data, version: version + 1 }, select: { id: true } });
    if (said)
      await tx.supportMessage.create({
        data: {
          ...{ requestId: id, ...said, at: instant },
          ...{ authorId: actor.accountId, authorName: actor.displayName, authorRole: actor.role },
        },
        select: { id: true },
      });
    await writeAudit(tx, actor, { event, ...supportObject(request), before, after, ...(reason && { reason }) });
    return ok({ id, version: version + 1 });
  });
}

/** Makes the actor the one who deals with a request. */
export async function takeSupport(actor: Actor, input: Given<typeof takeSupportSchema>): Promise<Result<Done>> {
  if (!mayI(actor, 'update', 'SupportRequest')) return NOT_FOUND;
  const parsed = takeSupportSchema.safeParse(input);
  if (!parsed.success) return invalidSupport(parsed.error);
  return await step(actor, parsed.data, ({ ownerName }) => ({
    event: 'supportRequest.taken',
    data: { ownerId: actor.accountId, ownerName: actor.displayName },
    before: { owner: ownerName },
    after: { owner: actor.displayName },
    said: { kind: 'taken', text: '' },
  }));
}

/** Passes a request on to the city, with the reason; nobody there has taken it yet. */
export async function passSupportOn(actor: Actor, input: Given<typeof passSupportOnSchema>): Promise<Result<Done>> {
  if (!mayI(actor, 'update', 'SupportRequest')) return NOT_FOUND;
  const parsed = passSupportOnSchema.safeParse(input);
  if (!parsed.success) return invalidSupport(parsed.error);
  const { text } = parsed.data;
  return await step(actor, parsed.data, ({ office, ownerName }) =>
    office === 'city'
      ? null
      : {
          event: 'supportRequest.passedOn',
          data: { office: 'city', ownerId: null, ownerName: null },
          before: { office, owner: ownerName },
          after: { office: 'city', owner: null },
          said: { kind: 'passed_on', text },
          reason: text,
        },
  );
}

/** Ends a request with what was done, or why not. */
export async function answerSupport(actor: Actor, input: Given<typeof answerSupportSchema>): Promise<Result<Done>> {
  if (!mayI(actor, 'update', 'SupportRequest')) return NOT_FOUND;
  const parsed = answerSupportSchema.safeParse(input);
  if (!parsed.success) return invalidSupport(parsed.error);
  const { outcome, text } = parsed.data;
  return await step(actor, parsed.data, (_, instant) => ({
    event: 'supportRequest.answered',
    data: {
      ...{ status: outcome, answer: text, answeredAt: instant },
      ...{ answeredById: actor.accountId, answeredByName: actor.displayName },
    },
    before: { status: 'open' },
    after: { status: outcome },
    reason: text,
  }));
}
