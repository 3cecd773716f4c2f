import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { auditScopeOf } from '@/lib/auth/audit-scope';
import { makeOneTimeLink } from '@/lib/auth/one-time-links';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { importIdSchema } from '@/lib/registry/schema';
import { LONG } from './import-runs';
import { openImport } from './open-import';

const NOT_FOUND = err({ code: 'NOT_FOUND' });

export type Invitation = { displayName: string; userName: string; token: string };

/**
 * Makes an invitation for everybody whom an import of accounts has brought and who has not chosen a password yet; earlier
 * ones of theirs are void. The tokens are to be shown once.
 * @returns NOT_FOUND out of scope, and when nobody is left to invite
 */
export async function inviteImported(
  actor: Actor,
  input: z.input<typeof importIdSchema>,
): Promise<Result<Invitation[]>> {
  const parsed = importIdSchema.safeParse(input);
  if (!parsed.success || !mayI(actor, 'update', 'Account')) return NOT_FOUND;
  const found = await openImport(actor, parsed.data.importId);
  if (found?.list.name !== 'accounts' || found.status !== 'applied') return NOT_FOUND;
  const instant = now();
  return await db().$transaction(async (tx) => {
    const rows = await tx.listImportRow.findMany({
      where: { importId: found.id, outcome: 'added' },
      select: { objectId: true },
    });
    const brought = rows.flatMap(({ objectId }) => objectId ?? []);
    const accounts = await tx.account.findMany({
      where: {
        AND: [
          whereFor(actor, 'update', 'Account'),
          { status: 'active', passwordHash: null, oidcSubject: null, demonstration: false },
          { id: { not: actor.accountId }, grants: { some: { id: { in: brought } } } },
        ],
      },
      select: { id: true, userName: true, displayName: true },
      orderBy: { userName: 'asc' },
    });
    if (accounts.length === 0) return NOT_FOUND;
    const invitations: Invitation[] = [];
    for (const { id: accountId, ...person } of accounts) {
      const link = { accountId, purpose: 'invitation', createdById: actor.accountId } as const;
      invitations.push({ ...person, token: await makeOneTimeLink(tx, link, instant) });
      await writeAudit(tx, actor, {
        event: 'account.invited',
        object: { type: 'Account', id: accountId, label: person.displayName },
        scope: await auditScopeOf(tx, accountId),
      });
    }
    return ok(invitations);
  }, LONG);
}
