import 'server-only';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { auditScopeOf } from './audit-scope';
import { findOneTimeLink, spendOneTimeLink } from './one-time-links';
import { invalidField } from './parse';
import { hashPassword, passwordMatches } from './password-hash';
import { passwordProblem } from './password-rules';
import { forgiveAttempts } from './sign-in-commands';
import { endStaffSessions, type RequestFacts } from './staff-sessions';
import { takeAccountAttempt } from './throttle';

// What a person does with a one-time link: choose a password, or set the second factor back.

const VOID: Err = err({ code: 'NOT_FOUND', messageKey: 'accounts.problem.link' });

/**
 * Chooses a password by an invitation or a reset link. Every signed-in browser of the account is signed out.
 * @returns the user name to sign in with; NOT_FOUND for a link that is void, INVALID for a weak password
 */
export async function choosePasswordByLink(
  input: { token: string; password: string },
  { requestId, instant }: RequestFacts,
): Promise<Result<{ userName: string }>> {
  const link = await findOneTimeLink(input.token, instant);
  if (!link || link.purpose === 'second_factor') return VOID;
  const { account } = link;
  const problem = passwordProblem(input.password, account);
  if (problem) return invalidField('password', `accounts.problem.${problem}`);
  const passwordHash = await hashPassword(input.password);
  return await db().$transaction(async (tx) => {
    if (!(await spendOneTimeLink(tx, link.id, instant))) return VOID;
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChange: false, version: { increment: 1 } },
      select: { id: true },
    });
    await forgiveAttempts(tx, account.id);
    await endStaffSessions(tx, { accountId: account.id }, 'access_reset', instant);
    const who: SystemActor = { system: 'sign_in', requestId };
    await writeAudit(tx, who, {
      event: 'account.passwordChanged',
      object: { type: 'Account', id: account.id, label: account.userName },
      scope: await auditScopeOf(tx, account.id),
      after: { by: link.purpose, linkMadeBy: link.createdById ?? 'command_line' },
    });
    return ok({ userName: account.userName });
  });
}

/**
 * Takes the second factor off by a link and the password, so that a new one can be set up at the next sign-in.
 * @returns NOT_FOUND for a link that is void, UNAUTHENTICATED for a wrong password, RATE_LIMITED after too many
 */
export async function resetSecondFactorByLink(
  input: { token: string; password: string },
  { requestId, instant }: RequestFacts,
): Promise<Result<{ userName: string }>> {
  const link = await findOneTimeLink(input.token, instant);
  if (link?.purpose !== 'second_factor') return VOID;
  const { account } = link;
  const attempt = await takeAccountAttempt(account.id, instant);
  if (!attempt.allowed) {
    const { retryAfterSeconds } = attempt;
    return err({ code: 'RATE_LIMITED', messageKey: 'accounts.problem.locked', retryAfterSeconds });
  }
  if (!(await passwordMatches(account.passwordHash, input.password)))
    return err({ code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.password' });
  return await db().$transaction(async (tx) => {
    if (!(await spendOneTimeLink(tx, link.id, instant))) return VOID;
    await tx.account.update({
      where: { id: account.id },
      data: { totpSecret: null, totpPendingSecret: null, totpLastStep: null, version: { increment: 1 } },
      select: { id: true },
    });
    await tx.recoveryCode.deleteMany({ where: { accountId: account.id } });
    await forgiveAttempts(tx, account.id);
    await endStaffSessions(tx, { accountId: account.id }, 'access_reset', instant);
    const who: SystemActor = { system: 'sign_in', requestId };
    await writeAudit(tx, who, {
      event: 'account.secondFactorReset',
      object: { type: 'Account', id: account.id, label: account.userName },
      scope: await auditScopeOf(tx, account.id),
      after: { by: 'link', linkMadeBy: link.createdById ?? 'command_line' },
    });
    return ok({ userName: account.userName });
  });
}
