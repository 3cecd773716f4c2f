import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import type { Prisma } from '@/lib/db/generated/client';
import { type AuditEventInput, auditEventSchema } from './events';
import type { System } from './schema';

/** The portal itself: a command on the server, the door before anyone is known, a job. */
export type SystemActor = { system: System; requestId: string };

type Scope = NonNullable<AuditEventInput['scope']>;

/** The part of the network an actor belongs to, as far as the actor's role says it. */
function scopeOf(who: Actor | SystemActor): Scope {
  if ('system' in who) return {};
  switch (who.role) {
    case 'centre_clerk':
      return { centreId: who.centreId };
    case 'alliance_officer':
      return { allianceCode: who.allianceCode };
    case 'district_officer':
      return { districtCode: who.districtCode };
    default:
      return {};
  }
}

/** What happened at a centre is also its district's to read, without the command looking the district up. */
async function wholeScope(tx: Prisma.TransactionClient, scope: Scope): Promise<Scope> {
  if (!scope.centreId || scope.districtCode) return scope;
  const centre = await tx.communityCentre.findUnique({
    where: { facilityId: scope.centreId },
    select: { districtCode: true },
  });
  return { ...scope, districtCode: centre?.districtCode };
}

function byWhom(who: Actor | SystemActor) {
  if ('system' in who) return { system: who.system };
  return { accountId: who.accountId, actorName: who.displayName, role: who.role };
}

/**
 * An event as a row of the inbox, for the few commands that write everything in one statement of their own; any other
 * calls `writeAudit`.
 * @throws ZodError when the event is malformed, too long or holds a secret: a mistake of the caller
 */
export function auditRowOf(who: Actor | SystemActor, event: AuditEventInput) {
  const { object, scope, before, after, ...rest } = auditEventSchema.parse(event);
  return {
    at: now(),
    ...byWhom(who),
    ...(scope ?? scopeOf(who)),
    event: rest.event,
    objectType: object.type,
    objectId: object.id,
    objectLabel: object.label,
    before,
    after,
    reason: rest.reason,
    requestId: who.requestId,
  };
}

/**
 * Records what happened, in the transaction of the change: both are kept, or neither. The event gets its place in the
 * hash chain when the transaction commits, so writers wait for one another only then, and in no order that could lock.
 * @param tx the client of the transaction that makes the change
 * @param who the actor, or the part of the portal that acts by itself
 * @throws ZodError when the event is malformed, too long or holds a secret: a mistake of the caller
 */
export async function writeAudit(
  tx: Prisma.TransactionClient,
  who: Actor | SystemActor,
  event: AuditEventInput,
): Promise<void> {
  const row = auditRowOf(who, event);
  await tx.auditInbox.create({ data: { ...row, ...(await wholeScope(tx, row)) }, select: { id: true } });
}
