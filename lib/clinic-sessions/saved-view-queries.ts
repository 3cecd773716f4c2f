import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import { MOST_VIEWS, type SavedList, type SavedViewListed } from './saved-view-schema';

/** The actor's own views of a list, by name. */
export async function listSavedViews(actor: Actor, list: SavedList): Promise<SavedViewListed[]> {
  const rows = await db().savedView.findMany({
    where: { AND: [whereFor(actor, 'read', 'SavedView'), { accountId: actor.accountId, list }] },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
    take: MOST_VIEWS,
  });
  return rows.map((row) => ({ ...row, list }));
}
