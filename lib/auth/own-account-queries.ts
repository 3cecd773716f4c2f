import 'server-only';
import { z } from 'zod';
import { ACTOR_ROLES, type Actor } from '@/lib/access/actor';
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

const ownRoleRow = z.object({
  grantId: z.string(),
  role: z.enum(ACTOR_ROLES),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
});

/** The own roles of today, to switch between. One statement with its joins: every page of the workspace shows them. */
export async function listOwnRoles(actor: Actor) {
  const today = toDbDate(dateInShanghai(now()));
  const rows = await db().$queryRaw`
    SELECT g.id AS "grantId", g.role::text AS role, coalesce(f.name, a.name, d.name) AS name,
      coalesce(f.name_en, a.name_en, d.name_en) AS "nameEn"
    FROM role_grant g
      LEFT JOIN facility f ON f.id = g.centre_id
      LEFT JOIN alliance a ON a.code = g.alliance_code
      LEFT JOIN district d ON d.code = g.district_code
    WHERE g.account_id = ${actor.accountId} AND g.state = 'active' AND g.valid_from <= ${today}
      AND (g.valid_to IS NULL OR g.valid_to > ${today})
    ORDER BY g.created_at, g.id`;
  return z
    .array(ownRoleRow)
    .parse(rows)
    .map(({ grantId, role, name, nameEn }) => ({
      grantId,
      role,
      scope: name === null ? null : { name, nameEn: nameEn ?? name },
      present: grantId === actor.grantId,
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
