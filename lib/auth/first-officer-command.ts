import 'server-only';
import type { z } from 'zod';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import type { Database } from '@/lib/db/client';
import { makeOneTimeLink } from './one-time-links';
import { invalid, invalidField } from './parse';
import { firstOfficerSchema } from './schema';

/** Where the command on the server runs: its own connection, and whether another officer is wanted on purpose. */
export type ServerSide = { db: Database; requestId: string; instant: Date; again: boolean };

/**
 * Makes the first city officer, with which everything else begins; the four eyes need a second one soon after. It is
 * called from the server itself, where whoever can call it owns the database anyway.
 * @returns the token of an invitation; CONFLICT when a city officer is there and `again` is not set
 */
export async function createFirstOfficer(
  input: z.input<typeof firstOfficerSchema>,
  { db, requestId, instant, again }: ServerSide,
): Promise<Result<{ accountId: string; token: string }>> {
  const parsed = firstOfficerSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { userName, phone, displayName } = parsed.data;
  const who: SystemActor = { system: 'cli', requestId };
  return await db.$transaction(async (tx) => {
    // one call after the other: two at once must not both find the portal without an officer
    await tx.$executeRaw`LOCK TABLE role_grant IN SHARE ROW EXCLUSIVE MODE`;
    const officers = await tx.roleGrant.count({
      where: {
        role: 'city_officer',
        state: 'active',
        account: { is: { demonstration: false, status: 'active' } },
      },
    });
    if (officers > 0 && !again) return err({ code: 'CONFLICT', messageKey: 'accounts.problem.officerThere' });
    if (await tx.account.count({ where: { userName } }))
      return invalidField('userName', 'accounts.problem.userNameTaken');
    if (phone && (await tx.account.count({ where: { phone } })))
      return invalidField('phone', 'accounts.problem.phoneTaken');
    const { id: accountId } = await tx.account.create({
      data: { userName, phone, displayName, createdAt: instant },
      select: { id: true },
    });
    const grant = await tx.roleGrant.create({
      data: {
        accountId,
        role: 'city_officer',
        validFrom: toDbDate(dateInShanghai(instant)),
        state: 'active',
        source: 'command_line',
        createdAt: instant,
      },
      select: { id: true },
    });
    const label = displayName;
    const created = { event: 'account.created', object: { type: 'Account', id: accountId, label } } as const;
    await writeAudit(tx, who, { ...created, after: { userName, role: 'city_officer' } });
    const approved = { event: 'roleGrant.approved', object: { type: 'RoleGrant', id: grant.id, label } } as const;
    await writeAudit(tx, who, { ...approved, after: { accountId, role: 'city_officer' } });
    const token = await makeOneTimeLink(tx, { accountId, purpose: 'invitation', createdById: null }, instant);
    return ok({ accountId, token });
  });
}
