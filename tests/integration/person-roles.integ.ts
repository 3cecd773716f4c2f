import { expect, it } from 'vitest';
import type { ActorRole } from '@/lib/access/actor';
import { listPersonRoles } from '@/lib/training/role-queries';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');

it('tells the roles of one person over time, each reader only those that are the reader’s to read', async () => {
  const world = await reviewWorldOn(database);
  const build = accountBuildersOn(database.db, 'person-roles');
  const { traineeId, expertId } = world.own;
  const person = await build.account();
  const learned = await build.grant(
    person.id,
    { role: 'trainee', traineeId },
    {
      ...{ validFrom: new Date('2024-01-01'), validTo: new Date('2026-03-01'), state: 'ended' },
      endedAt: new Date('2026-03-01'),
    },
  );
  const sits = await build.grant(person.id, { role: 'expert', expertId }, { validFrom: new Date('2026-03-01') });
  const refused = { state: 'declined', endedAt: new Date('2026-03-01') } as const;
  await build.grant(person.id, { role: 'trainee', traineeId }, { ...refused, validFrom: new Date('2026-02-01') });
  const seen = async (actor: Parameters<typeof listPersonRoles>[0], kind: 'trainee' | 'expert') =>
    (await listPersonRoles(actor, kind, kind === 'trainee' ? traineeId : expertId)).map(({ id }) => id);
  const as = (role: ActorRole) => world.own.as(role);
  for (const kind of ['trainee', 'expert'] as const) {
    expect(await seen(as('city_officer'), kind)).toEqual([sits.id, learned.id]);
    expect(await seen(world.own.as('expert', person.id), kind)).toEqual([sits.id, learned.id]);
    // a district keeps the roles of its centres, not those of experts
    expect(await seen(as('district_officer'), kind)).toEqual([learned.id]);
    expect(await seen(as('centre_clerk'), kind)).toEqual([]);
    expect(await seen(world.neighbour.as('district_officer'), kind)).toEqual([]);
  }
  expect(await listPersonRoles(as('city_officer'), 'trainee', traineeId)).toMatchObject([
    { role: 'expert', expertId, validFrom: '2026-03-01', validTo: null },
    { role: 'trainee', traineeId, validFrom: '2024-01-01', validTo: '2026-03-01' },
  ]);
});
