import type { Actor, ActorScope } from '@/lib/access/actor';

/** An actor for tests of queries and commands; it need not be signed in. */
export function actorWith(scope: ActorScope, overrides: Partial<Pick<Actor, 'accountId' | 'displayName'>> = {}): Actor {
  return {
    accountId: 'account-of-test',
    grantId: 'grant-of-test',
    staffSessionId: 'staff-session-of-test',
    displayName: '测试人员',
    requestId: 'request-of-test',
    ...overrides,
    ...scope,
  };
}
