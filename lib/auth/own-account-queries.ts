import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { db } from '@/lib/db/client';
import { findOneTimeLink, type LinkPurpose } from './one-time-links';
import { IDLE_SECONDS } from './staff-session-rules';
import type { DemonstrationAccount, StaffSessionSeen } from './views-schema';

/** The own signed-in browsers, the latest first. */
export async function listOwnStaffSessions(actor: Actor): Promise<StaffSessionSeen[]> {
  const instant = now();
  const rows = await db().staffSession.findMany({
    where: {
      accountId: actor.accountId,
      endedAt: null,
      expiresAt: { gt: instant },
      lastSeenAt: { gt: new Date(instant.getTime() - IDLE_SECONDS * 1000) },
    },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  });
  return rows.map((row) => ({ ...row, thisOne: row.id === actor.staffSessionId }));
}

/** The own roles of today, to switch between. */
export async function listOwnRoles(actor: Actor) {
  const today = toDbDate(dateInShanghai(now()));
  const rows = await db().roleGrant.findMany({
    where: {
      accountId: actor.accountId,
      state: 'active',
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: {
      id: true,
      role: true,
      centre: { select: { facility: { select: { name: true, nameEn: true } } } },
      alliance: { select: { name: true, nameEn: true } },
      district: { select: { name: true, nameEn: true } },
    },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id, role, centre, alliance, district }) => ({
    grantId: id,
    role,
    scope: centre?.facility ?? alliance ?? district,
    present: id === actor.grantId,
  }));
}

/** What the own account looks like: for the account page. */
export async function getOwnAccount(actor: Actor) {
  const { passwordHash, totpSecret, oidcSubject, _count, ...account } = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: {
      userName: true,
      displayName: true,
      phone: true,
      lastSignInAt: true,
      demonstration: true,
      passwordHash: true,
      totpSecret: true,
      oidcSubject: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    ...account,
    hasPassword: passwordHash !== null,
    hasSecondFactor: totpSecret !== null,
    hasSingleSignOn: oidcSubject !== null,
    recoveryCodesLeft: _count.recoveryCodes,
  };
}

/** What a one-time link is for and whose it is; null when it is void. */
export async function getOneTimeLink(
  token: string,
): Promise<{ purpose: LinkPurpose; userName: string; displayName: string } | null> {
  const link = await findOneTimeLink(token, now());
  if (!link) return null;
  return { purpose: link.purpose, userName: link.account.userName, displayName: link.account.displayName };
}

/** The accounts of the demonstration for its sign-in page; empty on every other portal. */
export async function listDemonstrationAccounts(): Promise<DemonstrationAccount[]> {
  if (env().DEMONSTRATION_ACCOUNTS !== 'on') return [];
  const rows = await db().account.findMany({
    where: { demonstration: true, status: 'active' },
    select: { userName: true, displayName: true, grants: { where: { state: 'active' }, select: { role: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ userName, displayName, grants: [grant] }) =>
    grant ? [{ userName, displayName, role: grant.role }] : [],
  );
}
