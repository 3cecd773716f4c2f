import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';

/** When and with which browser the own account was signed in before this time; null when this is the first. */
export async function getPreviousSignIn(actor: Actor): Promise<{ at: Date; userAgent: string } | null> {
  const row = await db().staffSession.findFirst({
    where: { accountId: actor.accountId, id: { not: actor.staffSessionId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { createdAt: true, userAgent: true },
  });
  return row && { at: row.createdAt, userAgent: row.userAgent };
}
