import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { auditScopeOf } from './audit-scope';
import { passwordMatches } from './password-hash';
import { passwordProblem } from './password-rules';
import { signInNameSchema } from './schema';
import { nextStep, scopeOfGrant } from './staff-session-rules';
import { type RequestFacts, startStaffSession, type Transaction } from './staff-sessions';
import { forgetOldAttempts, giveBackAttempt, takeAccountAttempt, takeAttempt, throttleKey } from './throttle';
import { ACCOUNT_THROTTLE, ADDRESS_THROTTLE } from './throttle-rules';

// The door. Whoever is not let in learns the same, in about the same time, whether the name exists or not.

type Token = { token: string };

const REFUSED: Err = err({ code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.signIn' });

function locked(retryAfterSeconds: number): Err {
  return err({ code: 'RATE_LIMITED', messageKey: 'accounts.problem.locked', retryAfterSeconds });
}

const SIGN_IN_COLUMNS = {
  id: true,
  userName: true,
  phone: true,
  displayName: true,
  passwordHash: true,
  status: true,
  demonstration: true,
  mustChange: true,
  totpSecret: true,
} as const;

async function findAccount(name: string) {
  const where = /^1\d/.test(name) ? { phone: name } : { userName: name };
  return await db().account.findUnique({ where, select: SIGN_IN_COLUMNS });
}
type SignInAccount = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/**
 * Signs in with a user name or phone number and a password.
 * @returns the token for the browser's cookie; UNAUTHENTICATED, or RATE_LIMITED with the seconds to wait
 */
export async function signInWithPassword(
  input: { name: string; password: string },
  facts: RequestFacts,
): Promise<Result<Token>> {
  const { instant } = facts;
  const addressKey = throttleKey(ADDRESS_THROTTLE, facts.address);
  const fromAddress = await takeAttempt(ADDRESS_THROTTLE, addressKey, instant);
  if (!fromAddress.allowed) return locked(fromAddress.retryAfterSeconds);

  const parsed = signInNameSchema.safeParse(input.name);
  const account = parsed.success ? await findAccount(parsed.data) : null;
  const typed = parsed.success ? parsed.data : input.name.slice(0, 100);
  const attempt = account
    ? await takeAccountAttempt(account.id, instant)
    : await takeAttempt(ACCOUNT_THROTTLE, throttleKey(ACCOUNT_THROTTLE, typed), instant);
  if (!attempt.allowed) return locked(attempt.retryAfterSeconds);

  const matches = await passwordMatches(account?.passwordHash ?? null, input.password);
  if (!account || !matches) {
    if (account) await writeRefusal(account, facts, attempt.locks);
    return REFUSED;
  }
  // what was good once may stand on every list by now: the person goes on, and changes it first
  const weak = !account.demonstration && passwordProblem(input.password, account) !== null;
  const opened = await openDoor({ ...account, mustChange: account.mustChange || weak }, facts, 'password');
  if (opened.ok) {
    await giveBackAttempt(addressKey);
    await forgetOldAttempts(instant);
  }
  return opened;
}

/**
 * Signs in the person whom the single sign-on provider vouches for; the account must be linked to its subject.
 * @returns the token for the browser's cookie, or UNAUTHENTICATED
 */
export async function signInWithSingleSignOn(
  identity: { issuer: string; subject: string },
  facts: RequestFacts,
): Promise<Result<Token>> {
  const account = await db().account.findUnique({
    where: { oidcIssuer_oidcSubject: { oidcIssuer: identity.issuer, oidcSubject: identity.subject } },
    select: SIGN_IN_COLUMNS,
  });
  if (!account) return err({ code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.notLinked' });
  return await openDoor(account, facts, 'single_sign_on');
}

async function liveGrants(accountId: string, instant: Date) {
  const today = toDbDate(dateInShanghai(instant));
  return await db().roleGrant.findMany({
    where: {
      accountId,
      state: 'active',
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** The role used last, if it still lives; else the first given. */
async function grantToUse(accountId: string, instant: Date) {
  const grants = await liveGrants(accountId, instant);
  const last = await db().staffSession.findFirst({
    where: { accountId, grantId: { in: grants.map(({ id }) => id) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { grantId: true },
  });
  return grants.find(({ id }) => id === last?.grantId) ?? grants[0] ?? null;
}

/** The password or the provider has said yes; now the account itself must be open. */
async function openDoor(
  account: SignInAccount,
  facts: RequestFacts,
  by: 'password' | 'single_sign_on',
): Promise<Result<Token>> {
  const grant = await grantToUse(account.id, facts.instant);
  const scope = grant && scopeOfGrant(grant);
  const problem = whyClosed(account, scope !== null);
  if (problem || !grant || !scope) {
    await writeRefusal(account, facts, false);
    return err({ code: 'UNAUTHENTICATED', messageKey: problem ?? 'accounts.problem.noRole' });
  }
  return await db().$transaction(async (tx) => {
    const { id, token } = await startStaffSession(tx, { accountId: account.id, grantId: grant.id }, facts);
    const { displayName, demonstration, mustChange, totpSecret } = account;
    const state = { role: grant.role, demonstration, mustChange, hasSecondFactor: totpSecret !== null };
    const waits = nextStep({ ...state, secondFactorDone: false }) === 'second_factor';
    await (waits ? giveBackAccountAttempt(tx, account.id) : forgiveAttempts(tx, account.id));
    await tx.account.update({
      where: { id: account.id },
      data: { lastSignInAt: facts.instant, mustChange },
      select: { id: true },
    });
    const actor: Actor = {
      accountId: account.id,
      grantId: grant.id,
      staffSessionId: id,
      displayName,
      requestId: facts.requestId,
      ...scope,
    };
    await writeAudit(tx, actor, {
      event: 'staffSession.started',
      object: { type: 'StaffSession', id, label: account.userName },
      scope: await auditScopeOf(tx, account.id),
      after: { by },
    });
    return ok({ token });
  });
}

function whyClosed(account: SignInAccount, hasRole: boolean): string | null {
  if (account.status !== 'active') return 'accounts.problem.closed';
  if (account.demonstration && env().DEMONSTRATION_ACCOUNTS !== 'on') return 'accounts.problem.signIn';
  return hasRole ? null : 'accounts.problem.noRole';
}

/** A complete sign-in forgets the failures before it. */
export async function forgiveAttempts(tx: Transaction, accountId: string): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: { failedSignIns: 0, lockedUntil: null },
    select: { id: true },
  });
}

/** A right password before a second factor clears only itself, or it would wipe out the wrong codes before it. */
async function giveBackAccountAttempt(tx: Transaction, accountId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE account SET failed_sign_ins = greatest(0, failed_sign_ins - 1), locked_until = NULL WHERE id = ${accountId}`;
}

/** Tells the trail that somebody was not let in, and that the account is locked from now on. */
async function writeRefusal(
  { id, userName }: Pick<SignInAccount, 'id' | 'userName'>,
  { requestId, instant }: RequestFacts,
  locks: boolean,
): Promise<void> {
  const door: SystemActor = { system: 'sign_in', requestId };
  await db().$transaction(async (tx) => {
    const object = { type: 'Account', id, label: userName } as const;
    const scope = await auditScopeOf(tx, id);
    await writeAudit(tx, door, { event: 'staffSession.refused', object, scope });
    if (!locks) return;
    const { lockedUntil } = await tx.account.findUniqueOrThrow({ where: { id }, select: { lockedUntil: true } });
    const after = { until: (lockedUntil ?? instant).toISOString() };
    await writeAudit(tx, door, { event: 'account.locked', object, scope, after });
  });
}
