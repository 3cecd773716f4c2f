import type { Actor, ActorScope } from '@/lib/access/actor';
import { hashPassword } from '@/lib/auth/password-hash';
import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

// Accounts for tests, beside the builders of the network.

/** What every account of a builder is signed in with, unless another is given. */
export const TEST_PASSWORD = 'kettle violet kayak';

const SINCE = new Date('2026-01-01T00:00:00Z');

type AccountPart = Partial<Prisma.AccountUncheckedCreateInput> & { password?: string | null };

/** Builders that write accounts and their grants to `db`; names are numbered from 1 for every call. */
export function accountBuildersOn(db: Database, prefix = 'test') {
  let made = 0;
  const hashes = new Map<string, Promise<string>>();
  // argon2 is slow on purpose; a test that needs ten accounts needs one hash
  const hashOf = (password: string) => {
    const known = hashes.get(password) ?? hashPassword(password);
    hashes.set(password, known);
    return known;
  };

  const account = async ({ password = TEST_PASSWORD, ...overrides }: AccountPart = {}) => {
    made += 1;
    return await db.account.create({
      data: {
        userName: `${prefix}.staff${made}`,
        displayName: `测试人员${made}`,
        passwordHash: password === null ? null : await hashOf(password),
        ...overrides,
      },
    });
  };

  const grant = async (
    accountId: string,
    scope: ActorScope,
    overrides: Partial<Prisma.RoleGrantUncheckedCreateInput> = {},
  ) =>
    await db.roleGrant.create({
      data: {
        accountId,
        ...scope,
        validFrom: SINCE,
        state: 'active',
        source: 'command_line',
        createdAt: SINCE,
        ...overrides,
      },
    });

  /** An account with one role, and the actor it would be. */
  const staff = async (scope: ActorScope, part: AccountPart = {}) => {
    const person = await account(part);
    const { id: grantId } = await grant(person.id, scope);
    const actor: Actor = {
      accountId: person.id,
      grantId,
      staffSessionId: `staff-session-of-${person.id}`,
      displayName: person.displayName,
      requestId: 'request-of-test',
      ...scope,
    };
    return { account: person, grantId, actor };
  };

  return { account, grant, staff };
}
