import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { invalid } from './parse';
import { NOT_FOUND } from './problems';
import { sayOf } from './record-change';
import { isSaidAgain } from './review-rules';
import { commentSchema } from './review-schema';

// What people say of a record beside their decisions. It changes nothing of the record, so a closed month does not mind.

/** Adds a comment to a record's thread; the same words again within the form's life are one comment. */
export async function commentOnClinicSession(
  actor: Actor,
  input: z.input<typeof commentSchema>,
): Promise<Result<{ repeated: boolean }>> {
  if (!mayI(actor, 'create', 'ClinicSessionMessage')) return NOT_FOUND;
  const parsed = commentSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, text } = parsed.data;
  return await db().$transaction(async (tx) => {
    // two copies of one form: the second waits here and finds the comment
    await tx.$queryRaw`SELECT 1 FROM clinic_session WHERE id = ${id} FOR UPDATE`;
    const row = await tx.clinicSession.findFirst({
      where: { AND: [whereFor(actor, 'read', 'ClinicSession'), { id }] },
      select: { version: true },
    });
    if (!row) return NOT_FOUND;
    const last = await tx.clinicSessionMessage.findFirst({
      where: { sessionId: id },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { text: true, version: true, authorId: true, authorRole: true, kind: true },
    });
    const { version } = row;
    if (last?.kind === 'comment' && isSaidAgain(last, actor, { text, version })) return ok({ repeated: true });
    await sayOf(tx, actor, { id, version }, { kind: 'comment', text }, now());
    return ok({ repeated: false });
  });
}
