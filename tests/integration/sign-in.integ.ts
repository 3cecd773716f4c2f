import { verify } from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { switchRole } from '@/lib/auth/own-account-commands';
import { forgiveAttempts, signInWithPassword, signInWithSingleSignOn } from '@/lib/auth/sign-in-commands';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { START, useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

vi.mock('@node-rs/argon2', async (original) => {
  const library = await original<typeof import('@node-rs/argon2')>();
  return { ...library, verify: vi.fn(library.verify) };
});

const database = useDatabase('demo');
const door = useDoor(database);

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;

describe('signInWithPassword', () => {
  it('lets a clerk in by user name, in any case, and by phone', async () => {
    const { account, grantId } = await door.build.staff(CLERK, { phone: '13917502946' });
    for (const name of [account.userName, account.userName.toUpperCase(), ' 139 1750 2946', '+86-139-1750-2946']) {
      const { actor, step } = await door.signedIn(await door.tokenOf(name));
      expect(actor).toMatchObject({ ...CLERK, accountId: account.id, grantId, displayName: account.displayName });
      expect(step).toBeNull();
    }
    const stored = await database.db.staffSession.findMany({ where: { accountId: account.id } });
    expect(stored).toHaveLength(4);
    expect(stored[0]).toMatchObject({ userAgent: 'Chrome 140 · Windows' });
    expect(JSON.stringify(stored)).not.toContain(door.address);
    expect(await door.eventsOf(account.id)).toEqual(Array(4).fill('staffSession.started'));
    const [event] = await database.db.auditEvent.findMany({ where: { accountId: account.id } });
    expect(event).toMatchObject({ centreId: CLERK.centreId, districtCode: '310101', role: 'centre_clerk' });
  });

  it('answers the same to an unknown name, a wrong password and nonsense', async () => {
    const { account } = await door.build.staff(CLERK);
    const wrong = await door.signIn(account.userName, 'not the password');
    expect(wrong).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.signIn' } });
    for (const name of ['nobody.here', '13800000000', '', "'; DROP TABLE account; --", '😀', 'x'.repeat(5000)])
      expect(await door.signIn(name)).toEqual(wrong);
    expect(await door.eventsOf(account.id)).toEqual(['staffSession.refused']);
  });

  it('does the same work for an unknown name as for a known one', async () => {
    const { account } = await door.build.staff(CLERK);
    /** The passwords hashed for a sign-in: with what cost, and whether they were compared. */
    const work = async (name: string) => {
      vi.mocked(verify).mockClear();
      await door.signIn(name, 'not the password');
      return vi.mocked(verify).mock.calls.map(([hash, given]) => [/^.*\$m=[^$]*\$/.exec(String(hash))?.[0], given]);
    };
    const known = await work(account.userName);
    expect(known).toEqual([[expect.stringMatching(/^\$argon2id\$/), 'not the password']]);
    expect(await work('nobody.at.all')).toEqual(known);
  });

  it.each(['suspended', 'left'] as const)('keeps a %s account out', async (status) => {
    const { account } = await door.build.staff(CLERK, { status, statusReason: '离岗' });
    expect(await door.signIn(account.userName)).toMatchObject({ error: { messageKey: 'accounts.problem.closed' } });
  });

  it('keeps out whoever has no password yet or no role now', async () => {
    const { account: invited } = await door.build.staff(CLERK, { password: null });
    expect(await door.signIn(invited.userName)).toMatchObject({ error: { messageKey: 'accounts.problem.signIn' } });
    const past = await door.build.account();
    await door.build.grant(past.id, CLERK, { validTo: new Date('2026-11-18') });
    const future = await door.build.account();
    await door.build.grant(future.id, CLERK, { validFrom: new Date('2026-11-19') });
    for (const { userName } of [past, future, await door.build.account()])
      expect(await door.signIn(userName)).toMatchObject({ error: { messageKey: 'accounts.problem.noRole' } });
  });

  it('keeps demonstration accounts out of a portal that is not the demonstration', async () => {
    const { account } = await door.build.staff(CLERK, { demonstration: true });
    expect(await door.signIn(account.userName)).toMatchObject({ error: { messageKey: 'accounts.problem.signIn' } });
  });

  it('asks for a new password when the old one is on every list by now', async () => {
    const { account } = await door.build.staff(CLERK, { password: 'qwertyuiop123' });
    expect((await door.signedIn(await door.tokenOf(account.userName, 'qwertyuiop123'))).step).toBe('change_password');
  });

  it('continues in the role used last', async () => {
    const { account, grantId } = await door.build.staff(CLERK);
    const other = await door.build.grant(account.id, { role: 'auditor' });
    const first = await door.signedIn(await door.tokenOf(account.userName));
    expect(first.actor.grantId).toBe(grantId);
    const { token } = valueIn(await switchRole(first.actor, other.id));
    expect((await door.signedIn(token)).actor).toMatchObject({ role: 'auditor', grantId: other.id });
    expect((await door.signedIn(await door.tokenOf(account.userName))).actor.role).toBe('auditor');
  });
});

describe('a lock', () => {
  it('closes an account at the fifth wrong password, for longer every time, and opens by itself', async () => {
    const { account } = await door.build.staff(CLERK);
    for (let n = 0; n < 5; n += 1) expect((await door.signIn(account.userName, 'wrong wrong')).ok).toBe(false);
    // the right password does not help now
    expect(await door.signIn(account.userName, TEST_PASSWORD, 1)).toMatchObject({
      error: { code: 'RATE_LIMITED', retryAfterSeconds: 59 },
    });
    expect(await door.signIn(account.userName, 'wrong wrong', 61)).toMatchObject({
      error: { code: 'UNAUTHENTICATED' },
    });
    expect(await door.signIn(account.userName, TEST_PASSWORD, 62)).toMatchObject({ error: { retryAfterSeconds: 119 } });
    await door.tokenOf(account.userName, TEST_PASSWORD, 181);
    expect(await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      failedSignIns: 0,
      lockedUntil: null,
    });
    expect((await door.eventsOf(account.id)).filter((event) => event === 'account.locked')).toHaveLength(2);
  });

  it('lets five of twenty attempts at once through to the password', async () => {
    const { account } = await door.build.staff(CLERK);
    const wide = (n: number) => door.facts(0, { address: `10.3.${door.round}.${n}` });
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
      const answer = await door.signIn('nobody.knows.me', 'wrong wrong');
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual([...Array(5).fill('UNAUTHENTICATED'), 'RATE_LIMITED']);
  });

  it('closes an address at the twentieth failure, whatever the names; good sign-ins do not count', async () => {
    const { account } = await door.build.staff(CLERK);
    for (let n = 0; n < 10; n += 1) await door.tokenOf(account.userName);
    for (let n = 0; n < 20; n += 1) await door.signIn(`some.body${n}`, 'wrong wrong');
    expect(await door.signIn(account.userName)).toMatchObject({
      error: { code: 'RATE_LIMITED', retryAfterSeconds: 60 },
    });
    door.address = '10.9.9.9';
    expect((await door.signIn(account.userName)).ok).toBe(true);
    const keys = await database.db.signInThrottle.findMany();
    expect(JSON.stringify(keys)).not.toMatch(/10\.2\.|some\.body/);
  });

  it('is forgiven', async () => {
    const { account } = await door.build.staff(CLERK, {
      failedSignIns: 9,
      lockedUntil: new Date(START.getTime() + 60_000),
    });
    await forgiveAttempts(database.db, account.id);
    expect((await door.signIn(account.userName)).ok).toBe(true);
  });
});

describe('signInWithSingleSignOn', () => {
  const identity = { issuer: 'https://id.example.org', subject: 'subject-1' };

  it('lets in the account linked to the subject, and nobody else', async () => {
    const { account } = await door.build.staff(CLERK, { oidcIssuer: identity.issuer, oidcSubject: identity.subject });
    const { token } = valueIn(await signInWithSingleSignOn(identity, door.facts()));
    expect((await door.signedIn(token)).actor.accountId).toBe(account.id);
    for (const other of [
      { ...identity, subject: 'subject-2' },
      { ...identity, issuer: 'https://evil.example.org' },
    ])
      expect(await signInWithSingleSignOn(other, door.facts())).toMatchObject({
        error: { code: 'UNAUTHENTICATED', messageKey: 'accounts.problem.notLinked' },
      });
    await database.db.account.update({
      where: { id: account.id },
      data: { status: 'suspended', statusReason: '离岗' },
    });
    expect(await signInWithSingleSignOn(identity, door.facts())).toMatchObject({ ok: false });
  });
});
