import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeConnection, openConnection } from '@/lib/db/connection';
import type { Stage } from '@/lib/db/generated/client';
import { readRecords } from '@/lib/public-directory/records/read-records';
import { planStage } from '@/lib/registry/stages/plan-commands';
import { takeStep } from '@/lib/registry/stages/stage-commands';
import { summed } from '@/lib/registry/stages/stage-month-rules';
import { getStageMonths } from '@/lib/registry/stages/stage-months';
import { listStages } from '@/lib/registry/stages/stage-queries';
import { STAGE_KINDS, type StagePoint } from '@/lib/registry/stages/stage-schema';
import { useDatabase } from '@/tests/support/database';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';
import { backdated } from '@/tests/support/stage-days';

// Stages of stations, projects and titles: as they stand in the demonstration, and as people and lists move them. Today is
// Wednesday, 18 November 2026.

const database = useDatabase('demo');
let world: ReviewWorld;

beforeAll(async () => {
  world = await reviewWorldOn(database);
});

const clerk = () => world.own.as('centre_clerk');
const officer = () => world.own.as('district_officer');
const city = () => world.own.as('city_officer');

async function count(sql: string): Promise<number> {
  const { rows } = await database.sql.query<{ count: string }>(`SELECT count(*) FROM ${sql}`);
  return Number(rows[0]?.count);
}

async function stepsOf(recordId: string) {
  const steps = await database.db.stageStep.findMany({ where: { recordId }, orderBy: { beganOn: 'asc' } });
  return steps.map(({ stage, beganOn }) => `${beganOn.toISOString().slice(0, 10)} ${stage}`);
}

async function planned(): Promise<string> {
  const { centreId } = world.own;
  const plan = {
    kind: 'station',
    submissionId: randomUUID(),
    centreId,
    name: `新站${randomUUID().slice(0, 8)}`,
  } as const;
  const made = await planStage(clerk(), { ...plan, stationKind: 'community_station' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.id;
}

const earlier = (recordId: string, days: number) => backdated(database, recordId, days);

async function take(actor: ReturnType<typeof clerk>, recordId: string, stage: Stage, more: { reason?: string } = {}) {
  const { version } = await database.db.stageRecord.findUniqueOrThrow({ where: { id: recordId } });
  return await takeStep(actor, { recordId, version, stage, beganOn: '2026-11-18', ...more });
}

describe('the demonstration', () => {
  it('has a history for every station, project and title, which ends where they stand', async () => {
    expect(await count(`stage_record WHERE kind = 'station' AND station_id IS NOT NULL`)).toBe(1_986);
    expect(await count(`stage_record WHERE kind = 'station' AND stage IN ('operating', 'suspended')`)).toBe(1_986);
    expect(await count(`stage_record WHERE kind = 'project' AND stage IN ('operating', 'suspended')`)).toBe(76);
    expect(await count(`stage_record WHERE kind = 'demonstration' AND stage IN ('operating', 'suspended')`)).toBe(112);
    expect(
      await count(`stage_record r JOIN facility f ON f.id = r.station_id
        WHERE r.kind = 'station' AND f.status::text <> r.stage::text`),
    ).toBe(0);
    expect(
      await count(
        `stage_record r JOIN specialty_project p ON p.id = r.project_id WHERE p.status <> project_status_at(r.stage)`,
      ),
    ).toBe(0);
    expect(
      await count(`stage_record r WHERE (stage, since) IS DISTINCT FROM (SELECT (s.stage, s.began_on) FROM stage_step s
        WHERE s.record_id = r.id ORDER BY s.began_on DESC LIMIT 1)`),
    ).toBe(0);
    expect(
      await count(`(SELECT r.kind, s.stage, s.began_on, lag(s.stage) OVER w AS earlier FROM stage_step s
        JOIN stage_record r ON r.id = s.record_id WINDOW w AS (PARTITION BY s.record_id ORDER BY s.began_on)) x
        WHERE earlier IS NOT NULL AND NOT stage_follows(kind, earlier, stage) OR began_on > '2026-11-18'`),
    ).toBe(0);
  });
});

describe('progress by month', () => {
  it.each(STAGE_KINDS)(
    'of %s: the city is the sum of its districts, and each month follows from the one before',
    async (kind) => {
      const progress = await getStageMonths(city(), kind);
      if (!progress) throw new Error('no progress');
      const { whole, districts, months } = progress;
      expect(districts).toHaveLength(16);
      expect(whole.points).toEqual(
        summed(
          months,
          districts.map(({ points }) => points),
        ),
      );
      const list = await listStages(city(), { kind, stage: null, after: null });
      expect(whole.points.at(-1)).toMatchObject({ ...list?.counts });
      const standing = (point: StagePoint | undefined) => (point ? point.operating + point.suspended : 0);
      for (const [index, point] of whole.points.entries()) {
        const before = whole.points[index - 1];
        if (before) expect(standing(point) - standing(before), point.month).toBe(point.opened - point.closedIn);
      }
      expect((await getStageMonths(officer(), kind))?.districts).toEqual([
        { ...districts.find(({ district }) => district?.code === world.own.districtCode) },
      ]);
    },
  );

  it('is told against what is to be reached', async () => {
    const project = await getStageMonths(city(), 'project');
    expect(project?.whole.target).toMatchObject({ value: 200 });
    expect((await getStageMonths(city(), 'demonstration'))?.whole.target).toMatchObject({ value: 150 });
    expect((await getStageMonths(clerk(), 'project'))?.whole.target).toBeNull();
  });
});

describe('a planned station', () => {
  it('goes its way by the hands that it is for, and becomes a facility on the day it opens', async () => {
    const id = await planned();
    const before = await database.db.serviceStation.count();
    const way = [
      [clerk(), 'building'],
      [officer(), 'district_accepted'],
      [city(), 'city_accepted'],
    ] as const;
    for (const [actor, stage] of way) {
      await earlier(id, 30);
      for (const other of [clerk(), officer(), city()].filter(
        ({ role }) => stage !== 'building' && role !== actor.role,
      ))
        expect(await take(other, id, stage)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
      expect(await take(actor, id, stage)).toMatchObject({ ok: true });
    }
    await earlier(id, 30);
    expect(await database.db.serviceStation.count()).toBe(before);
    const opened = await take(officer(), id, 'operating');
    expect(opened).toMatchObject({ ok: true, value: { stationId: id.replace('s-', '') } });
    expect(await database.db.serviceStation.count()).toBe(before + 1);
    expect(await stepsOf(id)).toEqual([
      ...['2026-07-21 planned', '2026-08-20 building', '2026-09-19 district_accepted'],
      ...['2026-10-19 city_accepted', '2026-11-18 operating'],
    ]);
  });

  it('is planned once, however often it is sent, and is told what is wrong', async () => {
    const of = { submissionId: randomUUID(), centreId: world.own.centreId, name: '重复发送站' };
    const plan = { ...of, kind: 'station', stationKind: 'village_clinic' } as const;
    const [first, second] = [await planStage(clerk(), plan), await planStage(clerk(), plan)];
    expect(second).toEqual(first);
    expect(await planStage(clerk(), { ...plan, submissionId: randomUUID() })).toMatchObject({
      error: { code: 'INVALID', problems: [{ path: 'name', messageKey: 'stages.problem.nameTaken' }] },
    });
    expect(await planStage(clerk(), { ...plan, centreId: world.neighbour.centreId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  it('is moved by one of two who move it at once', async () => {
    const id = await planned();
    await earlier(id, 30);
    const ask = { recordId: id, version: 1, stage: 'building', beganOn: '2026-11-18' } as const;
    const results = await Promise.all([takeStep(clerk(), ask), takeStep(officer(), ask)]);
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
    expect(await stepsOf(id)).toHaveLength(2);
  });
});

describe('what works', () => {
  it('is suspended and opened again, in its entry of the registry too', async () => {
    const { id, stationId } = await database.db.stageRecord.findFirstOrThrow({
      where: { kind: 'station', stage: 'operating', districtCode: world.own.districtCode },
    });
    const statusOf = async () =>
      (await database.db.facility.findUniqueOrThrow({ where: { id: stationId ?? '' } })).status;
    expect(await take(officer(), id, 'suspended')).toMatchObject({ error: { problems: [{ path: 'reason' }] } });
    expect(await take(officer(), id, 'suspended', { reason: '房屋修缮' })).toMatchObject({ ok: true });
    expect(await statusOf()).toBe('suspended');
    await earlier(id, 5);
    expect(await take(city(), id, 'operating')).toMatchObject({ ok: true });
    expect(await statusOf()).toBe('operating');
    // whatever else changes the entry is a step too, and the last word of a day counts
    await database.db.facility.update({ where: { id: stationId ?? '' }, data: { status: 'closed' } });
    expect((await stepsOf(id)).slice(1)).toEqual(['2026-11-13 suspended', '2026-11-18 closed']);
    await database.db.facility.update({ where: { id: stationId ?? '' }, data: { status: 'operating' } });
    expect((await stepsOf(id)).slice(1)).toEqual(['2026-11-13 suspended', '2026-11-18 operating']);
  });

  it('is approved and withdrawn as a project', async () => {
    const { districtCode } = world.own;
    const [{ id = '', projectId = null } = {}] = await database.db.stageRecord.findMany({
      where: { kind: 'project', stage: 'district_accepted' },
    });
    const projectOf = () => database.db.specialtyProject.findUniqueOrThrow({ where: { id: projectId ?? '' } });
    expect(districtCode).not.toBe('');
    expect(await take(city(), id, 'city_accepted')).toMatchObject({ ok: true });
    expect(await projectOf()).toMatchObject({ status: 'approved', approvedOn: new Date('2026-11-18') });
    await earlier(id, 5);
    expect(await take(city(), id, 'closed', { reason: '中心合并' })).toMatchObject({ ok: true });
    expect(await projectOf()).toMatchObject({ status: 'withdrawn', approvedOn: null });
  });

  it('follows the days that a list puts right for a title', async () => {
    const { stationId } = await database.db.demonstrationStation.findFirstOrThrow({
      where: {
        cityAcceptedOn: { not: null },
        station: { stages: { some: { kind: 'demonstration', stage: 'operating' } } },
      },
    });
    const id = `d-${stationId}`;
    const before = await stepsOf(id);
    await database.db.demonstrationStation.update({
      where: { stationId },
      data: { appliedOn: new Date('2022-01-05') },
    });
    expect(await stepsOf(id)).toEqual([
      ...before.slice(0, 1).filter((step) => step < '2022-01-05'),
      '2022-01-05 building',
      ...before.slice(2),
    ]);
    await database.db.demonstrationStation.update({
      where: { stationId },
      data: { withdrawnOn: new Date('2026-11-01') },
    });
    expect((await stepsOf(id)).at(-1)).toBe('2026-11-01 closed');
    await database.db.demonstrationStation.delete({ where: { stationId } });
    expect(await database.db.stageRecord.count({ where: { id } })).toBe(0);
  });
});

describe('what residents read of a station', () => {
  it('is since when and why it is suspended, since when it is closed, and nobody’s words to an authority', async () => {
    const { id, stationId } = await database.db.stageRecord.findFirstOrThrow({
      where: { kind: 'station', stage: 'operating', districtCode: world.own.districtCode },
      orderBy: [{ since: 'asc' }, { id: 'desc' }],
    });
    const published = async (of = stationId) => {
      const connection = await openConnection(database.url, 'tests');
      const { facilities } = await readRecords(connection).finally(() => closeConnection(connection));
      return facilities.find((one) => one.id === of);
    };
    const readOf = async (of = stationId) => {
      const { closing, suspension } = (await published(of)) ?? {};
      return { closing, suspension };
    };
    expect(await readOf()).toEqual({ closing: null, suspension: null });
    await take(officer(), id, 'suspended', { reason: '房屋修缮' });
    const since = '2026-11-18';
    expect(await readOf()).toEqual({ closing: null, suspension: { since, reason: '房屋修缮', reasonEn: null } });
    await earlier(id, 5);
    await take(officer(), id, 'closed', { reason: '内部意见' });
    expect(await readOf()).toEqual({ closing: { on: since, merged: false, successorIds: [] }, suspension: null });
    expect(JSON.stringify(await published())).not.toContain('内部');
    // a list that brings a place in as it is says nothing of a day
    const listed = await database.db.facility.create({
      data: {
        ...{ id: 'station-listed', kind: 'service_station', name: '名单站', nameEn: 'Listed', status: 'suspended' },
        ...{ districtCode: world.own.districtCode, latitude: 31.2, longitude: 121.4, origin: 'imported' },
        exactness: 'estimated',
        serviceStation: { create: { centreId: world.own.centreId, stationKind: 'community_station' } },
      },
    });
    expect(await readOf(listed.id)).toEqual({ closing: null, suspension: null });
  });
});

describe('what stood in the rows before there were stages', () => {
  it('is the beginning of the history, with every day that was known', async () => {
    const migration = await readFile('prisma/migrations/20261126044000_stages/migration.sql', 'utf8');
    await database.sql.query('TRUNCATE stage_record CASCADE');
    await database.sql.query(migration.slice(migration.lastIndexOf('DO $$')));
    expect(
      await count('stage_record r JOIN facility f ON f.id = r.station_id AND r.stage::text = f.status::text'),
    ).toBe(await database.db.serviceStation.count());
    expect(
      await count(`specialty_project p JOIN stage_step s ON s.record_id = 'p-' || p.id AND s.stage = stage_of_project(p.status)
        AND s.began_on = coalesce(p.approved_on, s.began_on)`),
    ).toBe(await database.db.specialtyProject.count());
    const lost = `demonstration_station d, LATERAL (VALUES ('building', d.applied_on), ('district_accepted', d.district_accepted_on),
      ('city_accepted', d.city_accepted_on)) v (stage, day) WHERE v.day IS NOT NULL AND NOT EXISTS (
        SELECT FROM stage_step s WHERE s.record_id = 'd-' || d.station_id AND s.stage::text = v.stage AND s.began_on = v.day)`;
    expect(await count(lost)).toBe(0);
  });
});
