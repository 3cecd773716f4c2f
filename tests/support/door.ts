import { beforeEach } from 'vitest';
import { signInWithPassword } from '@/lib/auth/sign-in-commands';
import { findSignedIn, type RequestFacts } from '@/lib/auth/staff-sessions';
import { accountBuildersOn, TEST_PASSWORD } from '@/prisma/seed/account-builders';
import type { TestDatabase } from './database';
import { FIXED_NOW } from './fixed-clock';
import { valueIn } from './outcome';

export const START = new Date(FIXED_NOW);

/**
 * The door as a test sees it: every test has its own accounts and its own address, so that counters never meet.
 * Call it once, at the top of a file, after useDatabase.
 */
export function useDoor(database: TestDatabase) {
  let build: ReturnType<typeof accountBuildersOn> | undefined;
  const door = {
    round: 0,
    address: '',

    get build() {
      if (!build) throw new Error('The builders are there only while tests run.');
      return build;
    },

    /** A request some seconds after the start. */
    facts: (seconds = 0, overrides: Partial<RequestFacts> = {}): RequestFacts => ({
      address: door.address,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36',
      requestId: 'request-of-test',
      instant: new Date(START.getTime() + seconds * 1000),
      ...overrides,
    }),

    signIn: async (name: string, password = TEST_PASSWORD, seconds = 0) =>
      await signInWithPassword({ name, password }, door.facts(seconds)),

    /** The token of a sign-in that must succeed. */
    tokenOf: async (name: string, password = TEST_PASSWORD, seconds = 0) =>
      valueIn(await door.signIn(name, password, seconds)).token,

    /** Who a token belongs to; it must belong to somebody. */
    signedIn: async (token: string, seconds = 0) => {
      const found = await findSignedIn(token, door.facts(seconds));
      if (!found) throw new Error('nobody is signed in');
      return found;
    },

    /** The events an account did or suffered, in their order. */
    eventsOf: async (accountId: string): Promise<string[]> => {
      const where = { OR: [{ accountId }, { objectId: accountId }] };
      const rows = await database.db.auditEvent.findMany({ where, orderBy: { seq: 'asc' } });
      return rows.map(({ event }) => event);
    },
  };
  beforeEach(() => {
    door.round += 1;
    build = accountBuildersOn(database.db, `round${door.round}`);
    door.address = `10.2.${door.round}.1`;
  });
  return door;
}
