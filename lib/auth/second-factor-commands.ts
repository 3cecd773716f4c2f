import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { auditScopeOf } from './audit-scope';
import { invalidField } from './parse';
import { passwordMatches } from './password-hash';
import { looksLikeRecoveryCode, newRecoveryCodes, recoveryCodeHash } from './recovery-codes';
import { decryptFor, encryptFor } from './secrets';
import { forgiveAttempts } from './sign-in-commands';
import { endStaffSessions, type RequestFacts, rotateToken, type SignedIn } from './staff-sessions';
import { takeAccountAttempt } from './throttle';
import { newTotpSecret, totpStep, totpUri } from './totp';

// The second factor of the person who is signed in. A wrong code counts like a wrong password.

const FORBIDDEN: Err = err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.notNow' });
const SHARED: Err = err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.demonstration' });

function locked(retryAfterSeconds: number): Err {
  return err({ code: 'RATE_LIMITED', messageKey: 'accounts.problem.locked', retryAfterSeconds });
}

/** Accepts a six-digit code at most once: the step must be later than the last accepted one. */
async function acceptCode(accountId: string, code: string, instant: Date): Promise<boolean> {
  const account = await db().account.findUniqueOrThrow({ where: { id: accountId }, select: { totpSecret: true } });
  const step = account.totpSecret ? totpStep(decryptFor(accountId, account.totpSecret), code, instant) : null;
  if (step === null) return false;
  const { count } = await db().account.updateMany({
    where: { id: accountId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function acceptRecoveryCode(accountId: string, code: string, instant: Date): Promise<boolean> {
  const { count } = await db().recoveryCode.updateMany({
    where: { accountId, codeHash: recoveryCodeHash(accountId, code), usedAt: null },
    data: { usedAt: instant },
  });
  return count === 1;
}

/**
 * Completes a sign-in with a code of the authenticator app or a recovery code.
 * @returns a new token for the cookie; UNAUTHENTICATED for a wrong or used code, RATE_LIMITED after too many
 */
export async function verifySecondFactor(
  { actor, step }: SignedIn,
  code: string,
  { instant }: Pick<RequestFacts, 'instant'>,
): Promise<Result<{ token: string }>> {
  if (step !== 'second_factor') return FORBIDDEN;
  const { accountId, staffSessionId } = actor;
  const attempt = await takeAccountAttempt(accountId, instant);
  if (!attempt.allowed) return locked(attempt.retryAfterSeconds);
  const byRecoveryCode = looksLikeRecoveryCode(code);
  const accepted = byRecoveryCode
    ? await acceptRecoveryCode(accountId, code, instant)
    : await acceptCode(accountId, code, instant);
  return await db().$transaction(async (tx) => {
    const object = { type: 'Account', id: accountId, label: actor.displayName } as const;
    const scope = await auditScopeOf(tx, accountId);
    if (!accepted) {
      await writeAudit(tx, actor, { event: 'staffSession.refused', object, scope, after: { by: 'second_factor' } });
      if (attempt.locks) {
        await writeAudit(tx, actor, { event: 'account.locked', object, scope });
        await endStaffSessions(tx, { id: staffSessionId }, 'second_factor_failed', instant);
      }
      return err({ code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.code' });
    }
    if (byRecoveryCode) await writeAudit(tx, actor, { event: 'account.recoveryCodeUsed', object, scope });
    await forgiveAttempts(tx, accountId);
    await tx.staffSession.update({ where: { id: staffSessionId }, data: { secondFactorAt: instant } });
    return ok({ token: await rotateToken(tx, staffSessionId) });
  });
}

/**
 * The secret being set up in this very browser; null for one begun elsewhere. Whoever knew the password and looked at a
 * secret before its owner came must not find the owner using it.
 */
function openPending({ accountId, staffSessionId }: Actor, pending: string | null): string | null {
  if (!pending) return null;
  try {
    return decryptFor(`${accountId}/${staffSessionId}`, pending);
  } catch {
    return null;
  }
}

/**
 * Begins to set up a second factor, or a new one in place of the old, for which the password is asked again.
 * @returns the secret in base32 and the address for a QR code; in this browser the same ones until they are confirmed
 */
export async function beginSecondFactor(
  { actor, step, demonstration }: SignedIn,
  input: { password?: string },
  { instant }: Pick<RequestFacts, 'instant'>,
): Promise<Result<{ secret: string; uri: string }>> {
  if (demonstration) return SHARED;
  if (step !== null && step !== 'enrol_second_factor') return FORBIDDEN;
  const { accountId } = actor;
  const account = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { userName: true, passwordHash: true, totpSecret: true, totpPendingSecret: true },
  });
  if (account.totpSecret) {
    const attempt = await takeAccountAttempt(accountId, instant);
    if (!attempt.allowed) return locked(attempt.retryAfterSeconds);
    if (!(await passwordMatches(account.passwordHash, input.password ?? '')))
      return invalidField('password', 'accounts.problem.password');
    await forgiveAttempts(db(), accountId);
  }
  const pending = openPending(actor, account.totpPendingSecret);
  const secret = pending ?? newTotpSecret();
  if (!pending) {
    const totpPendingSecret = encryptFor(`${accountId}/${actor.staffSessionId}`, secret);
    await db().account.update({ where: { id: accountId }, data: { totpPendingSecret }, select: { id: true } });
  }
  return ok({ secret, uri: totpUri(secret, account.userName) });
}

/**
 * Confirms the second factor with its first code; earlier recovery codes are void.
 * @returns a new token for the cookie and ten recovery codes, shown once; INVALID for a wrong code
 */
export async function confirmSecondFactor(
  { actor, step, demonstration }: SignedIn,
  code: string,
  { instant }: Pick<RequestFacts, 'instant'>,
): Promise<Result<{ token: string; recoveryCodes: string[] }>> {
  if (demonstration) return SHARED;
  if (step !== null && step !== 'enrol_second_factor') return FORBIDDEN;
  const { accountId, staffSessionId } = actor;
  const { totpPendingSecret: pending } = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { totpPendingSecret: true },
  });
  const secret = openPending(actor, pending);
  if (!secret) return FORBIDDEN;
  const attempt = await takeAccountAttempt(accountId, instant);
  if (!attempt.allowed) return locked(attempt.retryAfterSeconds);
  const found = totpStep(secret, code, instant);
  if (found === null) return invalidField('code', 'accounts.problem.code');
  return await db().$transaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, totpPendingSecret: pending },
      data: {
        totpSecret: encryptFor(accountId, secret),
        totpPendingSecret: null,
        totpLastStep: found,
        version: { increment: 1 },
      },
    });
    if (count === 0) return FORBIDDEN;
    await forgiveAttempts(tx, accountId);
    const recoveryCodes = await replaceRecoveryCodes(tx, accountId);
    await tx.staffSession.update({ where: { id: staffSessionId }, data: { secondFactorAt: instant } });
    await writeAudit(tx, actor, {
      event: 'account.secondFactorEnrolled',
      object: { type: 'Account', id: accountId, label: actor.displayName },
      scope: await auditScopeOf(tx, accountId),
    });
    return ok({ token: await rotateToken(tx, staffSessionId), recoveryCodes });
  });
}

async function replaceRecoveryCodes(tx: Parameters<typeof rotateToken>[0], accountId: string): Promise<string[]> {
  const made = newRecoveryCodes(accountId);
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({ data: made.map(({ codeHash }) => ({ accountId, codeHash })) });
  return made.map(({ code }) => code);
}
