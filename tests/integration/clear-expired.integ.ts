import { describe, expect, it } from 'vitest';
import { CLEAR_EXPIRED, clearExpired } from '@/lib/auth/clear-expired';
import { getPreviousSignIn } from '@/lib/auth/previous-sign-in';
import { useDatabase } from '@/tests/support/database';
import { START, useDoor } from '@/tests/support/door';

// What the nightly job takes away, and what it leaves.

const database = useDatabase('demo');
const door = useDoor(database);

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(START.getTime() - days * DAY_MS);
const RUN = { id: 'run-of-test' };

type Person = Awaited<ReturnType<typeof door.build.staff>>;
let made = 0;

/** A browser that signed in so many days ago and was signed out an hour later, or simply never came back. */
async function signedIn({ account, grantId }: Person, days: number, { ended = true } = {}): Promise<string> {
  made += 1;
  const at = daysAgo(days);
  const { id } = await database.db.staffSession.create({
    data: {
      tokenHash: `hash-${made}`,
      accountId: account.id,
      grantId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + DAY_MS / 2),
      ...(ended && { endedAt: new Date(at.getTime() + 3_600_000), endedBecause: 'signed_out' }),
      userAgent: 'Firefox',
      addressHash: 'hash',
    },
  });
  return id;
}

async function link(accountId: string, expires: number, used: number | null): Promise<string> {
  made += 1;
  const { id } = await database.db.oneTimeLink.create({
    data: {
      accountId,
      purpose: 'password',
      tokenHash: `link-${made}`,
      createdAt: daysAgo(expires + 3),
      expiresAt: daysAgo(expires),
      usedAt: used === null ? null : daysAgo(used),
    },
  });
  return id;
}

async function code(accountId: string, used: number | null): Promise<string> {
  made += 1;
  const data = { accountId, codeHash: `code-${made}`, usedAt: used === null ? null : daysAgo(used) };
  return (await database.db.recoveryCode.create({ data })).id;
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

describe('clearing away what is over', () => {
  it('takes staff sessions that ended ninety days ago, but never the last sign-in of an account', async () => {
    const person = await door.build.staff(CLERK);
    const quiet = await door.build.staff(CLERK);
    const gone = await door.build.staff(CLERK, { status: 'left', statusReason: '离职' });
    await signedIn(person, 400);
    await signedIn(person, 91, { ended: false });
    const kept = [await signedIn(person, 89), await signedIn(person, 0, { ended: false })];
    await signedIn(quiet, 500);
    const last = await signedIn(quiet, 300);
    await signedIn(gone, 300);

    const cleared = await clearExpired(RUN);
    expect(cleared.staffSessions).toBe(4);
    const where = { accountId: { in: [person, quiet, gone].map(({ account }) => account.id) } };
    expect(idsOf(await database.db.staffSession.findMany({ where }))).toEqual([...kept, last].sort());
    const again = { ...quiet.actor, staffSessionId: await signedIn(quiet, 0, { ended: false }) };
    expect((await getPreviousSignIn(again))?.at, 'Today still says when the last sign-in was').toEqual(daysAgo(300));
  });

  it('takes links that were used or ran out thirty days ago', async () => {
    const { account } = await door.build.staff(CLERK);
    await link(account.id, 31, null);
    await link(account.id, 29, 31);
    const kept = [await link(account.id, 29, null), await link(account.id, 28, 29), await link(account.id, -1, null)];
    expect((await clearExpired(RUN)).oneTimeLinks).toBe(2);
    expect(idsOf(await database.db.oneTimeLink.findMany({ where: { accountId: account.id } }))).toEqual(kept.sort());
  });

  it('takes used recovery codes and those of nobody', async () => {
    const holder = (await door.build.staff(CLERK, { totpSecret: 'sealed' })).account.id;
    const without = (await door.build.staff(CLERK)).account.id;
    const gone = await door.build.staff(CLERK, { totpSecret: 'sealed', status: 'left', statusReason: '离职' });
    await code(holder, 31);
    await code(without, null);
    await code(gone.account.id, null);
    const kept = [await code(holder, null), await code(holder, 29)];
    expect((await clearExpired(RUN)).codes).toBe(3);
    expect(idsOf(await database.db.recoveryCode.findMany())).toEqual(kept.sort());
  });

  it('takes counters that no rule looks at', async () => {
    const { signInThrottle, rateLimitWindow } = database.db;
    for (const [key, days] of [
      ['old', 3],
      ['new', 1],
    ] as const) {
      await signInThrottle.create({ data: { key, failures: 1, lastFailureAt: daysAgo(days) } });
      await rateLimitWindow.create({ data: { key, windowStart: daysAgo(days), count: 1 } });
    }
    expect(await clearExpired(RUN)).toMatchObject({ signInThrottles: 1, rateLimitWindows: 1 });
    expect(await signInThrottle.count({ where: { key: 'new' } })).toBe(1);
    expect(await rateLimitWindow.count({ where: { key: 'new' } })).toBe(1);
  });

  it('says in the trail what it took, and nothing when there was nothing', async () => {
    const { account } = await door.build.staff(CLERK);
    await link(account.id, 40, null);
    await CLEAR_EXPIRED.run({ id: 'told', signal: new AbortController().signal });
    await CLEAR_EXPIRED.run({ id: 'silent', signal: new AbortController().signal });
    const where = { requestId: { in: ['job-told', 'job-silent'] } };
    expect(await database.db.auditEvent.findMany({ where })).toMatchObject([
      {
        event: 'housekeeping.done',
        system: 'job',
        objectId: 'clear-expired',
        requestId: 'job-told',
        after: { staffSessions: 0, oneTimeLinks: 1, codes: 0, signInThrottles: 0, rateLimitWindows: 0 },
      },
    ]);
  });
});
