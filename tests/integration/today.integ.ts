import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listDue } from '@/app/[locale]/(workspace)/today/due-sources';
import type { Actor } from '@/lib/access/actor';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';

// What Today counts for whom. Words are the catalogs' business; numbers, rows and addresses are looked at here.

vi.mock('next-intl/server', async () => (await import('@/tests/support/next-stand-ins')).intlServer);

const database = useDatabase('demo');
const door = useDoor(database);

const LONG_AGO = new Date('2025-01-01T00:00:00Z');
const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;
const NEIGHBOUR = { role: 'centre_clerk', centreId: 'centre-310104-01' } as const;

let city: Actor;
let district: Actor;
beforeEach(async () => {
  city = (await door.build.staff({ role: 'city_officer' })).actor;
  district = (await door.build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

async function groupOf(actor: Actor, key: string) {
  const group = (await listDue(actor)).find((one) => one.key === key);
  return group && { count: group.count, href: group.href, rows: group.rows.map((row) => row.key) };
}

async function requestBy(requestedById: string) {
  const holder = await door.build.account();
  return await door.build.grant(
    holder.id,
    { role: 'auditor' },
    { state: 'requested', source: 'officer', requestedById, createdAt: new Date() },
  );
}

describe('requests for city roles', () => {
  it('count for the officer who may approve them, not for who asked', async () => {
    const colleague = await door.build.staff({ role: 'city_officer' });
    const before = (await groupOf(city, 'grant-requests'))?.count ?? 0;
    const others = await requestBy(colleague.account.id);
    await requestBy(city.accountId);
    const after = await groupOf(city, 'grant-requests');
    expect(after).toMatchObject({ count: before + 1, href: '/accounts/requests' });
    expect(after?.rows).toContain(others.id);
  });

  it('are no business of a district, a clerk or the auditor', async () => {
    await requestBy((await door.build.account()).id);
    const clerk = await door.build.staff(CLERK);
    const auditor = await door.build.staff({ role: 'auditor' });
    for (const actor of [district, clerk.actor, auditor.actor])
      expect(await groupOf(actor, 'grant-requests')).toBeUndefined();
  });
});

describe('accounts to certify', () => {
  it('are those of the own district, all counted and the first of them named', async () => {
    expect(await groupOf(district, 'recertifications')).toBeUndefined();
    const due = [];
    for (let index = 0; index < 4; index += 1)
      due.push((await door.build.staff(CLERK, { createdAt: LONG_AGO })).account.id);
    await door.build.staff(NEIGHBOUR, { createdAt: LONG_AGO });
    await door.build.staff(CLERK);
    const group = await groupOf(district, 'recertifications');
    expect(group).toMatchObject({ count: 4, href: '/accounts/recertify' });
    expect(group?.rows).toEqual(due.sort().slice(0, 3));
    expect((await groupOf(city, 'recertifications'))?.count).toBe(5);
  });

  it('wait for nobody who may not change accounts', async () => {
    await door.build.staff(CLERK, { createdAt: LONG_AGO });
    const clerk = await door.build.staff(CLERK);
    const auditor = await door.build.staff({ role: 'auditor' });
    for (const actor of [clerk.actor, auditor.actor]) expect(await groupOf(actor, 'recertifications')).toBeUndefined();
  });
});
