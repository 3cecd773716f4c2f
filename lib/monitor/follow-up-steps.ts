import 'server-only';
import type { Actor } from '@/lib/access/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { FollowUpMessageKind } from './follow-up-schema';

// What every step of a follow-up leaves behind: a line of its thread, and an event of the trail.

/** Adds to the thread. */
export async function say(
  tx: Prisma.TransactionClient,
  by: Actor | null,
  followUpId: string,
  { kind, text, at }: { kind: FollowUpMessageKind; text: string; at: Date },
): Promise<void> {
  const author = by && { authorId: by.accountId, authorName: by.displayName, authorRole: by.role };
  await tx.followUpMessage.create({ data: { followUpId, kind, text, at, ...author }, select: { id: true } });
}

/** The follow-up as the object of an event that its centre and its district may read. */
export function followUpObject(id: string, clinic: { name: string; centreId: string }) {
  return { object: { type: 'FollowUp', id, label: clinic.name }, scope: { centreId: clinic.centreId } } as const;
}
