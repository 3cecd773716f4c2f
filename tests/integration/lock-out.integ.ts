import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { makeAccessLink, unlockAccount } from '@/lib/auth/access-reset-commands';
import { choosePasswordByLink, resetSecondFactorByLink } from '@/lib/auth/link-commands';
import { encryptFor } from '@/lib/auth/secrets';
import { findSignedIn } from '@/lib/auth/staff-sessions';
import { newTotpSecret } from '@/lib/auth/totp';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const door = useDoor(database);

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const reason = '忘记密码';

let district: Actor;
beforeEach(async () => {
  district = (await door.build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

const stored = async (id: string) => await database.db.account.findUniqueOrThrow({ where: { id } });

describe('a lock-out', () => {
  it('ends early by an officer’s link for a new password; the old one is void at once', async () => {
    const { account } = await door.build.staff(CLERK);
    const { token: open } = valueIn(await door.signIn(account.userName));
    for (let n = 0; n < 5; n += 1) await door.signIn(account.userName, 'wrong wrong');
    expect(await door.signIn(account.userName)).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    const { token } = valueIn(await makeAccessLink(district, { accountId: account.id, purpose: 'password', reason }));
    expect(await findSignedIn(open, door.facts(1))).toBeNull();
    expect(await door.signIn(account.userName)).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    valueIn(await choosePasswordByLink({ token, password: 'lantern over river' }, door.facts(1)));
    expect((await door.signIn(account.userName, 'lantern over river')).ok).toBe(true);
    const events = await database.db.auditEvent.findMany({ where: { objectId: account.id } });
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['account.locked', 'account.passwordReset', 'account.passwordChanged']),
    );
  });

  it('ends early by unlocking; the password stays', async () => {
    const { account } = await door.build.staff(CLERK);
    for (let n = 0; n < 5; n += 1) await door.signIn(account.userName, 'wrong wrong');
    valueIn(await unlockAccount(district, { accountId: account.id, version: 1, reason }));
    expect((await door.signIn(account.userName)).ok).toBe(true);
  });

  it('leaves no second link alive, and none after its day', async () => {
    const { account } = await door.build.staff(CLERK);
    const ask = { accountId: account.id, purpose: 'password', reason } as const;
    const { token: first } = valueIn(await makeAccessLink(district, ask));
    const { token: second } = valueIn(await makeAccessLink(district, ask));
    const choose = async (token: string, seconds: number) =>
      await choosePasswordByLink({ token, password: 'lantern over river' }, door.facts(seconds));
    expect(await choose(first, 0)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await choose(second, 8 * 86_400)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const both = await Promise.all([choose(second, 0), choose(second, 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('of the second factor ends by a link and the password', async () => {
    const { account } = await door.build.staff(CLERK);
    const totpSecret = encryptFor(account.id, newTotpSecret());
    await database.db.account.update({ where: { id: account.id }, data: { totpSecret } });
    const ask = { accountId: account.id, purpose: 'second_factor', reason } as const;
    const { token } = valueIn(await makeAccessLink(district, ask));
    expect((await stored(account.id)).totpSecret, 'until the link is used').not.toBeNull();
    expect(await choosePasswordByLink({ token, password: 'lantern over river' }, door.facts())).toMatchObject({
      ok: false,
    });
    expect(await resetSecondFactorByLink({ token, password: 'wrong wrong' }, door.facts())).toMatchObject({
      error: { code: 'UNAUTHENTICATED' },
    });
    valueIn(await resetSecondFactorByLink({ token, password: TEST_PASSWORD }, door.facts()));
    expect((await stored(account.id)).totpSecret).toBeNull();
    expect(await resetSecondFactorByLink({ token, password: TEST_PASSWORD }, door.facts())).toMatchObject({
      ok: false,
    });
  });

  it('of a demonstration account needs no link', async () => {
    const { account } = await door.build.staff(CLERK, { demonstration: true });
    expect(await makeAccessLink(district, { accountId: account.id, purpose: 'password', reason })).toMatchObject({
      error: { messageKey: 'accounts.problem.demonstration' },
    });
  });
});
