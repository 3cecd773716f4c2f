import 'server-only';
import { writeAudit } from '@/lib/audit/write-audit';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { auditScopeOf } from './audit-scope';
import { invalidField } from './parse';
import { passwordMatches } from './password-hash';
import { newRecoveryCodes } from './recovery-codes';
import { forgiveAttempts } from './sign-in-commands';
import type { RequestFacts, SignedIn } from './staff-sessions';
import { takeAccountAttempt } from './throttle';

/**
 * Makes ten new recovery codes in place of all earlier ones; the password is asked again.
 * @returns the codes, to be shown once; INVALID for a wrong password, RATE_LIMITED after too many, FORBIDDEN without a
 * second factor
 */
export async function renewRecoveryCodes(
  { actor, step, demonstration }: SignedIn,
  input: { password: string },
  { instant }: Pick<RequestFacts, 'instant'>,
): Promise<Result<{ recoveryCodes: string[] }>> {
  if (demonstration) return err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.demonstration' });
  const { accountId } = actor;
  const account = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { userName: true, passwordHash: true, totpSecret: true },
  });
  if (step !== null || !account.totpSecret) return err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.notNow' });
  const attempt = await takeAccountAttempt(accountId, instant);
  if (!attempt.allowed) {
    const { retryAfterSeconds } = attempt;
    return err({ code: 'RATE_LIMITED', messageKey: 'accounts.problem.locked', retryAfterSeconds });
  }
  if (!(await passwordMatches(account.passwordHash, input.password)))
    return invalidField('password', 'accounts.problem.password');
  const made = newRecoveryCodes(accountId);
  return await db().$transaction(async (tx) => {
    await forgiveAttempts(tx, accountId);
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.recoveryCode.createMany({ data: made.map(({ codeHash }) => ({ accountId, codeHash })) });
    await writeAudit(tx, actor, {
      event: 'account.recoveryCodesRenewed',
      object: { type: 'Account', id: accountId, label: account.userName },
      scope: await auditScopeOf(tx, accountId),
    });
    return ok({ recoveryCodes: made.map(({ code }) => code) });
  });
}
