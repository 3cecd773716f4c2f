import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { getAccount, listGrantRequests } from '@/lib/auth/account-queries';
import { createAccount } from '@/lib/auth/accounts-commands';
import { approveGrant, endGrant, giveGrant, handOverGrant, rescopeGrant } from '@/lib/auth/grants-commands';
import { getOwnAccount, listOwnRoles, listOwnStaffSessions } from '@/lib/auth/own-account-queries';
import { signInWithPassword } from '@/lib/auth/sign-in-commands';
import { findSignedIn } from '@/lib/auth/staff-sessions';
import { accountBuildersOn, TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const SECOND_CENTRE = { role: 'centre_clerk', centreId: 'centre-310101-02' } as const;
const NEIGHBOUR = { role: 'centre_clerk', centreId: 'centre-310104-01' } as const;
const reason = '岗位调整';

let build: ReturnType<typeof accountBuildersOn>;
let city: Actor;
let second: Actor;
let district: Actor;
let round = 0;
beforeEach(async () => {
  round += 1;
  build = accountBuildersOn(database.db, `grant${round}`);
  city = (await build.staff({ role: 'city_officer' })).actor;
  second = (await build.staff({ role: 'city_officer' })).actor;
  district = (await build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

const facts = () => ({
  address: `10.5.${round}.1`,
  userAgent: 'test',
  requestId: 'request-of-test',
  instant: new Date(FIXED_NOW),
});
const signedInAs = async (userName: string) => {
  const { token } = valueIn(await signInWithPassword({ name: userName, password: TEST_PASSWORD }, facts()));
  return { token, signedIn: await findSignedIn(token, facts()) };
};
const grantOf = async (id: string) => await database.db.roleGrant.findUniqueOrThrow({ where: { id } });
const eventsOf = async (objectId: string) =>
  (await database.db.auditEvent.findMany({ where: { objectId }, orderBy: { seq: 'asc' } })).map(({ event }) => event);

describe('a city role', () => {
  it('is asked for by one officer and approved by another', async () => {
    const { account } = await build.staff(CLERK);
    const asked = valueIn(await giveGrant(city, { accountId: account.id, grant: { role: 'auditor' }, reason }));
    expect(asked.waiting).toBe(true);
    const target = { grantId: asked.grantId, version: 1, reason };
    expect(await approveGrant(city, target), 'by the one who asked').toMatchObject({
      error: { code: 'FORBIDDEN', messageKey: 'accounts.problem.fourEyes' },
    });
    for (const other of [district, actorWith({ role: 'auditor' }), actorWith(CLERK)])
      expect(await approveGrant(other, target)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await listGrantRequests(second)).map(({ id }) => id)).toContain(asked.grantId);
    expect(await listGrantRequests(district)).toEqual([]);
    valueIn(await approveGrant(second, target));
    expect(await grantOf(asked.grantId)).toMatchObject({ state: 'active', approvedById: second.accountId });
    expect(await eventsOf(asked.grantId)).toEqual(['roleGrant.requested', 'roleGrant.approved']);
    expect(await approveGrant(second, target), 'a form sent twice').toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is not approved by the one who gains it', async () => {
    const { accountId } = second;
    const asked = valueIn(await giveGrant(city, { accountId, grant: { role: 'auditor' }, reason }));
    expect(await approveGrant(second, { grantId: asked.grantId, version: 1, reason })).toMatchObject({
      error: { messageKey: 'accounts.problem.self' },
    });
    expect(await giveGrant(city, { accountId: city.accountId, grant: { role: 'auditor' }, reason })).toMatchObject({
      error: { messageKey: 'accounts.problem.self' },
    });
  });

  it('opens nothing while it waits', async () => {
    const input = {
      userName: `waits.here${round}`,
      phone: '',
      displayName: '待批',
      grant: { role: 'city_officer' },
    } as const;
    const { accountId } = valueIn(await createAccount(city, input));
    const { passwordHash } = await database.db.account.findUniqueOrThrow({ where: { id: city.accountId } });
    await database.db.account.update({ where: { id: accountId }, data: { passwordHash } });
    expect(await signInWithPassword({ name: input.userName, password: TEST_PASSWORD }, facts())).toMatchObject({
      error: { messageKey: 'accounts.problem.noRole' },
    });
  });

  it('may be turned down', async () => {
    const { account } = await build.staff(CLERK);
    const asked = valueIn(await giveGrant(city, { accountId: account.id, grant: { role: 'auditor' }, reason }));
    valueIn(await endGrant(second, { grantId: asked.grantId, version: 1, reason }));
    expect(await grantOf(asked.grantId)).toMatchObject({ state: 'declined' });
    expect(await eventsOf(asked.grantId)).toEqual(['roleGrant.requested', 'roleGrant.refused']);
  });
});

describe('giveGrant', () => {
  it('gives a second role, which its holder may switch to', async () => {
    const { account } = await build.staff(CLERK);
    const given = valueIn(await giveGrant(district, { accountId: account.id, grant: SECOND_CENTRE, reason }));
    expect(given.waiting).toBe(false);
    expect(await giveGrant(district, { accountId: account.id, grant: SECOND_CENTRE, reason })).toMatchObject({
      error: { code: 'CONFLICT', messageKey: 'accounts.problem.stillWaiting' },
    });
    const { signedIn } = await signedInAs(account.userName);
    if (!signedIn) throw new Error('nobody is signed in');
    expect(await listOwnRoles(signedIn.actor)).toMatchObject([
      { role: 'centre_clerk', present: true },
      { role: 'centre_clerk', present: false, grantId: given.grantId },
    ]);
    expect(await listOwnStaffSessions(signedIn.actor)).toMatchObject([{ thisOne: true }]);
    expect(await getOwnAccount(signedIn.actor)).toMatchObject({ hasPassword: true, recoveryCodesLeft: 0 });
  });

  it('leaves one of two officers who give the same at once', async () => {
    const { account } = await build.staff(CLERK);
    const input = { accountId: account.id, grant: SECOND_CENTRE, reason } as const;
    const both = await Promise.all([giveGrant(city, input), giveGrant(district, input)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(['CONFLICT']);
  });

  it('keeps to the officer’s scope', async () => {
    const { account } = await build.staff(CLERK);
    const { account: theirs } = await build.staff(NEIGHBOUR);
    for (const grant of [NEIGHBOUR, { role: 'auditor' }, { role: 'district_officer', districtCode: '310101' }] as const)
      expect(await giveGrant(district, { accountId: account.id, grant, reason })).toMatchObject({
        error: { code: 'INVALID' },
      });
    expect(await giveGrant(district, { accountId: theirs.id, grant: CLERK, reason })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    for (const scope of [CLERK, { role: 'auditor' }, { role: 'alliance_officer', allianceCode: 'east' }] as const)
      expect(await giveGrant(actorWith(scope), { accountId: account.id, grant: CLERK, reason })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    expect(await giveGrant(district, { accountId: account.id, grant: SECOND_CENTRE, reason: '' })).toMatchObject({
      error: { problems: [{ path: 'reason', messageKey: 'accounts.problem.reason' }] },
    });
  });

  it.each([
    ['expert', async () => ({ role: 'expert', expertId: (await database.db.expert.findFirstOrThrow()).id }) as const],
    [
      'trainee',
      async () => ({ role: 'trainee', traineeId: (await database.db.traineeDoctor.findFirstOrThrow()).id }) as const,
    ],
    ['alliance officer', async () => ({ role: 'alliance_officer', allianceCode: 'north' }) as const],
    ['district officer', async () => ({ role: 'district_officer', districtCode: '310104' }) as const],
  ])('gives the role of %s', async (_, scope) => {
    const account = await build.account();
    const given = valueIn(await giveGrant(city, { accountId: account.id, grant: await scope(), reason }));
    expect(await grantOf(given.grantId)).toMatchObject({ ...(await scope()), state: 'active' });
    const nowhere = { role: 'expert', expertId: 'nobody' } as const;
    expect(await giveGrant(city, { accountId: account.id, grant: nowhere, reason })).toMatchObject({
      error: { code: 'INVALID' },
    });
  });
});

describe('endGrant', () => {
  it('puts whoever works in the role out at the next click', async () => {
    const { account, grantId } = await build.staff(CLERK);
    const { token } = await signedInAs(account.userName);
    valueIn(await endGrant(district, { grantId, version: 1, reason }));
    expect(await findSignedIn(token, facts())).toBeNull();
    expect(await grantOf(grantId)).toMatchObject({ state: 'ended', version: 2 });
    expect(await eventsOf(grantId)).toEqual(['roleGrant.ended']);
    expect(await endGrant(district, { grantId, version: 2, reason })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('keeps to the scope, to what the officer saw, and from oneself', async () => {
    const { grantId } = await build.staff(NEIGHBOUR);
    expect(await endGrant(district, { grantId, version: 1, reason })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await endGrant(city, { grantId, version: 7, reason })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await endGrant(city, { grantId: city.grantId, version: 1, reason })).toMatchObject({
      error: { messageKey: 'accounts.problem.self' },
    });
    expect(await endGrant(district, { grantId: district.grantId, version: 1, reason })).toMatchObject({ ok: false });
  });
});

describe('rescopeGrant', () => {
  it('moves a clerk to another centre of the district', async () => {
    const { account, grantId } = await build.staff(CLERK);
    const { token } = await signedInAs(account.userName);
    const moved = valueIn(await rescopeGrant(district, { grantId, version: 1, grant: SECOND_CENTRE, reason }));
    expect(await findSignedIn(token, facts())).toBeNull();
    expect(await grantOf(grantId)).toMatchObject({ state: 'ended' });
    expect(await grantOf(moved.grantId)).toMatchObject({ ...SECOND_CENTRE, state: 'active' });
    expect((await signedInAs(account.userName)).signedIn?.actor).toMatchObject(SECOND_CENTRE);
    expect((await getAccount(district, account.id))?.grants).toHaveLength(2);
  });

  it.each([
    ['another district', NEIGHBOUR],
    ['another role', { role: 'auditor' }],
    ['where it is', CLERK],
  ] as const)('does not move it to %s', async (_, grant) => {
    const { grantId } = await build.staff(CLERK);
    expect(await rescopeGrant(district, { grantId, version: 1, grant, reason })).toMatchObject({
      error: { code: 'INVALID' },
    });
    expect(await grantOf(grantId)).toMatchObject({ state: 'active', version: 1 });
  });

  it('moves nothing of a neighbour, and nothing that has changed', async () => {
    const { grantId } = await build.staff(NEIGHBOUR);
    const input = { grantId, version: 1, grant: CLERK, reason };
    expect(await rescopeGrant(district, input)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await rescopeGrant(city, { ...input, version: 3 })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await rescopeGrant(city, { ...input, reason: 'x' })).toMatchObject({ error: { code: 'INVALID' } });
  });
});

describe('handOverGrant', () => {
  it('gives the role to a colleague and takes it from its holder', async () => {
    const { account, grantId } = await build.staff(CLERK);
    const { account: successor } = await build.staff(SECOND_CENTRE);
    const { token } = await signedInAs(account.userName);
    const input = { grantId, version: 1, toAccountId: successor.id, reason };
    const given = valueIn(await handOverGrant(district, input));
    expect(await findSignedIn(token, facts())).toBeNull();
    expect(await grantOf(grantId)).toMatchObject({ state: 'ended' });
    expect(await grantOf(given.grantId)).toMatchObject({ accountId: successor.id, ...CLERK, state: 'active' });
    expect(await eventsOf(account.id)).toContain('account.handedOver');
    expect(await handOverGrant(district, input)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('of a city role waits for another officer', async () => {
    const holder = await build.staff({ role: 'auditor' });
    const { account: successor } = await build.staff(CLERK);
    const given = valueIn(
      await handOverGrant(city, { grantId: holder.grantId, version: 1, toAccountId: successor.id, reason }),
    );
    expect(given.waiting).toBe(true);
    expect(await grantOf(given.grantId)).toMatchObject({ state: 'requested' });
  });

  it('is refused to a neighbour, to oneself, to nobody, and for what belongs to a person', async () => {
    const { grantId, account } = await build.staff(CLERK);
    const { account: neighbour } = await build.staff(NEIGHBOUR);
    const to = async (toAccountId: string, by = district) =>
      await handOverGrant(by, { grantId, version: 1, toAccountId, reason });
    for (const id of [neighbour.id, account.id, 'nobody'])
      expect(await to(id)).toMatchObject({ error: { code: 'INVALID' } });
    expect(await to(city.accountId, city)).toMatchObject({ error: { messageKey: 'accounts.problem.self' } });
    const trainee = await database.db.traineeDoctor.findFirstOrThrow({ where: { centre: { districtCode: '310101' } } });
    const personal = await build.staff({ role: 'trainee', traineeId: trainee.id });
    const target = { grantId: personal.grantId, version: 1, toAccountId: account.id, reason };
    expect(await handOverGrant(district, target)).toMatchObject({ error: { code: 'INVALID' } });
    const { account: third } = await build.staff(SECOND_CENTRE);
    expect(await handOverGrant(district, { grantId, version: 9, toAccountId: third.id, reason })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});
