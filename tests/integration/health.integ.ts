import { describe, expect, it } from 'vitest';
import { fixFacilities } from '@/lib/registry/health/health-commands';
import { exportHealth } from '@/lib/registry/health/health-export';
import { getHealth } from '@/lib/registry/health/health-queries';
import type { HealthFix, HealthProblem, HealthRow } from '@/lib/registry/health/health-schema';
import { listStranded, moveStranded } from '@/lib/registry/health/stranded-trainees';
import { buildersOn } from '@/prisma/seed/builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { whole } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// How healthy entries are, and putting several right at once.

const database = useDatabase('demo');
const CENTRE = 'centre-310101-01';
const city = actorWith({ role: 'city_officer' });
const district = actorWith({ role: 'district_officer', districtCode: '310101' });
const clerk = actorWith({ role: 'centre_clerk', centreId: CENTRE });
const neighbour = actorWith({ role: 'district_officer', districtCode: '310104' });

const pageOf = async (problem: HealthProblem, actor = district) =>
  (await getHealth(actor, { problem }))?.page?.rows ?? [];
const rowFor = async (problem: HealthProblem, id: string, actor = district) =>
  (await pageOf(problem, actor)).find((row) => row.id === id);
const fixed = async (fix: HealthFix, rows: readonly Pick<HealthRow, 'id' | 'version'>[], actor = district) =>
  await fixFacilities(actor, { fix, rows: [...rows] });
const facility = async (id: string) =>
  await database.db.facility.findUniqueOrThrow({ where: { id }, include: { openingHours: true, check: true } });
const eventsOf = async (id: string) =>
  await database.db.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: 'asc' } });

/** A phone that was written by another clock than the one of tests, which stands still. */
const phoned = async (id: string, phone: string) =>
  await database.db.facility.update({ where: { id }, data: { phone } });

async function stations(count: number) {
  const rows = await database.db.serviceStation.findMany({
    where: { centreId: CENTRE },
    orderBy: { facilityId: 'asc' },
    take: count,
  });
  const ids = rows.map(({ facilityId }) => facilityId);
  expect(ids).toHaveLength(count);
  return ids;
}

describe('data health', () => {
  it('counts every problem by district, and the whole is the sum of its districts', async () => {
    const health = await getHealth(city);
    expect(health?.units).toHaveLength(16);
    const { whole: all } = health ?? { whole: null };
    for (const key of ['facilities', 'profile', 'hours', 'phone', 'position', 'duplicate', 'stale'] as const)
      expect(health?.units.reduce((sum, unit) => sum + unit[key], 0)).toBe(all?.[key]);
    expect(all?.facilities).toBe(
      await database.db.facility.count({
        where: { kind: { in: ['community_centre', 'service_station'] }, status: { not: 'closed' } },
      }),
    );
    const own = await getHealth(district);
    expect(own?.units.map((unit) => unit.district?.code)).toEqual(['310101']);
    expect(own?.whole).toMatchObject({ facilities: health?.units[0]?.facilities, hours: health?.units[0]?.hours });
    expect((await getHealth(clerk))?.whole.facilities).toBe(
      1 +
        (await database.db.serviceStation.count({
          where: { centreId: CENTRE, facility: { status: { not: 'closed' } } },
        })),
    );
  });

  it('lets stations without hours take those of their centre', async () => {
    const [one = '', two = ''] = await stations(2);
    await database.db.openingHours.deleteMany({ where: { facilityId: { in: [one, two] } } });
    const rows = [await rowFor('hours', one), await rowFor('hours', two)].flatMap((row) => row ?? []);
    expect(rows).toHaveLength(2);
    const centre = await facility(CENTRE);
    expect(await fixed('hours', rows)).toEqual({ ok: true, value: { done: 2, left: 0 } });
    const span = ({ weekday, opensMinute, closesMinute }: (typeof centre.openingHours)[number]) =>
      `${weekday} ${opensMinute}-${closesMinute}`;
    const after = await facility(one);
    expect(after.openingHours.map(span).sort()).toEqual(centre.openingHours.map(span).sort());
    expect(after.version).toBe((rows[0]?.version ?? 0) + 1);
    expect(await rowFor('hours', one)).toBeUndefined();
    expect((await eventsOf(one)).at(-1)).toMatchObject({
      ...{ event: 'facility.corrected', accountId: district.accountId, districtCode: '310101', centreId: CENTRE },
      after: { hours: rows[0]?.centreHours },
    });
  });

  it('writes phones in one way, leaves those that nobody can read, and refuses what has changed meanwhile', async () => {
    const [odd = '', unread = ''] = await stations(2);
    await phoned(odd, '63231234');
    await phoned(unread, '0000000');
    const rows = [await rowFor('phone', odd), await rowFor('phone', unread)].flatMap((row) => row ?? []);
    expect(rows.map(({ phoneProposal }) => phoneProposal)).toEqual(['021-63231234', null]);
    const stale = rows.map((row) => ({ ...row, version: row.version + 1 }));
    expect(await fixed('phone', stale)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect((await facility(odd)).phone).toBe('63231234');
    expect(await fixed('phone', rows)).toEqual({ ok: true, value: { done: 1, left: 1 } });
    expect((await facility(odd)).phone).toBe('021-63231234');
    expect((await facility(unread)).phone).toBe('0000000');
    // the clerk of the centre says that it is right
    const row = await rowFor('phone', unread, clerk);
    expect(await fixed('confirm', row ? [row] : [], clerk)).toEqual({ ok: true, value: { done: 1, left: 0 } });
    expect(await rowFor('phone', unread)).toBeUndefined();
    expect((await facility(unread)).check).toMatchObject({ checkedByName: clerk.displayName });
    expect((await eventsOf(unread)).at(-1)).toMatchObject({ event: 'facility.confirmed', centreId: CENTRE });
  });

  it('changes nothing when one of the chosen is out of scope, and nothing for a clerk', async () => {
    const [id = ''] = await stations(1);
    await database.db.facility.update({ where: { id }, data: { phone: '63231234' } });
    const elsewhere = await facility('centre-310104-01');
    const rows = [await facility(id), elsewhere];
    for (const fix of ['phone', 'confirm', 'hours'] as const)
      expect(await fixed(fix, rows)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await fixed('phone', [await facility(id)], clerk)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await fixed('confirm', [await facility(id)], neighbour)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await facility(id)).phone).toBe('63231234');
    expect((await facility(elsewhere.id)).check).toBeNull();
    for (const input of [
      { fix: 'phone', rows: [] },
      { fix: 'constructor', rows },
    ])
      expect(await fixFacilities(district, input as Parameters<typeof fixFacilities>[1])).toMatchObject({
        error: { code: 'INVALID' },
      });
  });

  it('gives out a workbook of just those with a problem, which puts them right when it comes back', async () => {
    const { station } = buildersOn(database.db, 'health');
    const made = await station(CENTRE);
    await database.db.facility.update({ where: { id: made.id }, data: { phone: '63239999' } });
    const reader = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
    const file = await exportHealth(district, { list: 'stations', filter: { problem: 'phone' } }, reader);
    if (!file.ok) throw new Error(file.error.code);
    const found = await uploaded(district, 'stations', await whole(file.value.body));
    expect(found.rows).toBe((await pageOf('phone')).filter(({ kind }) => kind === 'service_station').length);
    expect((await rowsOf(district, found.id, 'changed')).map(({ objectId }) => objectId)).toContain(made.id);
    await applied(district, found.id);
    expect((await facility(made.id)).phone).toBe('021-63239999');
    expect(await exportHealth(clerk, { list: 'stations', filter: { problem: 'phone' } }, reader)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('trainees whose centre is closed', () => {
  it('are listed, and go to an open centre of their district, all or none', async () => {
    expect(await listStranded(district)).toEqual({ trainees: [], more: false, centres: [] });
    const { db } = database;
    const learns = { active: true, centre: { is: { districtCode: '310101', facilityId: { not: CENTRE } } } };
    const { centreId: from } = await db.traineeDoctor.findFirstOrThrow({ where: learns, orderBy: { id: 'asc' } });
    await db.facility.update({ where: { id: from }, data: { status: 'closed' } });
    const own = await db.traineeDoctor.findMany({ where: { centreId: from, active: true }, orderBy: { id: 'asc' } });
    const seen = await listStranded(district);
    expect(seen?.trainees.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    expect(seen?.centres.map(({ id }) => id)).toContain(CENTRE);
    expect(seen?.centres.map(({ id }) => id)).not.toContain(from);
    expect(await listStranded(clerk)).toMatchObject({ trainees: [] });
    expect(await listStranded(neighbour)).toMatchObject({ trainees: [] });

    const rows = own.map(({ id }) => ({ id, from }));
    const told = async (centreId: string, sent = rows, actor = city) => {
      const done = await moveStranded(actor, { centreId, rows: sent });
      return done.ok ? done.value.done : (done.error.problems?.[0]?.messageKey ?? done.error.code);
    };
    expect(await told('centre-310104-01')).toBe('health.problem.strandedDistrict');
    expect(await told(from)).toBe('NOT_FOUND');
    expect(await told(CENTRE, rows, neighbour)).toBe('NOT_FOUND');
    expect(await told(CENTRE, rows, clerk)).toBe('NOT_FOUND');
    expect(await told(CENTRE, [])).toBe('health.problem.strandedChoose');
    expect(await told(CENTRE, rows, district)).toBe(rows.length);
    expect(await told(CENTRE, rows, district)).toBe('health.problem.strandedStale');
    expect(await db.traineeDoctor.count({ where: { centreId: from, active: true } })).toBe(0);
    const kept = { traineeId: { in: own.map(({ id }) => id) }, fromCentreId: from };
    expect(await db.centreMove.count({ where: kept }), 'figures of before stay').toBe(rows.length);
    const open = { traineeId: kept.traineeId, centreId: from, validTo: null };
    expect(await db.jointClinicTrainee.count({ where: open })).toBe(0);
    expect((await eventsOf(own[0]?.id ?? '')).map(({ event }) => event)).toEqual(['traineeDoctor.moved']);
    expect(await listStranded(district)).toMatchObject({ trainees: [] });
  });
});
