import { describe, expect, it } from 'vitest';
import { changeOwnPassword, endOtherStaffSessions, endOwnStaffSession, signOut } from '@/lib/auth/own-account-commands';
import { beginSecondFactor, confirmSecondFactor } from '@/lib/auth/second-factor-commands';
import { findSignedIn } from '@/lib/auth/staff-sessions';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { START, useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const door = useDoor(database);

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;

describe('a staff session', () => {
  it('ends after half an hour alone, and is kept up by use', async () => {
    const { account } = await door.build.staff(CLERK);
    const token = await door.tokenOf(account.userName);
    for (const minute of [29, 58, 87]) await door.signedIn(token, minute * 60);
    expect(await findSignedIn(token, door.facts(117 * 60))).toBeNull();
    expect(await database.db.staffSession.findFirst({ where: { accountId: account.id } })).toMatchObject({
      endedBecause: 'idle',
    });
    expect(await findSignedIn(token, door.facts(88 * 60)), 'it does not come back').toBeNull();
    expect(await door.eventsOf(account.id)).toEqual(['staffSession.started', 'staffSession.ended']);
  });

  it('ends after twelve hours, however busy', async () => {
    const { account } = await door.build.staff(CLERK);
    const token = await door.tokenOf(account.userName);
    for (let minute = 20; minute < 720; minute += 20) await door.signedIn(token, minute * 60);
    expect(await findSignedIn(token, door.facts(720 * 60))).toBeNull();
  });

  it('ends at the next click when the account is suspended or the role ends', async () => {
    const { account, grantId } = await door.build.staff(CLERK);
    const [one, two] = [await door.tokenOf(account.userName), await door.tokenOf(account.userName)];
    await database.db.account.update({
      where: { id: account.id },
      data: { status: 'suspended', statusReason: '离岗' },
    });
    expect(await findSignedIn(one, door.facts(1))).toBeNull();
    await database.db.account.update({ where: { id: account.id }, data: { status: 'active' } });
    await database.db.roleGrant.update({ where: { id: grantId }, data: { state: 'ended', endedAt: START } });
    expect(await findSignedIn(two, door.facts(2))).toBeNull();
    const ended = await database.db.staffSession.findMany({ where: { accountId: account.id } });
    expect(ended.map(({ endedBecause }) => endedBecause).sort()).toEqual(['account_closed', 'grant_ended']);
  });

  it('belongs to nobody for a token that is not one', async () => {
    for (const token of ['', 'x', 'x'.repeat(10_000), "' OR true --"])
      expect(await findSignedIn(token, door.facts())).toBeNull();
  });

  it('is signed out here, there, or everywhere else; never somebody else’s', async () => {
    const { account } = await door.build.staff(CLERK);
    const { account: neighbour } = await door.build.staff(CLERK);
    const tokens = [
      await door.tokenOf(account.userName),
      await door.tokenOf(account.userName),
      await door.tokenOf(account.userName),
    ];
    const [here, there, elsewhere] = await Promise.all(tokens.map((token) => door.signedIn(token)));
    const theirs = await door.signedIn(await door.tokenOf(neighbour.userName));
    if (!here || !there || !elsewhere) throw new Error('three are signed in');
    expect(await endOwnStaffSession(here.actor, theirs.actor.staffSessionId)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await endOwnStaffSession(here.actor, there.actor.staffSessionId)).toEqual({ ok: true, value: null });
    expect(await endOwnStaffSession(here.actor, there.actor.staffSessionId)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await endOtherStaffSessions(here.actor)).toBe(1);
    expect(await Promise.all(tokens.map(async (token) => (await findSignedIn(token, door.facts())) !== null))).toEqual([
      true,
      false,
      false,
    ]);
    await signOut(here);
    expect(await findSignedIn(tokens[0] ?? '', door.facts())).toBeNull();
    expect(await database.db.staffSession.count({ where: { accountId: neighbour.id, endedAt: null } })).toBe(1);
  });
});

describe('changeOwnPassword', () => {
  it('changes it, signs out other browsers and gives this one a new token', async () => {
    const { account } = await door.build.staff(CLERK, { mustChange: true });
    const other = await door.tokenOf(account.userName);
    const token = await door.tokenOf(account.userName);
    const here = await door.signedIn(token);
    expect(here.step).toBe('change_password');
    const next = 'lantern over 苏州河';
    const { token: fresh } = valueIn(
      await changeOwnPassword(here, { current: TEST_PASSWORD, password: next }, door.facts()),
    );
    expect((await door.signedIn(fresh)).step).toBeNull();
    expect(await findSignedIn(token, door.facts())).toBeNull();
    expect(await findSignedIn(other, door.facts())).toBeNull();
    expect((await door.signIn(account.userName)).ok).toBe(false);
    await door.tokenOf(account.userName, next);
    expect(await door.eventsOf(account.id)).toContain('account.passwordChanged');
  });

  it.each([
    [{ current: 'wrong wrong wrong', password: 'lantern over river' }, 'current', 'accounts.problem.password'],
    [{ current: TEST_PASSWORD, password: TEST_PASSWORD }, 'password', 'accounts.problem.passwordSame'],
    [{ current: TEST_PASSWORD, password: 'short' }, 'password', 'accounts.problem.passwordShort'],
    [{ current: TEST_PASSWORD, password: 'qwertyuiop123' }, 'password', 'accounts.problem.passwordCommon'],
  ])('refuses %j', async (input, path, messageKey) => {
    const { account } = await door.build.staff(CLERK);
    const here = await door.signedIn(await door.tokenOf(account.userName));
    expect(await changeOwnPassword(here, input, door.facts())).toEqual({
      ok: false,
      error: { code: 'INVALID', problems: [{ path, messageKey }] },
    });
  });

  it('counts wrong passwords like the door does', async () => {
    const { account } = await door.build.staff(CLERK);
    const here = await door.signedIn(await door.tokenOf(account.userName));
    const guess = { current: 'wrong wrong', password: 'lantern over river' };
    for (let n = 0; n < 5; n += 1) await changeOwnPassword(here, guess, door.facts());
    expect(await changeOwnPassword(here, guess, door.facts())).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  });

  it('leaves the shared accounts of the demonstration as they are', async () => {
    const { account, actor } = await door.build.staff(CLERK, { demonstration: true });
    const shared = { actor, step: null, demonstration: true, expiresAt: START };
    const input = { current: TEST_PASSWORD, password: 'lantern over river' };
    expect(await changeOwnPassword(shared, input, door.facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await beginSecondFactor(shared, {}, door.facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await confirmSecondFactor(shared, '123456', door.facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(account.totpPendingSecret).toBeNull();
  });
});
