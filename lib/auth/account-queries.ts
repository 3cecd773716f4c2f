import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai, fromDbDate, instantInShanghai } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { RECERTIFY_DAYS } from './account-rules';
import { type AccountFilter, idSchema } from './schema';
import type { AccountListed, AccountPage, AccountSeen, GrantSeen } from './views-schema';

// What officers read of accounts. A phone number is shown by its last digits only; secrets are never selected.

const PAGE_SIZE = 50;

const GRANT = {
  id: true,
  role: true,
  centreId: true,
  expertId: true,
  traineeId: true,
  allianceCode: true,
  districtCode: true,
  state: true,
  validFrom: true,
  validTo: true,
  reason: true,
  version: true,
  accountId: true,
  requestedById: true,
  centre: { select: { facility: { select: { name: true, nameEn: true } } } },
  expert: { select: { name: true, nameEn: true } },
  trainee: { select: { name: true, nameEn: true } },
  alliance: { select: { name: true, nameEn: true } },
  district: { select: { name: true, nameEn: true } },
  requestedBy: { select: { displayName: true } },
  approvedBy: { select: { displayName: true } },
  account: { select: { displayName: true, userName: true } },
} satisfies Prisma.RoleGrantSelect;

type GrantRow = Prisma.RoleGrantGetPayload<{ select: typeof GRANT }>;

function grantSeen(row: GrantRow): GrantSeen {
  const named = row.centre?.facility ?? row.expert ?? row.trainee ?? row.alliance ?? row.district;
  return {
    id: row.id,
    accountId: row.accountId,
    holder: row.account.displayName,
    holderUserName: row.account.userName,
    role: row.role,
    state: row.state,
    scope: named ? { name: named.name, nameEn: named.nameEn } : null,
    centreId: row.centreId,
    expertId: row.expertId,
    traineeId: row.traineeId,
    allianceCode: row.allianceCode,
    districtCode: row.districtCode,
    validFrom: fromDbDate(row.validFrom),
    validTo: row.validTo && fromDbDate(row.validTo),
    reason: row.reason,
    requestedById: row.requestedById,
    requestedBy: row.requestedBy?.displayName ?? null,
    approvedBy: row.approvedBy?.displayName ?? null,
    version: row.version,
  };
}

const LISTED = {
  id: true,
  userName: true,
  displayName: true,
  phone: true,
  status: true,
  statusReason: true,
  lockedUntil: true,
  passwordHash: true,
  totpSecret: true,
  oidcSubject: true,
  lastSignInAt: true,
  recertifiedAt: true,
  createdAt: true,
  demonstration: true,
  version: true,
} satisfies Prisma.AccountSelect;

type ListedRow = Prisma.AccountGetPayload<{ select: typeof LISTED }> & { grants: GrantRow[] };

function accountListed(row: ListedRow): AccountListed {
  const { id, userName, displayName, status, lastSignInAt, demonstration, version } = row;
  return {
    id,
    userName,
    displayName,
    phoneEnding: row.phone?.slice(-4) ?? null,
    status,
    statusReason: row.statusReason,
    locked: row.lockedUntil !== null && row.lockedUntil > now(),
    invited: row.passwordHash === null && row.oidcSubject === null,
    hasSecondFactor: row.totpSecret !== null,
    hasSingleSignOn: row.oidcSubject !== null,
    lastSignInAt,
    recertifiedAt: row.recertifiedAt,
    createdAt: row.createdAt,
    demonstration,
    version,
    grants: row.grants.map(grantSeen),
  };
}

/** Grants of an account that the actor may see. */
function seenGrants(actor: Actor) {
  return {
    where: whereFor(actor, 'read', 'RoleGrant'),
    orderBy: [{ createdAt: 'desc' as const }],
    select: GRANT,
  };
}

function matching({ text, role, status, centre }: AccountFilter): Prisma.AccountWhereInput {
  const words = text.normalize('NFKC').trim();
  // whoever has left has only roles that ended
  const living: Prisma.RoleGrantWhereInput = status === 'left' ? {} : { state: { in: ['requested', 'active'] } };
  const ofCentre = centre && { OR: [{ centreId: centre }, { trainee: { is: { centreId: centre } } }] };
  return {
    ...(status && { status }),
    ...((role || ofCentre) && { grants: { some: { ...living, ...(role && { role }), ...ofCentre } } }),
    ...(words && {
      OR: [
        { displayName: { contains: words } },
        { userName: { contains: words.toLowerCase() } },
        ...(/^\d{4,11}$/.test(words) ? [{ phone: { endsWith: words } }] : []),
      ],
    }),
  };
}

async function page(
  actor: Actor,
  where: Prisma.AccountWhereInput,
  after: string | null,
  size = PAGE_SIZE,
): Promise<AccountPage> {
  const rows = await db().account.findMany({
    where: { AND: [whereFor(actor, 'read', 'Account'), where, ...(after ? [{ id: { gt: after } }] : [])] },
    select: { ...LISTED, grants: seenGrants(actor) },
    orderBy: { id: 'asc' },
    take: size + 1,
  });
  const shown = rows.slice(0, size);
  return {
    accounts: shown.map(accountListed),
    next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The accounts of the actor's scope, fifty a page, in the order they were made. */
export async function listAccounts(actor: Actor, filter: AccountFilter): Promise<AccountPage> {
  return await page(actor, matching(filter), filter.after);
}

function toRecertify(actor: Actor): Prisma.AccountWhereInput {
  const before = instantInShanghai(addDays(dateInShanghai(now()), -RECERTIFY_DAYS), 0);
  const due: Prisma.AccountWhereInput = {
    status: { not: 'left' },
    id: { not: actor.accountId },
    OR: [{ recertifiedAt: { lt: before } }, { recertifiedAt: null, createdAt: { lt: before } }],
  };
  return { AND: [whereFor(actor, 'update', 'Account'), due] };
}

/** Accounts that nobody has certified for a year, which the actor may certify. */
export async function listAccountsToRecertify(
  actor: Actor,
  after: string | null = null,
  size = PAGE_SIZE,
): Promise<AccountPage> {
  return await page(actor, toRecertify(actor), after, size);
}

/** How many accounts the actor should certify. */
export async function countAccountsToRecertify(actor: Actor): Promise<number> {
  return await db().account.count({ where: toRecertify(actor) });
}

/** One account of the actor's scope with its roles, and whether the actor may change it; null when out of scope. */
export async function getAccount(actor: Actor, accountId: string): Promise<AccountSeen | null> {
  if (!idSchema.safeParse(accountId).success) return null;
  const row = await db().account.findFirst({
    where: { AND: [whereFor(actor, 'read', 'Account'), { id: accountId }] },
    select: { ...LISTED, grants: seenGrants(actor), recertifiedBy: { select: { displayName: true } } },
  });
  if (!row) return null;
  const mine = { AND: [whereFor(actor, 'update', 'Account'), { id: accountId }] };
  const mayChange = accountId !== actor.accountId && (await db().account.count({ where: mine })) > 0;
  return { ...accountListed(row), recertifiedBy: row.recertifiedBy?.displayName ?? null, mayChange };
}

/** Requests for city roles that wait for another officer; empty for whoever may not approve. */
export async function listGrantRequests(actor: Actor): Promise<GrantSeen[]> {
  const rows = await db().roleGrant.findMany({
    where: { AND: [whereFor(actor, 'approve', 'RoleGrant'), { state: 'requested' }] },
    select: GRANT,
    orderBy: { createdAt: 'asc' },
    take: 200,
  });
  return rows.map(grantSeen);
}
