import 'server-only';
import type { z } from 'zod';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { auditScopeOf } from './audit-scope';
import { addGrant, mayGive } from './grants';
import { invalidField } from './parse';
import type { createAccountSchema } from './schema';
import { endStaffSessions, type Transaction } from './staff-sessions';

// What commands on accounts do inside their transaction, one by one or for a whole list.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'accounts.problem.stale' });

/** Whether another account has the number. */
export async function phoneTaken(tx: Transaction, phone: string | null, accountId?: string): Promise<boolean> {
  return phone !== null && (await tx.account.count({ where: { phone, id: { not: accountId } } })) > 0;
}

type NewAccount = z.output<typeof createAccountSchema> & {
  /** the id that the first grant is to have, and why it is given */
  grantId?: string;
  reason?: string;
};

/** Makes an account with its first role inside a transaction; its invitation is made by whoever hands it out. */
export async function createAccountIn(
  tx: Transaction,
  actor: Actor,
  { userName, phone, displayName, grant, grantId, reason }: NewAccount,
  instant: Date,
): Promise<Result<{ accountId: string; waiting: boolean }>> {
  if (!(await mayGive(tx, actor, grant))) return invalidField('grant', 'accounts.problem.scope');
  if (await tx.account.count({ where: { userName } }))
    return invalidField('userName', 'accounts.problem.userNameTaken');
  if (await phoneTaken(tx, phone)) return invalidField('phone', 'accounts.problem.phoneTaken');
  const { id: accountId } = await tx.account.create({
    data: { userName, phone, displayName, createdAt: instant },
    select: { id: true },
  });
  const given = { id: grantId, accountId, scope: grant, label: displayName, reason };
  const { waiting } = await addGrant(tx, actor, given, instant);
  await writeAudit(tx, actor, {
    event: 'account.created',
    object: { type: 'Account', id: accountId, label: displayName },
    scope: await auditScopeOf(tx, accountId),
    after: { userName, role: grant.role, hasPhone: phone !== null },
  });
  return ok({ accountId, waiting });
}

type AccountEvent =
  | 'account.changed'
  | 'account.suspended'
  | 'account.resumed'
  | 'account.left'
  | 'account.recertified'
  | 'account.singleSignOnLinked';
type Change = { event: AccountEvent; data: Prisma.AccountUncheckedUpdateInput; reason?: string };
type Before = { id: string; status: string; displayName: string; phone: string | null };

export type Decide = (before: Before, tx: Transaction, instant: Date) => Promise<Change | Err>;

/** The same inside a transaction; without a version, the account is changed as it stands. */
export async function changeAccountIn(
  tx: Transaction,
  actor: Actor,
  { accountId, version }: { accountId: string; version?: number },
  decide: Decide,
  instant: Date,
): Promise<Result<null>> {
  // two officers at once: the second waits here and then sees what the first has done
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${accountId} FOR UPDATE`;
  const before = await tx.account.findFirst({
    where: { AND: [whereFor(actor, 'update', 'Account'), { id: accountId }] },
    select: { id: true, status: true, displayName: true, phone: true, version: true },
  });
  if (!before) return NOT_FOUND;
  if (version !== undefined && before.version !== version) return STALE;
  // the event belongs to those whose account it was
  const scope = await auditScopeOf(tx, accountId);
  const decided = await decide(before, tx, instant);
  if ('ok' in decided) return decided;
  const { status, displayName } = await tx.account.update({
    where: { id: accountId },
    data: { ...decided.data, version: { increment: 1 } },
  });
  await writeAudit(tx, actor, {
    event: decided.event,
    object: { type: 'Account', id: accountId, label: displayName },
    scope,
    before: { status: before.status, displayName: before.displayName },
    after: { status, displayName },
    reason: decided.reason,
  });
  return ok(null);
}

/** Suspends whoever is active. */
export function suspendedFor(reason: string): Decide {
  return async ({ id: accountId, status }, tx, instant) => {
    if (status !== 'active') return STALE;
    await endStaffSessions(tx, { accountId }, 'account_closed', instant);
    return { event: 'account.suspended', data: { status: 'suspended', statusReason: reason }, reason };
  };
}

/** Takes back the suspension of whoever is suspended. */
export function resumedFor(reason: string): Decide {
  return async ({ status }) => {
    if (status === 'left') return err({ code: 'CONFLICT', messageKey: 'accounts.problem.leftAlready' });
    if (status !== 'suspended') return STALE;
    return { event: 'account.resumed', data: { status: 'active', statusReason: null }, reason };
  };
}
