import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { DEMONSTRATION_PASSWORD } from '@/lib/auth/demonstration';
import { listDemonstrationAccounts } from '@/lib/auth/own-account-queries';
import { passwordMatches } from '@/lib/auth/password-hash';
import { passwordProblem } from '@/lib/auth/password-rules';
import { openDatabase } from '@/lib/db/client';
import { ensureDemonstrationAccounts } from '@/prisma/seed/demonstration-accounts';
import { DEMONSTRATION_USER_NAMES, lacksDemonstrationAccounts } from '@/prisma/seed/demonstration-names';
import { loadPreset } from '@/prisma/seed/presets';
import { useDatabase, withDatabase } from '@/tests/support/database';

const database = useDatabase('demo');

describe('the accounts of the demonstration', () => {
  it('are there for every role, marked, and open with the password that the sign-in page shows', async () => {
    const accounts = await database.db.account.findMany({ include: { grants: true } });
    expect(accounts.map(({ userName }) => userName).sort()).toEqual([...DEMONSTRATION_USER_NAMES].sort());
    const roles = accounts.flatMap(({ grants }) => grants.map(({ role }) => role));
    expect(new Set(roles)).toEqual(new Set(ACTOR_ROLES));
    for (const role of ['city_officer', 'district_officer', 'alliance_officer', 'centre_clerk'] as const)
      expect(
        roles.filter((one) => one === role),
        `${role} and a neighbour`,
      ).toHaveLength(2);
    expect(accounts.every(({ demonstration }) => demonstration)).toBe(true);
    for (const { userName, phone } of accounts)
      expect(passwordProblem(DEMONSTRATION_PASSWORD, { userName, phone })).toBeNull();
    expect(await passwordMatches(accounts[0]?.passwordHash ?? null, DEMONSTRATION_PASSWORD)).toBe(true);
  });

  it('are made once, and made again where one is missing', async () => {
    expect(await ensureDemonstrationAccounts(database.url)).toBe(0);
    await database.sql.query(
      "DELETE FROM role_grant WHERE account_id = (SELECT id FROM account WHERE user_name = 'expert')",
    );
    await database.sql.query("DELETE FROM account WHERE user_name = 'expert'");
    expect(await lacksDemonstrationAccounts(database.url)).toBe(true);
    expect(await ensureDemonstrationAccounts(database.url)).toBe(1);
    expect(await lacksDemonstrationAccounts(database.url)).toBe(false);
  });

  it('are listed only where they may sign in', async () => {
    expect(await listDemonstrationAccounts()).toEqual([]);
  });

  it('are not made unless asked for, and go with their network', async () => {
    await withDatabase('empty', async (url) => {
      const db = openDatabase(url);
      try {
        expect(await db.account.count()).toBe(0);
        await loadPreset(url, 'demo', { replace: true });
        expect(await db.account.count()).toBe(0);
        await loadPreset(url, 'demo', { demonstrationAccounts: true });
        expect(await db.account.count()).toBeGreaterThan(0);
        await loadPreset(url, 'empty', { replace: true, demonstrationAccounts: true });
        expect(await db.account.count()).toBe(0);
        await db.account.create({ data: { userName: 'real.person', displayName: '真人' } });
        await expect(loadPreset(url, 'demo', { replace: true })).rejects.toThrow(/real people/);
      } finally {
        await db.$disconnect();
      }
    });
  });
});
