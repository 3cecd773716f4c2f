import 'server-only';
import type { z } from 'zod';
import { type Action, mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { PERSONAL_ROLES, sameScope, whyNotApprove } from './account-rules';
import { auditScopeOf, auditScopeOfGrant } from './audit-scope';
import { addGrant, closeGrant, hasGrant, mayGive } from './grants';
import { inTransaction } from './in-transaction';
import { invalid, invalidField } from './parse';
import { giveGrantSchema, grantReasonSchema, handOverSchema, rescopeSchema } from './schema';
import { scopeOfGrant } from './staff-session-rules';
import type { Transaction } from './staff-sessions';

// What officers do with the roles of their scope. City roles need two officers: one asks, another approves.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const STALE: Err = err({ code: 'CONFLICT', messageKey: 'accounts.problem.stale' });
const SELF: Err = err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.self' });
const TWICE: Err = err({ code: 'CONFLICT', messageKey: 'accounts.problem.stillWaiting' });

type Given = { grantId: string; waiting: boolean };

async function openAccount(tx: Transaction, actor: Actor, accountId: string) {
  return await tx.account.findFirst({
    where: { AND: [whereFor(actor, 'update', 'Account'), { id: accountId, status: { not: 'left' } }] },
    select: { id: true, displayName: true },
  });
}

async function openGrant(tx: Transaction, actor: Actor, action: Action, grantId: string) {
  return await tx.roleGrant.findFirst({
    where: { AND: [whereFor(actor, action, 'RoleGrant'), { id: grantId, state: { in: ['requested', 'active'] } }] },
    include: { account: { select: { displayName: true } } },
  });
}

/**
 * Gives an account a further role, or asks for it when it is a city role.
 * @returns the grant, and whether it waits for another officer
 */
export async function giveGrant(actor: Actor, input: z.input<typeof giveGrantSchema>): Promise<Result<Given>> {
  if (!mayI(actor, 'create', 'RoleGrant')) return NOT_FOUND;
  const parsed = giveGrantSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { accountId, grant: scope, reason } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  return await inTransaction(async (tx) => {
    const account = await openAccount(tx, actor, accountId);
    if (!account) return NOT_FOUND;
    if (!(await mayGive(tx, actor, scope))) return invalidField('grant', 'accounts.problem.scope');
    if (await hasGrant(tx, accountId, scope)) return TWICE;
    return ok(await addGrant(tx, actor, { accountId, scope, label: account.displayName, reason }, now()));
  });
}

/** Approves a requested city role: another officer than the one who asked, and not for oneself. */
export async function approveGrant(actor: Actor, input: z.input<typeof grantReasonSchema>): Promise<Result<null>> {
  if (!mayI(actor, 'approve', 'RoleGrant')) return NOT_FOUND;
  const parsed = grantReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { grantId, version, reason } = parsed.data;
  return await inTransaction(async (tx) => {
    const grant = await openGrant(tx, actor, 'approve', grantId);
    if (!grant || !(await openAccount(tx, actor, grant.accountId))) return NOT_FOUND;
    const problem = whyNotApprove(actor, grant);
    if (problem) return err({ code: 'FORBIDDEN', messageKey: problem });
    const { count } = await tx.roleGrant.updateMany({
      where: { id: grantId, version, state: 'requested' },
      data: { state: 'active', approvedById: actor.accountId, version: { increment: 1 } },
    });
    if (count === 0) return STALE;
    await writeAudit(tx, actor, {
      event: 'roleGrant.approved',
      object: { type: 'RoleGrant', id: grantId, label: grant.account.displayName },
      scope: await auditScopeOfGrant(tx, grantId),
      after: { accountId: grant.accountId, role: grant.role, requestedBy: grant.requestedById },
      reason,
    });
    return ok(null);
  });
}

/** Ends a role, or turns a request down; whoever works in it is out at the next click. */
export async function endGrant(actor: Actor, input: z.input<typeof grantReasonSchema>): Promise<Result<null>> {
  const parsed = grantReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { grantId, version, reason } = parsed.data;
  return await inTransaction(async (tx) => {
    const grant = await openGrant(tx, actor, 'update', grantId);
    if (!grant) return NOT_FOUND;
    // nobody ends the own role, so the last city officer stays
    if (grant.accountId === actor.accountId) return SELF;
    const label = grant.account.displayName;
    const closed = await closeGrant(tx, actor, { ...grant, version }, { label, reason }, now());
    return closed ? ok(null) : STALE;
  });
}

/** Moves a role to another scope: the old grant ends, a new one begins, in one step. */
export async function rescopeGrant(actor: Actor, input: z.input<typeof rescopeSchema>): Promise<Result<Given>> {
  const parsed = rescopeSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { grantId, version, grant: scope, reason } = parsed.data;
  return await inTransaction(async (tx) => {
    const grant = await openGrant(tx, actor, 'update', grantId);
    if (!grant) return NOT_FOUND;
    const { accountId } = grant;
    if (accountId === actor.accountId) return SELF;
    const before = scopeOfGrant(grant);
    if (!before || before.role !== scope.role || sameScope(before, scope) || !(await mayGive(tx, actor, scope)))
      return invalidField('grant', 'accounts.problem.scope');
    if (await hasGrant(tx, accountId, scope)) return TWICE;
    const [label, instant] = [grant.account.displayName, now()];
    if (!(await closeGrant(tx, actor, { ...grant, version }, { label, reason }, instant))) return STALE;
    return ok(await addGrant(tx, actor, { accountId, scope, label, reason }, instant));
  });
}

/** Hands a role over to another account of the officer's scope: the same scope, a new holder. */
export async function handOverGrant(actor: Actor, input: z.input<typeof handOverSchema>): Promise<Result<Given>> {
  const parsed = handOverSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { grantId, version, toAccountId, reason } = parsed.data;
  return await inTransaction(async (tx) => {
    const grant = await openGrant(tx, actor, 'update', grantId);
    const scope = grant && scopeOfGrant(grant);
    if (!grant || !scope || grant.state !== 'active') return NOT_FOUND;
    if (grant.accountId === actor.accountId || toAccountId === actor.accountId) return SELF;
    if (PERSONAL_ROLES.includes(scope.role) || !(await mayGive(tx, actor, scope)))
      return invalidField('grant', 'accounts.problem.scope');
    const successor = await openAccount(tx, actor, toAccountId);
    if (!successor || toAccountId === grant.accountId) return invalidField('toAccountId', 'accounts.problem.field');
    if (await hasGrant(tx, toAccountId, scope)) return TWICE;
    const [label, instant] = [grant.account.displayName, now()];
    const auditScope = await auditScopeOf(tx, grant.accountId);
    if (!(await closeGrant(tx, actor, { ...grant, version }, { label, reason }, instant))) return STALE;
    const given = await addGrant(
      tx,
      actor,
      { accountId: toAccountId, scope, label: successor.displayName, reason },
      instant,
    );
    await writeAudit(tx, actor, {
      event: 'account.handedOver',
      object: { type: 'Account', id: grant.accountId, label },
      scope: auditScope,
      after: { to: toAccountId, toName: successor.displayName, role: scope.role },
      reason,
    });
    return ok(given);
  });
}
