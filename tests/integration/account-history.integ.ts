import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { listAccountHistory } from '@/lib/audit/queries';
import { suspendAccount } from '@/lib/auth/accounts-commands';
import { approveGrant, endGrant, giveGrant } from '@/lib/auth/grants-commands';
import { signOut } from '@/lib/auth/own-account-commands';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

// The history of an account is also that of its roles and its sign-ins, as far as the reader's scope reaches.

const database = useDatabase('demo');
const door = useDoor(database);

const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const NEIGHBOUR = { role: 'centre_clerk', centreId: 'centre-310104-01' } as const;
const reason = '岗位调整';

let city: Actor;
let second: Actor;
beforeEach(async () => {
  city = (await door.build.staff({ role: 'city_officer' })).actor;
  second = (await door.build.staff({ role: 'city_officer' })).actor;
});

async function eventsFor(reader: Actor, accountId: string): Promise<string[]> {
  return valueIn(await listAccountHistory(reader, accountId)).entries.map(({ event }) => event);
}

describe('the history of an account', () => {
  it('tells of its roles, its sign-ins and itself, the latest first', async () => {
    const { account } = await door.build.staff(CLERK);
    const token = await door.tokenOf(account.userName);
    const { actor, ...signedIn } = await door.signedIn(token);
    const asked = valueIn(await giveGrant(city, { accountId: account.id, grant: { role: 'auditor' }, reason }));
    valueIn(await approveGrant(second, { grantId: asked.grantId, version: 1, reason }));
    valueIn(await endGrant(city, { grantId: asked.grantId, version: 2, reason }));
    await signOut({ ...signedIn, actor });
    valueIn(await suspendAccount(city, { accountId: account.id, version: account.version, reason }));
    expect(await eventsFor(city, account.id)).toEqual([
      'account.suspended',
      'staffSession.ended',
      'roleGrant.ended',
      'roleGrant.approved',
      'roleGrant.requested',
      'staffSession.started',
    ]);
    const [, ended] = valueIn(await listAccountHistory(city, account.id)).entries;
    expect(ended?.object.label, 'whose sign-in it was').toBe(account.displayName);
  });

  it('keeps sign-ins whose staff session is cleared away', async () => {
    const { account } = await door.build.staff(CLERK);
    await door.tokenOf(account.userName);
    await database.db.staffSession.deleteMany({ where: { accountId: account.id } });
    expect(await eventsFor(city, account.id)).toEqual(['staffSession.started']);
  });

  it('shows a district only what happened to roles of the district', async () => {
    const { account } = await door.build.staff(CLERK);
    const there = valueIn(await giveGrant(city, { accountId: account.id, grant: NEIGHBOUR, reason }));
    const here = valueIn(
      await giveGrant(city, {
        accountId: account.id,
        grant: { role: 'centre_clerk', centreId: 'centre-310101-02' },
        reason,
      }),
    );
    const huangpu = (await door.build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
    const xuhui = (await door.build.staff({ role: 'district_officer', districtCode: '310104' })).actor;
    const objects = async (reader: Actor) =>
      valueIn(await listAccountHistory(reader, account.id)).entries.map(({ object }) => object.id);
    expect(await objects(huangpu)).toEqual([here.grantId]);
    expect(await objects(xuhui)).toEqual([there.grantId]);
    expect(await objects(city)).toEqual([here.grantId, there.grantId]);
  });

  it('does not mix in what the account did to others', async () => {
    const { account } = await door.build.staff(CLERK);
    valueIn(await suspendAccount(city, { accountId: account.id, version: account.version, reason }));
    expect(await eventsFor(second, city.accountId)).toEqual([]);
  });
});
