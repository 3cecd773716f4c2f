import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { isLive, scopeOfGrant } from './staff-session-rules';

/**
 * Who a job works for: the person in the role in which they asked, as long as both are in force.
 * @returns null for an account that is closed or a role that has ended
 */
export async function actorOfGrant(accountId: string, grantId: string, requestId: string): Promise<Actor | null> {
  const grant = await db().roleGrant.findFirst({
    where: { id: grantId, accountId, account: { is: { status: 'active' } } },
    include: { account: { select: { displayName: true } } },
  });
  const scope = grant && scopeOfGrant(grant);
  if (!scope) return null;
  const { state, validFrom, validTo } = grant;
  const period = { state, validFrom: fromDbDate(validFrom), validTo: validTo && fromDbDate(validTo) };
  if (!isLive(period, dateInShanghai(now()))) return null;
  return { accountId, grantId, staffSessionId: requestId, displayName: grant.account.displayName, requestId, ...scope };
}
