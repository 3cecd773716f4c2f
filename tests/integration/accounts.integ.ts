import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { makeAccessLink, unlockAccount } from '@/lib/auth/access-reset-commands';
import { getAccount, listAccounts, listAccountsToRecertify } from '@/lib/auth/account-queries';
import {
  changeAccount,
  createAccount,
  linkSingleSignOn,
  markAsLeft,
  recertifyAccount,
  resumeAccount,
  suspendAccount,
} from '@/lib/auth/accounts-commands';
import { choosePasswordByLink } from '@/lib/auth/link-commands';
import { getOneTimeLink } from '@/lib/auth/own-account-queries';
import { accountFilterSchema } from '@/lib/auth/schema';
import { signInWithPassword } from '@/lib/auth/sign-in-commands';
import { findSignedIn } from '@/lib/auth/staff-sessions';
import { accountBuildersOn, TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');

const START = new Date(FIXED_NOW);
const CENTRE = 'centre-310101-01';
const CLERK = { role: 'centre_clerk', centreId: CENTRE } as const;
const NEIGHBOUR = { role: 'centre_clerk', centreId: 'centre-310104-01' } as const;
const reason = '岗位调整';

let build: ReturnType<typeof accountBuildersOn>;
let city: Actor;
let district: Actor;
let round = 0;
beforeEach(async () => {
  round += 1;
  build = accountBuildersOn(database.db, `acc${round}`);
  city = (await build.staff({ role: 'city_officer' })).actor;
  district = (await build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

const facts = (seconds = 0) => ({
  address: `10.4.${round}.1`,
  userAgent: 'test',
  requestId: 'request-of-test',
  instant: new Date(START.getTime() + seconds * 1000),
});
const signIn = async (name: string, password = TEST_PASSWORD) => await signInWithPassword({ name, password }, facts());
const stored = async (id: string) => await database.db.account.findUniqueOrThrow({ where: { id } });
const lastEvent = async (objectId: string) =>
  await database.db.auditEvent.findFirst({ where: { objectId }, orderBy: { seq: 'desc' } });
let names = 0;
const someone = (grant: Parameters<typeof createAccount>[1]['grant']) => {
  names += 1;
  return { userName: `new.person${names}`, phone: '', displayName: '新同事', grant };
};

describe('createAccount', () => {
  it('makes an account that chooses its password by the invitation, and then signs in', async () => {
    const input = { ...someone(CLERK), phone: '138 0000 0001', displayName: '  王  芳 ' };
    const { accountId, waiting, token } = valueIn(await createAccount(district, input));
    expect(waiting).toBe(false);
    expect(await stored(accountId)).toMatchObject({ displayName: '王 芳', phone: '13800000001', passwordHash: null });
    expect(await lastEvent(accountId)).toMatchObject({
      event: 'account.created',
      accountId: district.accountId,
      centreId: CENTRE,
      districtCode: '310101',
    });
    expect(await getOneTimeLink(token)).toMatchObject({ purpose: 'invitation', userName: input.userName });
    expect((await signIn(input.userName)).ok).toBe(false);
    expect(await choosePasswordByLink({ token, password: 'qwertyuiop123' }, facts())).toMatchObject({
      error: { problems: [{ path: 'password', messageKey: 'accounts.problem.passwordCommon' }] },
    });
    valueIn(await choosePasswordByLink({ token, password: 'lantern over river' }, facts()));
    expect(await choosePasswordByLink({ token, password: 'another lantern here' }, facts())).toMatchObject({
      error: { code: 'NOT_FOUND', messageKey: 'accounts.problem.link' },
    });
    expect(await getOneTimeLink(token)).toBeNull();
    expect((await signIn(input.userName, 'lantern over river')).ok).toBe(true);
  });

  it('refuses a district officer every other role and every other district', async () => {
    const scopes = [
      NEIGHBOUR,
      { role: 'district_officer', districtCode: '310101' },
      { role: 'alliance_officer', allianceCode: 'east' },
      { role: 'city_officer' },
      { role: 'auditor' },
      { role: 'centre_clerk', centreId: 'centre-000000-00' },
    ] as const;
    for (const grant of scopes)
      expect(await createAccount(district, someone(grant))).toEqual({
        ok: false,
        error: { code: 'INVALID', problems: [{ path: 'grant', messageKey: 'accounts.problem.scope' }] },
      });
  });

  it('is not there for anybody else', async () => {
    const others = [
      CLERK,
      { role: 'expert', expertId: 'x' },
      { role: 'trainee', traineeId: 'x' },
      { role: 'alliance_officer', allianceCode: 'east' },
      { role: 'auditor' },
    ] as const;
    for (const scope of others)
      expect(await createAccount(actorWith(scope), someone(CLERK))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('lets a city role wait for another officer', async () => {
    const { accountId, waiting } = valueIn(await createAccount(city, someone({ role: 'auditor' })));
    expect(waiting).toBe(true);
    expect(await database.db.roleGrant.findFirstOrThrow({ where: { accountId } })).toMatchObject({
      state: 'requested',
      requestedById: city.accountId,
      approvedById: null,
    });
  });

  it.each([
    ['userName', { userName: 'Ab' }, 'accounts.problem.userName'],
    ['userName', { userName: '13800000000' }, 'accounts.problem.userName'],
    ['phone', { phone: '12345' }, 'accounts.problem.phone'],
    ['displayName', { displayName: ' ' }, 'accounts.problem.displayName'],
    ['displayName', { displayName: '长'.repeat(41) }, 'accounts.problem.displayName'],
    ['grant', { grant: { role: 'king' } }, 'accounts.problem.scope'],
  ])('refuses a bad %s (%j)', async (path, change, messageKey) => {
    // what a form sends is not typed; this is what the command must survive
    const input = { ...someone(CLERK), ...change } as Parameters<typeof createAccount>[1];
    expect(await createAccount(city, input)).toEqual({
      ok: false,
      error: { code: 'INVALID', problems: expect.arrayContaining([expect.objectContaining({ messageKey })]) },
    });
    expect(path).not.toBe('');
  });

  it('refuses a name or number in use, also when two officers race', async () => {
    const input = { ...someone(CLERK), phone: `1380000${1000 + round}` };
    const both = await Promise.all([createAccount(city, input), createAccount(district, input)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await createAccount(city, input)).toMatchObject({
      error: { problems: [{ path: 'userName', messageKey: 'accounts.problem.userNameTaken' }] },
    });
    expect(await createAccount(city, { ...input, userName: `other.name${round}` })).toMatchObject({
      error: { problems: [{ path: 'phone', messageKey: 'accounts.problem.phoneTaken' }] },
    });
  });
});

describe('the life of an account', () => {
  it('is suspended, resumed and left; each with its event, each at once', async () => {
    const { account } = await build.staff(CLERK, { phone: `1390000${1000 + round}` });
    const { token } = valueIn(await signIn(account.userName));
    const target = { accountId: account.id, version: 1, reason };
    valueIn(await suspendAccount(district, target));
    expect(await findSignedIn(token, facts(1))).toBeNull();
    expect((await signIn(account.userName)).ok).toBe(false);
    expect(await lastEvent(account.id)).toMatchObject({ event: 'staffSession.refused' });
    expect(await suspendAccount(district, target), 'a form sent twice').toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await suspendAccount(district, { ...target, version: 2 })).toMatchObject({ error: { code: 'CONFLICT' } });

    valueIn(await resumeAccount(district, { ...target, version: 2 }));
    expect(await lastEvent(account.id)).toMatchObject({ event: 'account.resumed', reason, centreId: CENTRE });
    expect(await resumeAccount(district, { ...target, version: 3 })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await signIn(account.userName)).ok).toBe(true);

    valueIn(await markAsLeft(district, { ...target, version: 3 }));
    expect(await stored(account.id)).toMatchObject({ status: 'left', phone: null });
    expect(await database.db.roleGrant.count({ where: { accountId: account.id, state: 'active' } })).toBe(0);
    expect(await lastEvent(account.id)).toMatchObject({ event: 'account.left', districtCode: '310101' });
    expect(await resumeAccount(district, { ...target, version: 4 })).toMatchObject({
      error: { messageKey: 'accounts.problem.leftAlready' },
    });
    expect(await markAsLeft(district, { ...target, version: 4 })).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is changed and certified', async () => {
    const { account } = await build.staff(CLERK, { createdAt: new Date('2025-01-01') });
    const due = async () => (await listAccountsToRecertify(district)).accounts.map(({ id }) => id);
    expect(await due()).toContain(account.id);
    const input = { accountId: account.id, version: 1, displayName: '新名字', phone: null };
    valueIn(await changeAccount(district, input));
    expect(await changeAccount(district, input)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await changeAccount(district, { ...input, version: 2, phone: '99' })).toMatchObject({
      error: { code: 'INVALID' },
    });
    expect(await lastEvent(account.id)).toMatchObject({
      before: { displayName: '测试人员3' },
      after: { displayName: '新名字' },
    });
    valueIn(await recertifyAccount(district, { accountId: account.id, version: 2 }));
    expect(await due()).not.toContain(account.id);
    expect(await getAccount(district, account.id)).toMatchObject({
      recertifiedBy: district.displayName,
      mayChange: true,
    });
  });

  it('is nobody’s own to suspend, certify or reset', async () => {
    const own = { accountId: city.accountId, version: 1, reason };
    const answers = [
      await suspendAccount(city, own),
      await resumeAccount(city, own),
      await markAsLeft(city, own),
      await recertifyAccount(city, own),
      await unlockAccount(city, own),
      await linkSingleSignOn(city, { ...own, subject: 'x' }),
      await makeAccessLink(city, { ...own, purpose: 'password' }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ error: { code: 'FORBIDDEN', messageKey: 'accounts.problem.self' } });
  });

  it('is linked to single sign-on only where that is set up', async () => {
    const { account } = await build.staff(CLERK);
    const target = { accountId: account.id, version: 1 };
    expect(await linkSingleSignOn(city, { ...target, subject: 'subject' })).toMatchObject({
      error: { messageKey: 'accounts.problem.singleSignOnOff' },
    });
    valueIn(await linkSingleSignOn(city, { ...target, subject: '' }));
  });
});

describe('what is out of scope', () => {
  it('is not there for a district officer: other districts, wider roles, mixed roles', async () => {
    const neighbour = (await build.staff(NEIGHBOUR)).account;
    const colleague = (await build.staff({ role: 'district_officer', districtCode: '310101' })).account;
    const mixed = (await build.staff(CLERK)).account;
    await build.grant(mixed.id, { role: 'auditor' });
    for (const { id } of [neighbour, colleague, mixed]) {
      const target = { accountId: id, version: 1, reason };
      const answers = [
        await suspendAccount(district, target),
        await markAsLeft(district, target),
        await resumeAccount(district, target),
        await changeAccount(district, { ...target, displayName: 'x', phone: '' }),
        await recertifyAccount(district, target),
        await unlockAccount(district, target),
        await linkSingleSignOn(district, { ...target, subject: '' }),
        await makeAccessLink(district, { ...target, purpose: 'password' }),
      ];
      for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
      expect(await stored(id)).toMatchObject({ status: 'active', version: 1 });
    }
    expect(await getAccount(district, neighbour.id)).toBeNull();
    expect(await getAccount(district, colleague.id)).toMatchObject({ mayChange: false });
    expect(await getAccount(district, mixed.id)).toMatchObject({
      mayChange: false,
      grants: [{ role: 'centre_clerk' }],
    });
  });

  it('is not there for any other role, and the auditor changes nothing', async () => {
    const { account } = await build.staff(CLERK);
    const scopes = [
      CLERK,
      { role: 'expert', expertId: 'x' },
      { role: 'trainee', traineeId: 'x' },
      { role: 'alliance_officer', allianceCode: 'east' },
      { role: 'auditor' },
    ] as const;
    for (const scope of scopes)
      expect(await suspendAccount(actorWith(scope), { accountId: account.id, version: 1, reason })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    expect(await getAccount(actorWith({ role: 'auditor' }), account.id)).toMatchObject({ mayChange: false });
    expect(await getAccount(actorWith(CLERK), account.id)).toBeNull();
  });

  it('is not listed', async () => {
    const mine = (await build.staff(CLERK, { displayName: `本区${round}`, phone: `1370000${1000 + round}` })).account;
    const theirs = (await build.staff(NEIGHBOUR, { displayName: `本区${round}` })).account;
    const list = async (actor: Actor, filter: object) =>
      (await listAccounts(actor, accountFilterSchema.parse(filter))).accounts.map(({ id }) => id);
    expect(await list(district, { text: `本区${round}` })).toEqual([mine.id]);
    expect((await list(city, { text: `本区${round}` })).sort()).toEqual([mine.id, theirs.id].sort());
    expect(await list(district, { text: mine.phone?.slice(-6) })).toEqual([mine.id]);
    expect(await list(district, { text: `本区${round}`, role: 'trainee' })).toEqual([]);
    expect(await list(district, { text: `本区${round}`, status: 'suspended' })).toEqual([]);
    const seen = JSON.stringify(await listAccounts(district, accountFilterSchema.parse({})));
    expect(seen).not.toContain('argon2');
    expect(seen).not.toContain(mine.phone);
  });

  it('pages through many', async () => {
    await database.db.account.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({ userName: `many${round}.n${n}`, displayName: '众人' })),
    });
    const first = await listAccounts(city, accountFilterSchema.parse({ text: `many${round}` }));
    expect(first.accounts).toHaveLength(50);
    const second = await listAccounts(city, accountFilterSchema.parse({ text: `many${round}`, after: first.next }));
    expect(second.accounts).toHaveLength(10);
    expect(second.next).toBeNull();
  });
});
