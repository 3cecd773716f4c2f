import { describe, expect, it } from 'vitest';
import { getPreviousSignIn } from '@/lib/auth/previous-sign-in';
import { renewRecoveryCodes } from '@/lib/auth/recovery-code-commands';
import { newRecoveryCodes } from '@/lib/auth/recovery-codes';
import { verifySecondFactor } from '@/lib/auth/second-factor-commands';
import { encryptFor } from '@/lib/auth/secrets';
import { newTotpSecret } from '@/lib/auth/totp';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const door = useDoor(database);

const AUDITOR = { role: 'auditor' } as const;

/** An auditor who has signed in with one of two recovery codes. */
async function signedInWithCodes() {
  const { account } = await door.build.staff(AUDITOR);
  const made = newRecoveryCodes(account.id).slice(0, 2);
  await database.db.account.update({
    where: { id: account.id },
    data: {
      totpSecret: encryptFor(account.id, newTotpSecret()),
      recoveryCodes: { create: made.map(({ codeHash }) => ({ codeHash })) },
    },
  });
  const half = await door.signedIn(await door.tokenOf(account.userName));
  const { token } = valueIn(await verifySecondFactor(half, made[0]?.code ?? '', door.facts()));
  return { account, half, signedIn: await door.signedIn(token), left: made[1]?.code ?? '' };
}

describe('renewRecoveryCodes', () => {
  it('makes ten new codes in place of the old ones, and the trail says so', async () => {
    const { account, signedIn, left } = await signedInWithCodes();
    const { recoveryCodes } = valueIn(await renewRecoveryCodes(signedIn, { password: TEST_PASSWORD }, door.facts()));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await door.eventsOf(account.id)).toContain('account.recoveryCodesRenewed');

    const next = await door.signedIn(await door.tokenOf(account.userName));
    expect(await verifySecondFactor(next, left, door.facts())).toMatchObject({ ok: false });
    expect(await verifySecondFactor(next, recoveryCodes[9] ?? '', door.facts())).toMatchObject({ ok: true });
  });

  it('asks for the password, and counts wrong ones like failed sign-ins', async () => {
    const { account, signedIn, left } = await signedInWithCodes();
    const wrong = async () => await renewRecoveryCodes(signedIn, { password: 'not the password' }, door.facts());
    expect(await wrong()).toMatchObject({ error: { code: 'INVALID', problems: [{ path: 'password' }] } });
    for (let attempt = 0; attempt < 4; attempt++) await wrong();
    expect(await renewRecoveryCodes(signedIn, { password: TEST_PASSWORD }, door.facts())).toMatchObject({
      error: { code: 'RATE_LIMITED' },
    });
    const next = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 61), 61);
    expect(await verifySecondFactor(next, left, door.facts(61))).toMatchObject({ ok: true });
  });

  it('is not there before the second step, without a second factor, or in the demonstration', async () => {
    const { half } = await signedInWithCodes();
    const { account } = await door.build.staff(AUDITOR);
    const without = await door.signedIn(await door.tokenOf(account.userName));
    for (const signedIn of [half, without, { ...without, demonstration: true }])
      expect(await renewRecoveryCodes(signedIn, { password: TEST_PASSWORD }, door.facts())).toMatchObject({
        error: { code: 'FORBIDDEN' },
      });
  });
});

describe('getPreviousSignIn', () => {
  it('is null at the first sign-in, and then tells the one before', async () => {
    const { account } = await door.build.staff(AUDITOR);
    const first = await door.signedIn(await door.tokenOf(account.userName));
    expect(await getPreviousSignIn(first.actor)).toBeNull();
    const second = await door.signedIn(await door.tokenOf(account.userName, TEST_PASSWORD, 120), 120);
    expect(await getPreviousSignIn(second.actor)).toEqual({
      at: door.facts().instant,
      userAgent: 'Chrome 140 · Windows',
    });
  });
});
