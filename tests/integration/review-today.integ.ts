import { beforeAll, describe, expect, it, vi } from 'vitest';
import { listDue } from '@/app/[locale]/(workspace)/today/due-sources';
import type { ActorRole } from '@/lib/access/actor';
import { commentOnClinicSession } from '@/lib/clinic-sessions/thread-commands';
import { civilDate, toDbDate } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// What Today has for the parties of a record: how much, how pressing, and where it leads.

vi.mock('next-intl/server', async () => (await import('@/tests/support/next-stand-ins')).intlServer);

const database = useDatabase('empty');
let world: ReviewWorld;
const made: Record<string, string> = {};

beforeAll(async () => {
  world = await reviewWorldOn(database);
  for (let index = 0; index < 4; index += 1) made[`submitted${index}`] = (await world.record()).id;
  made.notHeld = (await world.record({ held: false })).id;
  made.confirmed = (await world.record({ state: 'confirmed' })).id;
  made.disputed = (await world.record({ state: 'disputed', dueOn: toDbDate(civilDate('2026-11-20')) })).id;
  made.returned = (await world.record({ state: 'returned', dueOn: toDbDate(civilDate('2026-11-17')) })).id;
  made.inTime = (await world.record({ state: 'returned', dueOn: toDbDate(civilDate('2026-11-18')) })).id;
});

/** The groups of the parties that a role sees, by their keys. */
async function groupsOf(role: ActorRole, side: 'own' | 'neighbour' = 'own') {
  const groups = (await listDue(world[side].as(role))).filter(({ key }) => /^(records-|months|messages)/.test(key));
  return new Map(groups.map((group) => [group.key, group]));
}

describe('Today', () => {
  it.each(['expert', 'alliance_officer'] as const)(
    'has sessions to confirm for the %s, each with a button',
    async (role) => {
      const group = (await groupsOf(role)).get('records-confirm');
      expect(group).toMatchObject({ when: 'open', count: 4, href: '/clinic-sessions/confirm' });
      expect(group?.rows).toHaveLength(3);
      expect(group?.rows.every(({ action }) => action !== undefined)).toBe(true);
    },
  );

  it('has attendances to sign for the trainee', async () => {
    const groups = await groupsOf('trainee');
    expect([...groups.keys()]).toEqual(['records-sign']);
    // what was returned, and what was not held, is nothing to sign
    expect(groups.get('records-sign')).toMatchObject({ count: 6, href: '/clinic-sessions/attendance' });
  });

  it('has records to accept, disputes, and returns past their day for the district', async () => {
    const groups = await groupsOf('district_officer');
    expect(groups.get('records-accept')).toMatchObject({ count: 2, href: '/clinic-sessions/accept' });
    expect(groups.get('records-disputed')).toMatchObject({ when: 'week', count: 1 });
    expect(groups.get('records-returned')).toMatchObject({ when: 'overdue', count: 1 });
    expect(groups.get('records-returned')?.rows.map(({ key }) => key)).toEqual([made.returned]);
    expect(groups.get('months')?.rows.map(({ href }) => href)).toContain('/clinic-sessions/months/2026-10');
    expect(groups.has('records-confirm')).toBe(false);
  });

  it('says that a dispute is overdue once its day has passed', async () => {
    const id = made.disputed ?? '';
    await database.db.clinicSession.update({ where: { id }, data: { dueOn: toDbDate(civilDate('2026-11-17')) } });
    for (const role of ['expert', 'alliance_officer', 'district_officer'] as const)
      expect((await groupsOf(role)).get('records-disputed')).toMatchObject({ when: 'overdue', count: 1 });
  });

  it('tells the centre what a trainee has said, until it has answered', async () => {
    const id = made.submitted0 ?? '';
    const said = async () => (await groupsOf('centre_clerk')).get('messages')?.rows.map(({ key }) => key) ?? [];
    expect(await said()).toEqual([]);
    valueIn(await commentOnClinicSession(world.own.as('trainee'), { id, text: '我那天没有参加' }));
    expect(await said()).toEqual([id]);
    valueIn(await commentOnClinicSession(world.own.as('centre_clerk'), { id, text: '已更正' }));
    expect(await said()).toEqual([]);
  });

  it.each(['city_officer', 'auditor'] as const)('has nothing of it for the %s', async (role) =>
    expect([...(await groupsOf(role)).keys()]).toEqual([]),
  );

  it.each(['expert', 'trainee', 'alliance_officer', 'district_officer'] as const)(
    'has nothing of it for the neighbour’s %s',
    async (role) => expect([...(await groupsOf(role, 'neighbour')).keys()]).toEqual([]),
  );
});
