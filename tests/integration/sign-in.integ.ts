import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeOwnPassword,
  endOtherStaffSessions,
  endOwnStaffSession,
  signOut,
  switchRole,
} from '@/lib/auth/own-account-commands';
import { beginSecondFactor, confirmSecondFactor, verifySecondFactor } from '@/lib/auth/second-factor-commands';
import { encryptFor } from '@/lib/auth/secrets';
import { forgiveAttempts, signInWithPassword, signInWithSingleSignOn } from '@/lib/auth/sign-in-commands';
import { findSignedIn, type RequestFacts } from '@/lib/auth/staff-sessions';
import { newTotpSecret } from '@/lib/auth/totp';
import type { Result } from '@/lib/core/result';
import { accountBuildersOn, TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('demo');

const START = new Date(FIXED_NOW);
const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const DISTRICT = { role: 'district_officer', districtCode: '310101' } as const;
const CITY = { role: 'city_officer' } as const;

let build: ReturnType<typeof accountBuildersOn>;
let round = 0;
let address = '';
beforeEach(() => {
  round += 1;
  build = accountBuildersOn(database.db, `round${round}`);
  address = `10.2.${round}.1`;
});

/** A request some seconds after the start, from this test's own address. */
const facts = (seconds = 0, overrides: Partial<RequestFacts> = {}): RequestFacts => ({
  address,
  userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36',
  requestId: 'request-of-test',
  instant: new Date(START.getTime() + seconds * 1000),
  ...overrides,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function signedIn(token: string, seconds = 0) {
  const found = await findSignedIn(token, facts(seconds));
  if (!found) throw new Error('nobody is signed in');
  return found;
}

const signIn = async (name: string, password = TEST_PASSWORD, seconds = 0) =>
  await signInWithPassword({ name, password }, facts(seconds));
const tokenOf = async (name: string, password = TEST_PASSWORD, seconds = 0) =>
  value(await signIn(name, password, seconds)).token;

async function eventsOf(accountId: string): Promise<string[]> {
  const rows = await database.db.auditEvent.findMany({
    where: { OR: [{ accountId }, { objectId: accountId }] },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ event }) => event);
}

const codeOf = (secret: string, seconds: number) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: START.getTime() + seconds * 1000 });

describe('signInWithPassword', () => {
  it('lets a clerk in by user name, in any case, and by phone', async () => {
    const { account, grantId } = await build.staff(CLERK, { phone: '13917502946' });
    for (const name of [account.userName, account.userName.toUpperCase(), ' 139 1750 2946', '+86-139-1750-2946']) {
      const { actor, step } = await signedIn(await tokenOf(name));
      expect(actor).toMatchObject({ ...CLERK, accountId: account.id, grantId, displayName: account.displayName });
      expect(step).toBeNull();
    }
    const stored = await database.db.staffSession.findMany({ where: { accountId: account.id } });
    expect(stored).toHaveLength(4);
    expect(stored[0]).toMatchObject({ userAgent: 'Chrome 140 · Windows' });
    expect(JSON.stringify(stored)).not.toContain(address);
    expect(await eventsOf(account.id)).toEqual(Array(4).fill('staffSession.started'));
    const [event] = await database.db.auditEvent.findMany({ where: { accountId: account.id } });
    expect(event).toMatchObject({ centreId: CLERK.centreId, districtCode: '310101', role: 'centre_clerk' });
  });

  it('answers the same to an unknown name, a wrong password and nonsense', async () => {
    const { account } = await build.staff(CLERK);
    const wrong = await signIn(account.userName, 'not the password');
    expect(wrong).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.signIn' } });
    for (const name of ['nobody.here', '13800000000', '', "'; DROP TABLE account; --", '😀', 'x'.repeat(5000)])
      expect(await signIn(name)).toEqual(wrong);
    expect(await eventsOf(account.id)).toEqual(['staffSession.refused']);
  });

  it('does the same work for an unknown name as for a known one', async () => {
    const { account } = await build.staff(CLERK);
    const time = async (name: string) => {
      const began = performance.now();
      await signIn(name, 'not the password');
      return performance.now() - began;
    };
    await time(account.userName);
    const [known, unknown] = [await time(account.userName), await time('nobody.at.all')];
    expect(unknown).toBeGreaterThan(known / 4);
    expect(unknown).toBeLessThan(known * 4);
  });

  it.each(['suspended', 'left'] as const)('keeps a %s account out', async (status) => {
    const { account } = await build.staff(CLERK, { status, statusReason: '离岗' });
    expect(await signIn(account.userName)).toMatchObject({ error: { messageKey: 'accounts.problem.closed' } });
  });

  it('keeps out whoever has no password yet or no role now', async () => {
    const { account: invited } = await build.staff(CLERK, { password: null });
    expect(await signIn(invited.userName)).toMatchObject({ error: { messageKey: 'accounts.problem.signIn' } });
    const past = await build.account();
    await build.grant(past.id, CLERK, { validTo: new Date('2026-11-18') });
    const future = await build.account();
    await build.grant(future.id, CLERK, { validFrom: new Date('2026-11-19') });
    for (const { userName } of [past, future, await build.account()])
      expect(await signIn(userName)).toMatchObject({ error: { messageKey: 'accounts.problem.noRole' } });
  });

  it('keeps demonstration accounts out of a portal that is not the demonstration', async () => {
    const { account } = await build.staff(CLERK, { demonstration: true });
    expect(await signIn(account.userName)).toMatchObject({ error: { messageKey: 'accounts.problem.signIn' } });
  });

  it('asks for a new password when the old one is on every list by now', async () => {
    const { account } = await build.staff(CLERK, { password: 'qwertyuiop123' });
    expect((await signedIn(await tokenOf(account.userName, 'qwertyuiop123'))).step).toBe('change_password');
  });

  it('continues in the role used last', async () => {
    const { account, grantId } = await build.staff(CLERK);
    const other = await build.grant(account.id, { role: 'auditor' });
    const first = await signedIn(await tokenOf(account.userName));
    expect(first.actor.grantId).toBe(grantId);
    const { token } = value(await switchRole(first.actor, other.id));
    expect((await signedIn(token)).actor).toMatchObject({ role: 'auditor', grantId: other.id });
    expect((await signedIn(await tokenOf(account.userName))).actor.role).toBe('auditor');
  });
});

describe('a lock', () => {
  it('closes an account at the fifth wrong password, for longer every time, and opens by itself', async () => {
    const { account } = await build.staff(CLERK);
    for (let n = 0; n < 5; n += 1) expect((await signIn(account.userName, 'wrong wrong')).ok).toBe(false);
    // the right password does not help now
    expect(await signIn(account.userName, TEST_PASSWORD, 1)).toMatchObject({
      error: { code: 'RATE_LIMITED', retryAfterSeconds: 59 },
    });
    expect(await signIn(account.userName, 'wrong wrong', 61)).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    expect(await signIn(account.userName, TEST_PASSWORD, 62)).toMatchObject({ error: { retryAfterSeconds: 119 } });
    await tokenOf(account.userName, TEST_PASSWORD, 181);
    expect(await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      failedSignIns: 0,
      lockedUntil: null,
    });
    expect((await eventsOf(account.id)).filter((event) => event === 'account.locked')).toHaveLength(2);
  });

  it('lets five of twenty attempts at once through to the password', async () => {
    const { account } = await build.staff(CLERK);
    const wide = (n: number) => facts(0, { address: `10.3.${round}.${n}` });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        signInWithPassword({ name: account.userName, password: 'wrong wrong' }, wide(n)),
      ),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(15);
  });

  it('closes unknown names just so, which therefore tell nothing', async () => {
    const codes = [];
    for (let n = 0; n < 6; n += 1) {
      const answer = await signIn('nobody.knows.me', 'wrong wrong');
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual([...Array(5).fill('UNAUTHENTICATED'), 'RATE_LIMITED']);
  });

  it('closes an address at the twentieth failure, whatever the names; good sign-ins do not count', async () => {
    const { account } = await build.staff(CLERK);
    for (let n = 0; n < 10; n += 1) await tokenOf(account.userName);
    for (let n = 0; n < 20; n += 1) await signIn(`some.body${n}`, 'wrong wrong');
    expect(await signIn(account.userName)).toMatchObject({ error: { code: 'RATE_LIMITED', retryAfterSeconds: 60 } });
    address = '10.9.9.9';
    expect((await signIn(account.userName)).ok).toBe(true);
    const keys = await database.db.signInThrottle.findMany();
    expect(JSON.stringify(keys)).not.toMatch(/10\.2\.|some\.body/);
  });

  it('is forgiven', async () => {
    const { account } = await build.staff(CLERK, { failedSignIns: 9, lockedUntil: new Date(START.getTime() + 60_000) });
    await forgiveAttempts(database.db, account.id);
    expect((await signIn(account.userName)).ok).toBe(true);
  });
});

describe('a staff session', () => {
  it('ends after half an hour alone, and is kept up by use', async () => {
    const { account } = await build.staff(CLERK);
    const token = await tokenOf(account.userName);
    for (const minute of [29, 58, 87]) await signedIn(token, minute * 60);
    expect(await findSignedIn(token, facts(117 * 60))).toBeNull();
    expect(await database.db.staffSession.findFirst({ where: { accountId: account.id } })).toMatchObject({
      endedBecause: 'idle',
    });
    expect(await findSignedIn(token, facts(88 * 60)), 'it does not come back').toBeNull();
    expect(await eventsOf(account.id)).toEqual(['staffSession.started', 'staffSession.ended']);
  });

  it('ends after twelve hours, however busy', async () => {
    const { account } = await build.staff(CLERK);
    const token = await tokenOf(account.userName);
    for (let minute = 20; minute < 720; minute += 20) await signedIn(token, minute * 60);
    expect(await findSignedIn(token, facts(720 * 60))).toBeNull();
  });

  it('ends at the next click when the account is suspended or the role ends', async () => {
    const { account, grantId } = await build.staff(CLERK);
    const [one, two] = [await tokenOf(account.userName), await tokenOf(account.userName)];
    await database.db.account.update({
      where: { id: account.id },
      data: { status: 'suspended', statusReason: '离岗' },
    });
    expect(await findSignedIn(one, facts(1))).toBeNull();
    await database.db.account.update({ where: { id: account.id }, data: { status: 'active' } });
    await database.db.roleGrant.update({ where: { id: grantId }, data: { state: 'ended', endedAt: START } });
    expect(await findSignedIn(two, facts(2))).toBeNull();
    const ended = await database.db.staffSession.findMany({ where: { accountId: account.id } });
    expect(ended.map(({ endedBecause }) => endedBecause).sort()).toEqual(['account_closed', 'grant_ended']);
  });

  it('belongs to nobody for a token that is not one', async () => {
    for (const token of ['', 'x', 'x'.repeat(10_000), "' OR true --"])
      expect(await findSignedIn(token, facts())).toBeNull();
  });

  it('is signed out here, there, or everywhere else; never somebody else’s', async () => {
    const { account } = await build.staff(CLERK);
    const { account: neighbour } = await build.staff(CLERK);
    const tokens = [await tokenOf(account.userName), await tokenOf(account.userName), await tokenOf(account.userName)];
    const [here, there, elsewhere] = await Promise.all(tokens.map((token) => signedIn(token)));
    const theirs = await signedIn(await tokenOf(neighbour.userName));
    if (!here || !there || !elsewhere) throw new Error('three are signed in');
    expect(await endOwnStaffSession(here.actor, theirs.actor.staffSessionId)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await endOwnStaffSession(here.actor, there.actor.staffSessionId)).toEqual({ ok: true, value: null });
    expect(await endOwnStaffSession(here.actor, there.actor.staffSessionId)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await endOtherStaffSessions(here.actor)).toBe(1);
    expect(await Promise.all(tokens.map(async (token) => (await findSignedIn(token, facts())) !== null))).toEqual([
      true,
      false,
      false,
    ]);
    await signOut(here);
    expect(await findSignedIn(tokens[0] ?? '', facts())).toBeNull();
    expect(await database.db.staffSession.count({ where: { accountId: neighbour.id, endedAt: null } })).toBe(1);
  });
});

describe('changeOwnPassword', () => {
  it('changes it, signs out other browsers and gives this one a new token', async () => {
    const { account } = await build.staff(CLERK, { mustChange: true });
    const other = await tokenOf(account.userName);
    const token = await tokenOf(account.userName);
    const here = await signedIn(token);
    expect(here.step).toBe('change_password');
    const next = 'lantern over 苏州河';
    const { token: fresh } = value(await changeOwnPassword(here, { current: TEST_PASSWORD, password: next }, facts()));
    expect((await signedIn(fresh)).step).toBeNull();
    expect(await findSignedIn(token, facts())).toBeNull();
    expect(await findSignedIn(other, facts())).toBeNull();
    expect((await signIn(account.userName)).ok).toBe(false);
    await tokenOf(account.userName, next);
    expect(await eventsOf(account.id)).toContain('account.passwordChanged');
  });

  it.each([
    [{ current: 'wrong wrong wrong', password: 'lantern over river' }, 'current', 'accounts.problem.password'],
    [{ current: TEST_PASSWORD, password: TEST_PASSWORD }, 'password', 'accounts.problem.passwordSame'],
    [{ current: TEST_PASSWORD, password: 'short' }, 'password', 'accounts.problem.passwordShort'],
    [{ current: TEST_PASSWORD, password: 'qwertyuiop123' }, 'password', 'accounts.problem.passwordCommon'],
  ])('refuses %j', async (input, path, messageKey) => {
    const { account } = await build.staff(CLERK);
    const here = await signedIn(await tokenOf(account.userName));
    expect(await changeOwnPassword(here, input, facts())).toEqual({
      ok: false,
      error: { code: 'INVALID', problems: [{ path, messageKey }] },
    });
  });

  it('counts wrong passwords like the door does', async () => {
    const { account } = await build.staff(CLERK);
    const here = await signedIn(await tokenOf(account.userName));
    const guess = { current: 'wrong wrong', password: 'lantern over river' };
    for (let n = 0; n < 5; n += 1) await changeOwnPassword(here, guess, facts());
    expect(await changeOwnPassword(here, guess, facts())).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  });

  it('leaves the shared accounts of the demonstration as they are', async () => {
    const { account, actor } = await build.staff(CLERK, { demonstration: true });
    const shared = { actor, step: null, demonstration: true, expiresAt: START };
    const input = { current: TEST_PASSWORD, password: 'lantern over river' };
    expect(await changeOwnPassword(shared, input, facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await beginSecondFactor(shared, {}, facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await confirmSecondFactor(shared, '123456', facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(account.totpPendingSecret).toBeNull();
  });
});

describe('the second factor', () => {
  it('is set up by a district officer at the first sign-in, and asked for at the next', async () => {
    const { account } = await build.staff(DISTRICT);
    const first = await signedIn(await tokenOf(account.userName));
    expect(first.step).toBe('enrol_second_factor');
    const { secret, uri } = value(await beginSecondFactor(first, {}, facts()));
    expect(value(await beginSecondFactor(first, {}, facts())).secret, 'a page loaded twice').toBe(secret);
    expect(uri).toContain(secret);
    expect(await confirmSecondFactor(first, '000000', facts())).toMatchObject({ error: { code: 'INVALID' } });
    const { token, recoveryCodes } = value(await confirmSecondFactor(first, codeOf(secret, 0), facts()));
    expect((await signedIn(token)).step).toBeNull();
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = await database.db.account.findUniqueOrThrow({
      where: { id: account.id },
      include: { recoveryCodes: true },
    });
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain(recoveryCodes[0]);

    const next = await signedIn(await tokenOf(account.userName, TEST_PASSWORD, 60), 60);
    expect(next.step).toBe('second_factor');
    const done = value(await verifySecondFactor(next, codeOf(secret, 60), facts(60)));
    expect((await signedIn(done.token, 61)).step).toBeNull();
    expect(await eventsOf(account.id)).toContain('account.secondFactorEnrolled');

    const third = await signedIn(await tokenOf(account.userName, TEST_PASSWORD, 65), 65);
    const again = await verifySecondFactor(third, codeOf(secret, 60), facts(65));
    expect(again, 'a code is good once').toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    const byPaper = value(await verifySecondFactor(third, recoveryCodes[3]?.toUpperCase() ?? '', facts(66)));
    expect((await signedIn(byPaper.token, 67)).step).toBeNull();
    const fourth = await signedIn(await tokenOf(account.userName, TEST_PASSWORD, 70), 70);
    expect(await verifySecondFactor(fourth, recoveryCodes[3] ?? '', facts(70))).toMatchObject({ ok: false });
    expect(await eventsOf(account.id)).toContain('account.recoveryCodeUsed');
  });

  async function enrolled() {
    const { account } = await build.staff(CITY);
    const secret = newTotpSecret();
    const totpSecret = encryptFor(account.id, secret);
    await database.db.account.update({ where: { id: account.id }, data: { totpSecret } });
    return { account, secret };
  }

  it('cannot be guessed by signing in again and again: wrong codes add up to a lock', async () => {
    const { account, secret } = await enrolled();
    const codes: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const opened = await signIn(account.userName);
      if (!opened.ok) {
        codes.push(opened.error.code);
        continue;
      }
      const answer = await verifySecondFactor(await signedIn(opened.value.token), '000000', facts());
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual([...Array(5).fill('UNAUTHENTICATED'), 'RATE_LIMITED']);
    const later = await signedIn(await tokenOf(account.userName, TEST_PASSWORD, 61), 61);
    value(await verifySecondFactor(later, codeOf(secret, 61), facts(61)));
    expect(await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      failedSignIns: 0,
    });
  });

  it('lets one of two take a code that both send', async () => {
    const { account, secret } = await enrolled();
    const [one, two] = [
      await signedIn(await tokenOf(account.userName)),
      await signedIn(await tokenOf(account.userName)),
    ];
    const both = await Promise.all([one, two].map((each) => verifySecondFactor(each, codeOf(secret, 0), facts())));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('guards everything before it is given', async () => {
    const { account } = await enrolled();
    const waiting = await signedIn(await tokenOf(account.userName));
    const input = { current: TEST_PASSWORD, password: 'lantern over river' };
    expect(await changeOwnPassword(waiting, input, facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await beginSecondFactor(waiting, { password: TEST_PASSWORD }, facts())).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(await confirmSecondFactor(waiting, '123456', facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('is replaced by a new one for the password', async () => {
    const { account, secret } = await enrolled();
    const waiting = await signedIn(await tokenOf(account.userName));
    const here = await signedIn(value(await verifySecondFactor(waiting, codeOf(secret, 0), facts())).token);
    expect(await verifySecondFactor(here, codeOf(secret, 30), facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await beginSecondFactor(here, { password: 'wrong wrong' }, facts())).toMatchObject({
      error: { code: 'INVALID' },
    });
    const fresh = value(await beginSecondFactor(here, { password: TEST_PASSWORD }, facts()));
    value(await confirmSecondFactor(here, codeOf(fresh.secret, 0), facts()));
    const next = await signedIn(await tokenOf(account.userName, TEST_PASSWORD, 60), 60);
    expect(await verifySecondFactor(next, codeOf(secret, 60), facts(60))).toMatchObject({ ok: false });
    value(await verifySecondFactor(next, codeOf(fresh.secret, 60), facts(60)));
  });
});

describe('signInWithSingleSignOn', () => {
  const identity = { issuer: 'https://id.example.org', subject: 'subject-1' };

  it('lets in the account linked to the subject, and nobody else', async () => {
    const { account } = await build.staff(CLERK, { oidcIssuer: identity.issuer, oidcSubject: identity.subject });
    const { token } = value(await signInWithSingleSignOn(identity, facts()));
    expect((await signedIn(token)).actor.accountId).toBe(account.id);
    for (const other of [
      { ...identity, subject: 'subject-2' },
      { ...identity, issuer: 'https://evil.example.org' },
    ])
      expect(await signInWithSingleSignOn(other, facts())).toMatchObject({
        error: { code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.notLinked' },
      });
    await database.db.account.update({
      where: { id: account.id },
      data: { status: 'suspended', statusReason: '离岗' },
    });
    expect(await signInWithSingleSignOn(identity, facts())).toMatchObject({ ok: false });
  });
});
