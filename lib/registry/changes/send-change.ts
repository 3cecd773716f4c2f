import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { requestSubject } from './change-rules';
import type { ProfilePart } from './change-schema';
import { type Change, listOpenChanges, moveChange, NOT_FOUND, readChange, STALE } from './change-store';
import type { ChangeKind, Closing } from './closing-schema';

// How a request is sent, whatever it asks for: one that is open already is changed, not joined by another.

type Transaction = Prisma.TransactionClient;
type Sent = Result<{ id: string; version: number }>;
export type Proposed = { facility: ProposedFacility; known: Change | null };
type ProposedFacility = NonNullable<Awaited<ReturnType<typeof readFacility>>>;

const OPEN_ALREADY: Err = err({ code: 'CONFLICT', messageKey: 'changes.problem.openAlready' });

async function readFacility(tx: Transaction, actor: Actor, id: string) {
  return await tx.facility.findFirst({
    where: {
      AND: [
        whereFor(actor, 'read', 'Facility'),
        { id, kind: { in: ['community_centre', 'service_station'] }, status: { not: 'closed' } },
      ],
    },
    select: { id: true, kind: true, name: true, districtCode: true, serviceStation: { select: { centreId: true } } },
  });
}

type Asked = { facilityId: string; kind: ChangeKind; request: { id: string; version: number } | null };

/** The facility that a request is about, and the request where it is sent again. */
export async function readProposed(
  tx: Transaction,
  actor: Actor,
  { facilityId, kind, request }: Asked,
): Promise<Result<Proposed>> {
  const facility = await readFacility(tx, actor, facilityId);
  if (!facility) return NOT_FOUND;
  if (!request)
    return (await listOpenChanges(tx, facilityId)).length > 0 ? OPEN_ALREADY : ok({ facility, known: null });
  const known = await readChange(tx, actor, 'update', { ...request, event: 'resubmit' });
  if (!known.ok) return known;
  return known.value.facilityId === facilityId && known.value.kind === kind
    ? ok({ facility, known: known.value })
    : NOT_FOUND;
}

type Content = {
  kind: ChangeKind;
  before: ProfilePart;
  after: ProfilePart;
  closing?: Closing;
  reason: string;
  effectiveOn: CivilDate;
};

/** Writes a request down, or what has become of it. */
export async function sendChange(
  tx: Transaction,
  actor: Actor,
  { facility, known }: Proposed,
  { kind, closing, effectiveOn, ...content }: Content,
): Promise<Sent> {
  const { before, after, reason } = content;
  const sent = { ...content, closing, effectiveOn: toDbDate(effectiveOn) };
  if (known) {
    const step = { to: 'proposed', kind: 'resubmitted', told: 'resubmitted', text: reason } as const;
    const version = await moveChange(tx, actor, { ...known, after }, { ...step, data: sent });
    return version === null ? STALE : ok({ id: known.id, version });
  }
  const [id, at, facilityId] = [randomUUID(), now(), facility.id];
  const by = { proposedById: actor.accountId, proposedByName: actor.displayName, proposedAt: at, changedAt: at };
  await tx.changeRequest.create({ data: { id, facilityId, kind, ...sent, ...by }, select: { id: true } });
  await tx.changeStep.create({
    data: { requestId: id, version: 1, kind: 'proposed', text: reason, byName: actor.displayName, at },
  });
  const { districtCode, serviceStation } = facility;
  await writeAudit(tx, actor, {
    event: `${requestSubject(kind, after)}.proposed`,
    object: { type: 'ChangeRequest', id, label: facility.name },
    scope: { districtCode, centreId: serviceStation?.centreId ?? facilityId },
    before,
    after: kind === 'profile' ? after : { kind, from: effectiveOn, successors: closing?.successors ?? [] },
    reason,
  });
  return ok({ id, version: 1 });
}

/** Sends in one transaction; of two at the same moment the database keeps one. */
export async function sendOnce(send: (tx: Transaction) => Promise<Sent>): Promise<Sent> {
  try {
    return await db().$transaction(send);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'P2002') return OPEN_ALREADY;
    throw error;
  }
}
