import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { changeOwnPassword } from '@/lib/auth/own-account-commands';
import { beginSecondFactor, confirmSecondFactor, verifySecondFactor } from '@/lib/auth/second-factor-commands';
import { encryptFor } from '@/lib/auth/secrets';
import { newTotpSecret } from '@/lib/auth/totp';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { START, useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const door = useDoor(database);

const DISTRICT = { role: 'district_officer', districtCode: '310101' } as const;
const CITY = { role: 'city_officer' } as const;

const codeOf = (secret: string, seconds: number) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: START.getTime() + seconds * 1000 });

describe('the second factor', () => {
  it('is set up by a district officer at the first sign-in, and asked for at the next', async () => {
    const { account } = await door.build.staff(DISTRICT);
    const first = await door.signedIn(await door.tokenOf(account.userName));
    expect(first.step).toBe('enrol_second_factor');
    const { secret, uri } = valueIn(await beginSecondFactor(first, {}, door.facts()));
    expect(valueIn(await beginSecondFactor(first, {}, door.facts())).secret, 'a page loaded twice').toBe(secret);
    expect(uri).toContain(secret);
    expect(await confirmSecondFactor(first, '000000', door.facts())).toMatchObject({ error: { code: 'INVALID' } });
    const { token, recoveryCodes } = valueIn(await confirmSecondFactor(first, codeOf(secret, 0), door.facts()));
    expect((await door.signedIn(token)).step).toBeNull();
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = await database.db.account.findUniqueOrThrow({
      where: { id: account.id },
      include: { recoveryCodes: true },
    });
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain(recoveryCodes[0]);

    const next = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 60), 60);
    expect(next.step).toBe('second_factor');
    const done = valueIn(await verifySecondFactor(next, codeOf(secret, 60), door.facts(60)));
    expect((await door.signedIn(done.token, 61)).step).toBeNull();
    expect(await door.eventsOf(account.id)).toContain('account.secondFactorEnrolled');

    const third = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 65), 65);
    const again = await verifySecondFactor(third, codeOf(secret, 60), door.facts(65));
    expect(again, 'a code is good once').toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    const byPaper = valueIn(await verifySecondFactor(third, recoveryCodes[3]?.toUpperCase() ?? '', door.facts(66)));
    expect((await door.signedIn(byPaper.token, 67)).step).toBeNull();
    const fourth = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 70), 70);
    expect(await verifySecondFactor(fourth, recoveryCodes[3] ?? '', door.facts(70))).toMatchObject({ ok: false });
    expect(await door.eventsOf(account.id)).toContain('account.recoveryCodeUsed');
  });

  it('is set up with a secret that only this browser has seen', async () => {
    const { account } = await door.build.staff(DISTRICT);
    const stranger = await door.signedIn(await door.tokenOf(account.userName));
    const owner = await door.signedIn(await door.tokenOf(account.userName));
    const seen = valueIn(await beginSecondFactor(stranger, {}, door.facts()));
    const own = valueIn(await beginSecondFactor(owner, {}, door.facts()));
    expect(own.secret).not.toBe(seen.secret);
    expect(await confirmSecondFactor(stranger, codeOf(seen.secret, 0), door.facts())).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    valueIn(await confirmSecondFactor(owner, codeOf(own.secret, 0), door.facts()));
    expect((await door.signedIn(await door.tokenOf(account.userName))).step).toBe('second_factor');
  });

  async function enrolled() {
    const { account } = await door.build.staff(CITY);
    const secret = newTotpSecret();
    const totpSecret = encryptFor(account.id, secret);
    await database.db.account.update({ where: { id: account.id }, data: { totpSecret } });
    return { account, secret };
  }

  it('cannot be guessed by signing in again and again: wrong codes add up to a lock', async () => {
    const { account, secret } = await enrolled();
    const codes: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const opened = await door.signIn(account.userName);
      if (!opened.ok) {
        codes.push(opened.error.code);
        continue;
      }
      const answer = await verifySecondFactor(await door.signedIn(opened.value.token), '000000', door.facts());
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual([...Array(5).fill('UNAUTHENTICATED'), 'RATE_LIMITED']);
    const later = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 61), 61);
    valueIn(await verifySecondFactor(later, codeOf(secret, 61), door.facts(61)));
    expect(await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      failedSignIns: 0,
    });
  });

  it('lets one of two take a code that both send', async () => {
    const { account, secret } = await enrolled();
    const [one, two] = [
      await door.signedIn(await door.tokenOf(account.userName)),
      await door.signedIn(await door.tokenOf(account.userName)),
    ];
    const both = await Promise.all([one, two].map((each) => verifySecondFactor(each, codeOf(secret, 0), door.facts())));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('guards everything before it is given', async () => {
    const { account } = await enrolled();
    const waiting = await door.signedIn(await door.tokenOf(account.userName));
    const input = { current: TEST_PASSWORD, password: 'lantern over river' };
    expect(await changeOwnPassword(waiting, input, door.facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await beginSecondFactor(waiting, { password: TEST_PASSWORD }, door.facts())).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(await confirmSecondFactor(waiting, '123456', door.facts())).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('is replaced by a new one for the password', async () => {
    const { account, secret } = await enrolled();
    const waiting = await door.signedIn(await door.tokenOf(account.userName));
    const here = await door.signedIn(valueIn(await verifySecondFactor(waiting, codeOf(secret, 0), door.facts())).token);
    expect(await verifySecondFactor(here, codeOf(secret, 30), door.facts())).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(await beginSecondFactor(here, { password: 'wrong wrong' }, door.facts())).toMatchObject({
      error: { code: 'INVALID' },
    });
    const fresh = valueIn(await beginSecondFactor(here, { password: TEST_PASSWORD }, door.facts()));
    valueIn(await confirmSecondFactor(here, codeOf(fresh.secret, 0), door.facts()));
    const next = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 60), 60);
    expect(await verifySecondFactor(next, codeOf(secret, 60), door.facts(60))).toMatchObject({ ok: false });
    valueIn(await verifySecondFactor(next, codeOf(fresh.secret, 60), door.facts(60)));
  });
});
