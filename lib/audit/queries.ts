import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { isUnreachable } from '@/lib/db/unreachable';
import type { AuditEventName, AuditObjectType } from './events';
import { entryOf } from './rules';
import {
  type AuditEntry,
  type AuditFilter,
  type AuditPage,
  type AuditPageRequest,
  auditRowSchema,
  instantsOf,
} from './schema';
import { writeAudit } from './write-audit';

const PAGE = 50;
const LONGEST_PAGE = 200;

/** Events that change nothing that others rely on. */
const LOOKING: AuditEventName[] = [
  'audit.read',
  'personalData.read',
  'export.made',
  'staffSession.started',
  'staffSession.ended',
  'staffSession.refused',
];

const COLUMNS = {
  seq: true,
  at: true,
  accountId: true,
  actorName: true,
  role: true,
  system: true,
  event: true,
  objectType: true,
  objectId: true,
  objectLabel: true,
  districtCode: true,
  centreId: true,
  allianceCode: true,
  before: true,
  after: true,
  reason: true,
  requestId: true,
} satisfies Prisma.AuditEventSelect;

/** A filter as a condition on rows. */
export function conditionOf(filter: AuditFilter): Prisma.AuditEventWhereInput {
  const { person, objectType, object, event, changesOnly } = filter;
  const { from, before } = instantsOf(filter);
  const conditions: Prisma.AuditEventWhereInput[] = [{ objectType, event, at: { gte: from, lt: before } }];
  if (person) conditions.push({ OR: [{ accountId: person }, { actorName: { contains: person } }] });
  if (object) conditions.push({ OR: [{ objectId: object }, { objectLabel: { contains: object } }] });
  if (changesOnly) conditions.push({ event: { notIn: LOOKING } });
  return { AND: conditions };
}

/** Reads rows below a number, newest first. */
export async function readEntries(
  tx: Prisma.TransactionClient,
  where: Prisma.AuditEventWhereInput,
  { below, take }: { below?: number; take: number },
): Promise<AuditEntry[]> {
  const rows = await tx.auditEvent.findMany({
    where: { AND: [where, { seq: { lt: below } }] },
    orderBy: { seq: 'desc' },
    take,
    select: COLUMNS,
  });
  return rows.map((row) => entryOf(auditRowSchema.parse(row)));
}

/**
 * Events inside the actor's scope, newest first, fifty at a time; that they were read becomes an event itself.
 * @returns NOT_FOUND for whoever may not read the trail, UNAVAILABLE without the database
 */
export async function listAuditEvents(
  actor: Actor,
  filter: AuditFilter,
  { cursor, limit = PAGE }: AuditPageRequest = {},
): Promise<Result<AuditPage>> {
  if (!mayI(actor, 'read', 'AuditEvent')) return err({ code: 'NOT_FOUND' });
  const size = Math.min(Math.max(limit, 1), LONGEST_PAGE);
  const where = { AND: [whereFor(actor, 'read', 'AuditEvent'), conditionOf(filter)] };
  try {
    return await db().$transaction(async (tx) => {
      // one more than asked for says whether a page follows
      const entries = await readEntries(tx, where, { below: cursor, take: size + 1 });
      const shown = entries.slice(0, size);
      const next = entries.length > size ? (shown.at(-1)?.seq ?? null) : null;
      await writeAudit(tx, actor, {
        event: 'audit.read',
        object: { type: 'AuditTrail', id: 'trail' },
        after: { ...definedOf(filter), rows: shown.length, ...(cursor ? { below: cursor } : {}) },
      });
      return ok({ entries: shown, next });
    });
  } catch (problem) {
    if (isUnreachable(problem)) return err({ code: 'UNAVAILABLE', retryAfterSeconds: 60 });
    throw problem;
  }
}

/** What happened to one object, newest first, as far as the actor's scope reaches; see `listAuditEvents`. */
export async function listObjectHistory(
  actor: Actor,
  object: { type: AuditObjectType; id: string },
  page: AuditPageRequest = {},
): Promise<Result<AuditPage>> {
  return await listAuditEvents(actor, { objectType: object.type, object: object.id }, page);
}

/** The fields of a filter that are given, as they are kept in the trail. */
export function definedOf(filter: AuditFilter): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
