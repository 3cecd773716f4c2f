import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { listAccounts } from '@/lib/auth/account-queries';
import { markAsLeft } from '@/lib/auth/accounts-commands';
import {
  findAccountByUserName,
  listAccountStaffSessions,
  listCentreChoices,
  listScopeChoices,
} from '@/lib/auth/administration-queries';
import { accountFilterSchema } from '@/lib/auth/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const door = useDoor(database);

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const NEIGHBOUR = { role: 'centre_clerk', centreId: 'centre-310104-01' } as const;
const reason = '人员变动';

let city: Actor;
let district: Actor;
beforeEach(async () => {
  city = (await door.build.staff({ role: 'city_officer' })).actor;
  district = (await door.build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

const count = async (sql: string) => Number((await database.sql.query(sql)).rows[0]?.count);
const valuesOf = (choices: Awaited<ReturnType<typeof listScopeChoices>>) =>
  (choices ?? []).flatMap((group) => group.choices.map(({ value }) => value));

describe('listScopeChoices', () => {
  it('offers the city every place and person', async () => {
    expect(valuesOf(await listScopeChoices(city, 'centre_clerk'))).toHaveLength(249);
    expect(valuesOf(await listScopeChoices(city, 'alliance_officer')).sort()).toEqual([
      'east',
      'north',
      'south',
      'west',
    ]);
    expect(valuesOf(await listScopeChoices(city, 'district_officer'))).toHaveLength(16);
    expect(valuesOf(await listScopeChoices(city, 'expert'))).toHaveLength(
      await count('SELECT count(*) FROM expert WHERE active'),
    );
    expect(await listScopeChoices(city, 'auditor')).toEqual([]);
  });

  it('offers a district its own centres and trainees, and no wider role', async () => {
    const centres = valuesOf(await listScopeChoices(district, 'centre_clerk'));
    expect(centres).toHaveLength(await count("SELECT count(*) FROM community_centre WHERE district_code = '310101'"));
    expect(centres).toContain(CLERK.centreId);
    expect(centres).not.toContain(NEIGHBOUR.centreId);
    expect(valuesOf(await listCentreChoices(district))).toEqual(centres);
    expect(valuesOf(await listScopeChoices(district, 'trainee'))).toHaveLength(
      await count(`SELECT count(*) FROM trainee_doctor t JOIN community_centre c ON c.facility_id = t.centre_id
        WHERE t.active AND c.district_code = '310101'`),
    );
    for (const role of ['expert', 'alliance_officer', 'district_officer', 'city_officer', 'auditor'] as const)
      expect(await listScopeChoices(district, role), role).toBeNull();
  });

  it('offers nothing to those who give no roles', async () => {
    for (const scope of [CLERK, { role: 'auditor' } as const])
      expect(await listScopeChoices(actorWith(scope), 'centre_clerk')).toBeNull();
  });
});

describe('findAccountByUserName', () => {
  it('finds accounts of the own scope, written in any case, and no others', async () => {
    const { account: mine } = await door.build.staff(CLERK);
    const { account: theirs } = await door.build.staff(NEIGHBOUR);
    expect(await findAccountByUserName(district, ` ${mine.userName.toUpperCase()} `)).toBe(mine.id);
    expect(await findAccountByUserName(district, theirs.userName)).toBeNull();
    expect(await findAccountByUserName(city, theirs.userName)).toBe(theirs.id);
    expect(await findAccountByUserName(actorWith({ role: 'auditor' }), mine.userName)).toBeNull();
    expect(await findAccountByUserName(city, '查无此人\u0000')).toBeNull();
  });
});

describe('listAccountStaffSessions', () => {
  it('shows the city the browsers of an account, and a district none of others', async () => {
    const { account, actor } = await door.build.staff(CLERK);
    await door.tokenOf(account.userName);
    expect(await listAccountStaffSessions(city, account.id)).toMatchObject([{ thisOne: false }]);
    expect(await listAccountStaffSessions(actorWith({ role: 'auditor' }), account.id)).toHaveLength(1);
    expect(await listAccountStaffSessions(actor, account.id)).toHaveLength(1);
    expect(await listAccountStaffSessions(district, account.id)).toBeNull();
  });
});

describe('listAccounts of a centre', () => {
  const of = async (actor: Actor, filter: object) =>
    (await listAccounts(actor, accountFilterSchema.parse(filter))).accounts.map(({ id }) => id);

  it('names its clerks and trainees, and its leavers apart', async () => {
    const { account } = await door.build.staff(CLERK);
    const filter = { centre: CLERK.centreId, text: account.userName };
    expect(await of(district, filter)).toEqual([account.id]);
    expect(await of(district, { ...filter, centre: NEIGHBOUR.centreId })).toEqual([]);
    expect(await of(actorWith({ role: 'district_officer', districtCode: '310104' }), filter)).toEqual([]);
    valueIn(await markAsLeft(district, { accountId: account.id, version: account.version, reason }));
    expect(await of(district, filter)).toEqual([]);
    expect(await of(district, { ...filter, status: 'left' })).toEqual([account.id]);
  });

  it('reads what does not fit as no condition', () => {
    const odd = { text: 'a\u0000', centre: '\uD83D', after: '\u0000', role: 'king', status: 1 };
    expect(accountFilterSchema.parse(odd)).toEqual({ text: '', centre: null, after: null, role: null, status: null });
  });
});
