import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { auditScopeOf } from './audit-scope';
import { invalidField } from './parse';
import { hashPassword, passwordMatches } from './password-hash';
import { passwordProblem } from './password-rules';
import { forgiveAttempts } from './sign-in-commands';
import { endStaffSessions, type RequestFacts, rotateToken, type SessionEnd, type SignedIn } from './staff-sessions';
import { takeAccountAttempt } from './throttle';

// What people do with their own account and their own signed-in browsers.

/**
 * Changes the own password; every other browser is signed out.
 * @returns a new token for the cookie; INVALID with the field, RATE_LIMITED after too many wrong passwords
 */
export async function changeOwnPassword(
  { actor, step, demonstration }: SignedIn,
  input: { current: string; password: string },
  { instant }: Pick<RequestFacts, 'instant'>,
): Promise<Result<{ token: string }>> {
  if (demonstration) return err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.demonstration' });
  if (step === 'second_factor') return err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.notNow' });
  const { accountId, staffSessionId } = actor;
  const account = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { userName: true, phone: true, passwordHash: true },
  });
  const attempt = await takeAccountAttempt(accountId, instant);
  if (!attempt.allowed) {
    const { retryAfterSeconds } = attempt;
    return err({ code: 'RATE_LIMITED', messageKey: 'accounts.problem.locked', retryAfterSeconds });
  }
  if (!(await passwordMatches(account.passwordHash, input.current)))
    return invalidField('current', 'accounts.problem.password');
  await forgiveAttempts(db(), accountId);
  if (input.password.normalize('NFKC') === input.current.normalize('NFKC'))
    return invalidField('password', 'accounts.problem.passwordSame');
  const problem = passwordProblem(input.password, account);
  if (problem) return invalidField('password', `accounts.problem.${problem}`);
  const passwordHash = await hashPassword(input.password);
  return await db().$transaction(async (tx) => {
    await tx.account.update({
      where: { id: accountId },
      data: { passwordHash, mustChange: false, version: { increment: 1 } },
      select: { id: true },
    });
    await endStaffSessions(tx, { accountId, id: { not: staffSessionId } }, 'access_reset', instant);
    await writeAudit(tx, actor, {
      event: 'account.passwordChanged',
      object: { type: 'Account', id: accountId, label: account.userName },
      scope: await auditScopeOf(tx, accountId),
      after: { by: 'own' },
    });
    return ok({ token: await rotateToken(tx, staffSessionId) });
  });
}

async function endOwn(actor: Actor, which: Prisma.StaffSessionWhereInput, because: SessionEnd): Promise<number> {
  const instant = now();
  return await db().$transaction(async (tx) => {
    const where = { AND: [which, { accountId: actor.accountId, endedAt: null }] };
    const ending = await tx.staffSession.findMany({ where, select: { id: true } });
    const scope = await auditScopeOf(tx, actor.accountId);
    for (const { id } of ending) {
      const ended = await endStaffSessions(tx, { id }, because, instant);
      if (ended === 0) continue;
      const object = { type: 'StaffSession', id, label: actor.displayName } as const;
      await writeAudit(tx, actor, { event: 'staffSession.ended', object, scope, after: { because } });
    }
    return ending.length;
  });
}

/** Signs this browser out. */
export async function signOut({ actor }: Pick<SignedIn, 'actor'>): Promise<void> {
  await endOwn(actor, { id: actor.staffSessionId }, 'signed_out');
}

/**
 * Signs out one other browser of the own account.
 * @returns NOT_FOUND when it is not one's own or is signed out already
 */
export async function endOwnStaffSession(actor: Actor, staffSessionId: string): Promise<Result<null>> {
  const ended = await endOwn(actor, { id: staffSessionId }, 'signed_out_elsewhere');
  return ended > 0 ? ok(null) : err({ code: 'NOT_FOUND' });
}

/**
 * Signs out every browser of the own account but this one.
 * @returns how many
 */
export async function endOtherStaffSessions(actor: Actor): Promise<number> {
  return await endOwn(actor, { id: { not: actor.staffSessionId } }, 'signed_out_elsewhere');
}

/**
 * Goes on in another of the own roles; the second factor is asked for where that role needs one.
 * @returns a new token for the cookie, NOT_FOUND when the role is not one's own or has ended
 */
export async function switchRole(actor: Actor, grantId: string): Promise<Result<{ token: string }>> {
  const instant = now();
  const today = toDbDate(dateInShanghai(instant));
  const grant = await db().roleGrant.findFirst({
    where: {
      id: grantId,
      accountId: actor.accountId,
      state: 'active',
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { id: true, role: true },
  });
  if (!grant) return err({ code: 'NOT_FOUND' });
  return await db().$transaction(async (tx) => {
    const { staffSessionId: id } = actor;
    await tx.staffSession.update({ where: { id }, data: { grantId: grant.id }, select: { id: true } });
    await writeAudit(tx, actor, {
      event: 'staffSession.started',
      object: { type: 'StaffSession', id, label: actor.displayName },
      scope: await auditScopeOf(tx, actor.accountId),
      before: { role: actor.role },
      after: { by: 'role', role: grant.role },
    });
    return ok({ token: await rotateToken(tx, id) });
  });
}
