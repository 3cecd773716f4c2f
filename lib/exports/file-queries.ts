import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { ExportListed } from './file-schema';

const MOST_LISTED = 50;

/** The actor's own files that are still kept, the latest first. */
export async function listExports(actor: Actor): Promise<ExportListed[]> {
  return await db().exportFile.findMany({
    where: { AND: [whereFor(actor, 'read', 'ExportFile'), { expiresAt: { gt: now() } }] },
    select: {
      id: true,
      kind: true,
      label: true,
      state: true,
      progress: true,
      total: true,
      fileName: true,
      size: true,
      requestedAt: true,
      expiresAt: true,
    },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: MOST_LISTED,
  });
}
