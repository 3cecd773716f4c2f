import 'server-only';
import type { z } from 'zod';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { auditScopeOf } from './audit-scope';
import { inTransaction } from './in-transaction';
import { makeOneTimeLink } from './one-time-links';
import { invalid } from './parse';
import { accountReasonSchema, linkSchema } from './schema';
import { forgiveAttempts } from './sign-in-commands';
import { endStaffSessions } from './staff-sessions';

// How an honest person who is locked out gets in again: an officer makes a link, shown once and good once.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const SELF: Err = err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.self' });

/**
 * Makes a one-time link to choose a new password or to set the second factor up anew. A password that is reset is void
 * at once and every browser signed out; a second factor goes only when the link is used with the password.
 * @returns the link's token, to be shown once
 */
export async function makeAccessLink(
  actor: Actor,
  input: z.input<typeof linkSchema>,
): Promise<Result<{ token: string }>> {
  const parsed = linkSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { accountId, purpose, reason } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  const instant = now();
  return await inTransaction(async (tx) => {
    const account = await tx.account.findFirst({
      where: { AND: [whereFor(actor, 'update', 'Account'), { id: accountId, status: 'active' }] },
      select: { displayName: true, demonstration: true, passwordHash: true },
    });
    if (!account) return NOT_FOUND;
    if (account.demonstration) return err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.demonstration' });
    if (purpose === 'password') {
      const data = { passwordHash: null, version: { increment: 1 } };
      await tx.account.update({ where: { id: accountId }, data, select: { id: true } });
      await forgiveAttempts(tx, accountId);
      await endStaffSessions(tx, { accountId }, 'access_reset', instant);
    }
    await writeAudit(tx, actor, {
      event: purpose === 'password' ? 'account.passwordReset' : 'account.secondFactorReset',
      object: { type: 'Account', id: accountId, label: account.displayName },
      scope: await auditScopeOf(tx, accountId),
      after: { by: 'officer' },
      reason,
    });
    // somebody who has never chosen a password gets the invitation again, which lasts longer
    const invitation = purpose === 'password' && account.passwordHash === null;
    const link = { accountId, purpose: invitation ? 'invitation' : purpose, createdById: actor.accountId } as const;
    return ok({ token: await makeOneTimeLink(tx, link, instant) });
  });
}

/** Opens a locked account before its time; the password stays. */
export async function unlockAccount(actor: Actor, input: z.input<typeof accountReasonSchema>): Promise<Result<null>> {
  const parsed = accountReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { accountId, reason } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  return await inTransaction(async (tx) => {
    const account = await tx.account.findFirst({
      where: { AND: [whereFor(actor, 'update', 'Account'), { id: accountId }] },
      select: { displayName: true, failedSignIns: true },
    });
    if (!account) return NOT_FOUND;
    await forgiveAttempts(tx, accountId);
    await writeAudit(tx, actor, {
      event: 'account.unlocked',
      object: { type: 'Account', id: accountId, label: account.displayName },
      scope: await auditScopeOf(tx, accountId),
      before: { failedSignIns: account.failedSignIns },
      reason,
    });
    return ok(null);
  });
}
