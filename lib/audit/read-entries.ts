import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { AUDIT_OBJECT_TYPES, type AuditEventName } from './events';
import { entryOf } from './rules';
import { type AuditEntry, type AuditFilter, auditRowSchema, instantsOf } from './schema';

// How filters become conditions that an index answers, also where the trail has millions of rows.

/** Events that change nothing that others rely on. */
const LOOKING: AuditEventName[] = [
  'audit.read',
  'personalData.read',
  'export.made',
  'staffSession.started',
  'staffSession.ended',
  'staffSession.refused',
];

/** So many people of one name are looked up one by one. */
const MANY_PEOPLE = 200;

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

type Condition = Prisma.AuditEventWhereInput;

/** The account of this id; else those who are called so now; else whoever was called so then. */
async function byPerson(tx: Prisma.TransactionClient, person: string): Promise<Condition> {
  const called = await tx.account.findMany({
    where: { OR: [{ id: person }, { displayName: { contains: person } }] },
    select: { id: true },
    take: MANY_PEOPLE,
  });
  const ids = called.map(({ id }) => id);
  if (ids.includes(person)) return { accountId: person };
  const acted = ids.length > 0 && ids.length < MANY_PEOPLE;
  return acted ? { accountId: { in: ids } } : { OR: [{ accountId: person }, { actorName: { contains: person } }] };
}

/** The object of this id; where there is none, those whose name holds the text. */
async function byObject(tx: Prisma.TransactionClient, filter: AuditFilter, object: string): Promise<Condition> {
  const exact: Condition = { objectType: filter.objectType ?? { in: [...AUDIT_OBJECT_TYPES] }, objectId: object };
  const found = await tx.auditEvent.findFirst({ where: exact, select: { seq: true } });
  return found ? exact : { objectLabel: { contains: object } };
}

/**
 * What happened to an account, to its roles, and to the browsers it signed in with. Signing in and out is always the
 * person's own doing, so those are found by the person: old staff sessions are cleared away, their events stay.
 */
async function byAccount(tx: Prisma.TransactionClient, accountId: string): Promise<Condition> {
  const grants = await tx.roleGrant.findMany({ where: { accountId }, select: { id: true } });
  return {
    OR: [
      { objectType: 'Account', objectId: accountId },
      { objectType: 'RoleGrant', objectId: { in: grants.map(({ id }) => id) } },
      { objectType: 'StaffSession', accountId },
    ],
  };
}

/** A filter as a condition on rows. */
export async function conditionOf(tx: Prisma.TransactionClient, filter: AuditFilter): Promise<Condition> {
  const { person, objectType, object, objectId, account, event, changesOnly } = filter;
  const { from, before } = instantsOf(filter);
  const conditions: Condition[] = [{ objectType, objectId, event, at: { gte: from, lt: before } }];
  if (person) conditions.push(await byPerson(tx, person));
  if (object) conditions.push(await byObject(tx, filter, object));
  if (account) conditions.push(await byAccount(tx, account));
  if (changesOnly) conditions.push({ event: { notIn: LOOKING } });
  return { AND: conditions };
}

export type Order = 'number' | 'time';

/** Within days, by time: one index then finds the days and their order. Otherwise by number, which hardly differs. */
export function orderOf({ from, to }: AuditFilter): Order {
  return from || to ? 'time' : 'number';
}

async function behind(tx: Prisma.TransactionClient, order: Order, cursor: number | undefined): Promise<Condition> {
  if (cursor === undefined) return {};
  if (order === 'number') return { seq: { lt: cursor } };
  const last = await tx.auditEvent.findUnique({ where: { seq: cursor }, select: { at: true } });
  if (!last) return { seq: { lt: cursor } };
  return { at: { lte: last.at }, OR: [{ at: { lt: last.at } }, { seq: { lt: cursor } }] };
}

/** Reads rows behind the one with the cursor's number, newest first. */
export async function readEntries(
  tx: Prisma.TransactionClient,
  where: Condition,
  { order, cursor, take }: { order: Order; cursor?: number; take: number },
): Promise<AuditEntry[]> {
  const rows = await tx.auditEvent.findMany({
    where: { AND: [where, await behind(tx, order, cursor)] },
    orderBy: order === 'time' ? [{ at: 'desc' }, { seq: 'desc' }] : { seq: 'desc' },
    take,
    select: COLUMNS,
  });
  return rows.map((row) => entryOf(auditRowSchema.parse(row)));
}
