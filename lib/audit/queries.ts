import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { isUnreachable } from '@/lib/db/unreachable';
import type { AuditObjectType } from './events';
import { conditionOf, orderOf, readEntries } from './read-entries';
import type { AuditFilter, AuditPage, AuditPageRequest } from './schema';
import { writeAudit } from './write-audit';

const PAGE = 50;
const LONGEST_PAGE = 200;

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
  try {
    return await db().$transaction(async (tx) => {
      const where = { AND: [whereFor(actor, 'read', 'AuditEvent'), await conditionOf(tx, filter)] };
      // one more than asked for says whether a page follows
      const entries = await readEntries(tx, where, { order: orderOf(filter), cursor, take: size + 1 });
      const shown = entries.slice(0, size);
      const next = entries.length > size ? (shown.at(-1)?.seq ?? null) : null;
      await writeAudit(tx, actor, {
        event: 'audit.read',
        object: { type: 'AuditTrail', id: 'trail' },
        after: { filter: definedOf(filter), rows: shown.length, ...(cursor ? { below: cursor } : {}) },
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
  return await listAuditEvents(actor, { objectType: object.type, objectId: object.id }, page);
}

/** What happened to an account, its roles and its sign-ins, as far as the actor's scope reaches; see `listAuditEvents`. */
export async function listAccountHistory(
  actor: Actor,
  accountId: string,
  page: AuditPageRequest = {},
): Promise<Result<AuditPage>> {
  return await listAuditEvents(actor, { account: accountId }, page);
}

/** The fields of a filter that are given, as they are kept in the trail. */
export function definedOf(filter: AuditFilter): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
