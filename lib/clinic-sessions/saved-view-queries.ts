import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import { MOST_VIEWS, type SavedViewListed } from './saved-view-schema';

/** The key of this list among the lists that have views. */
export const SESSION_LIST = 'clinic-sessions';

/** The actor's own views of the list of sessions, by name. */
export async function listSavedViews(actor: Actor): Promise<SavedViewListed[]> {
  return await db().savedView.findMany({
    where: { AND: [whereFor(actor, 'read', 'SavedView'), { accountId: actor.accountId, list: SESSION_LIST }] },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
    take: MOST_VIEWS,
  });
}
