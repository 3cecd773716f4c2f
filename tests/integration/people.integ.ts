import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { civilDate } from '@/lib/core/dates';
import { getExpert, listExperts } from '@/lib/training/expert-queries';
import { expertFilterSchema, traineeFilterSchema } from '@/lib/training/schema';
import { getTrainee, listTrainees } from '@/lib/training/trainee-queries';
import { buildersOn } from '@/prisma/seed/builders';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// Today is Wednesday, 18 November 2026. The clinic has a session every Wednesday morning.

const database = useDatabase('empty');
const AUTUMN = { from: civilDate('2026-09-01'), to: civilDate('2026-11-30') };
const WEDNESDAY = civilDate('2026-11-11');
let world: ReviewWorld;

beforeAll(async () => {
  world = await reviewWorldOn(database);
  const there = (part: 'observing' | 'assisting' | 'leading', signed = false) => ({
    trainees: {
      create: { traineeId: world.own.traineeId, part, signedAt: signed ? new Date('2026-11-12T00:00:00Z') : null },
    },
    conditions: { create: { catalogueId: 'example-2023', conditionCode: 'A07.06.19', visits: 3 } },
  });
  const without = { trainees: undefined };
  await world.record(there('observing', true), { date: civilDate('2026-10-07') });
  await world.record(there('assisting'), { date: WEDNESDAY });
  await world.record(without, { date: civilDate('2026-10-14') });
  await world.record({ held: false }, { date: civilDate('2026-10-21') });
  await world.record({ ...there('leading'), state: 'withdrawn' }, { date: civilDate('2026-10-28') });
  await world.record({ ...without, expertPresence: 'absent', expertId: null }, { date: civilDate('2026-11-04') });
  await database.db.traineeDoctor.update({
    where: { id: world.own.traineeId },
    data: { mentorId: world.own.expertId, goalSessions: 80, goal: '能独立诊治膝痹' },
  });
});

const ATTENDANCE = { held: 4, attended: 2, signed: 1, parts: { observing: 1, assisting: 1, leading: 0 } };
const READERS = [
  'centre_clerk',
  'district_officer',
  'alliance_officer',
  'city_officer',
  'auditor',
  'expert',
  'trainee',
] as const;

describe('getTrainee', () => {
  it.each(READERS)('counts the same for %s, from the records alone', async (role) => {
    const seen = await getTrainee(world.own.as(role), world.own.traineeId, AUTUMN);
    expect(seen?.attendance).toEqual(ATTENDANCE);
    expect(seen?.goal).toEqual({ sessions: 80, text: '能独立诊治膝痹', attended: 2 });
    expect(seen?.months.map(({ month, held, attended }) => [month, held, attended])).toEqual([
      ['2026-09-01', 0, 0],
      ['2026-10-01', 2, 1],
      ['2026-11-01', 2, 1],
    ]);
    expect(seen?.conditions).toMatchObject([{ code: 'A07.06.19', sessions: 2, visits: 6 }]);
    expect(seen?.sessions.map(({ date, part, signed }) => [date, part, signed])).toEqual([
      [WEDNESDAY, 'assisting', false],
      ['2026-10-07', 'observing', true],
    ]);
    expect(seen?.timeline).toMatchObject([{ kind: 'clinic', place: { id: world.own.clinicId } }]);
  });

  it('counts nothing outside the period', async () => {
    const seen = await getTrainee(world.own.as('trainee'), world.own.traineeId, {
      from: civilDate('2026-11-10'),
      to: WEDNESDAY,
    });
    expect(seen?.attendance).toEqual({
      held: 1,
      attended: 1,
      signed: 0,
      parts: { observing: 0, assisting: 1, leading: 0 },
    });
  });

  it('opens the mentor’s page to whoever may read the mentor', async () => {
    const opens = async (role: (typeof READERS)[number]) =>
      (await getTrainee(world.own.as(role), world.own.traineeId, AUTUMN))?.opensMentor;
    expect(await opens('alliance_officer')).toBe(true);
    expect(await opens('trainee')).toBe(false);
  });

  it.each(['trainee', 'expert', 'centre_clerk', 'alliance_officer', 'district_officer'] as const)(
    'is not there for the neighbour’s %s',
    async (role) => {
      expect(await getTrainee(world.neighbour.as(role), world.own.traineeId, AUTUMN)).toBeNull();
      const listed = await listTrainees(world.neighbour.as(role), traineeFilterSchema.parse({}), AUTUMN);
      expect(listed.trainees.map(({ id }) => id)).not.toContain(world.own.traineeId);
    },
  );
});

describe('listTrainees', () => {
  it('says what the page of the trainee says', async () => {
    const { trainees } = await listTrainees(world.own.as('district_officer'), traineeFilterSchema.parse({}), AUTUMN);
    expect(trainees.find(({ id }) => id === world.own.traineeId)?.attendance).toEqual(ATTENDANCE);
  });

  it('counts what a trainee attended in a clinic of others, to whoever may read it', async () => {
    const date = civilDate('2026-08-12');
    const there = { trainees: { create: { traineeId: world.own.traineeId, part: 'leading' as const } } };
    const { id } = await world.record(there, { side: 'neighbour', date });
    const attendanceTo = async (role: 'city_officer' | 'district_officer') => {
      const listed = await listTrainees(world.own.as(role), traineeFilterSchema.parse({}), { from: date, to: date });
      return listed.trainees.find((trainee) => trainee.id === world.own.traineeId)?.attendance;
    };
    expect(await attendanceTo('city_officer')).toMatchObject({ held: 1, attended: 1 });
    expect(await attendanceTo('district_officer')).toMatchObject({ held: 0, attended: 0 });
    await database.db.clinicSession.update({ where: { id }, data: { state: 'withdrawn' } });
    expect(await attendanceTo('city_officer')).toMatchObject({ held: 0, attended: 0 });
  });

  it.each([
    ['mentor', () => ({ mentor: world.own.expertId }), true],
    ['centre', () => ({ centre: world.own.centreId }), true],
    ['district', () => ({ district: '310104' }), false],
    ['dual employment', () => ({ employment: 'dual' }), false],
    ['single employment', () => ({ employment: 'single' }), true],
    ['those who ended', () => ({ standing: 'ended' }), false],
    ['cohort', () => ({ cohort: '2001' }), false],
    ['text', () => ({ text: '没有这样的人' }), false],
  ] as const)('is narrowed down by %s', async (_, given, found) => {
    const { trainees } = await listTrainees(world.own.as('city_officer'), traineeFilterSchema.parse(given()), AUTUMN);
    expect(trainees.some(({ id }) => id === world.own.traineeId)).toBe(found);
  });

  it('goes on from page to page without losing or repeating anybody', async () => {
    const filter = { centre: world.own.centreId };
    for (let made = 0; made < 35; made += 1)
      await database.db.traineeDoctor.create({
        data: {
          ...{ id: `paged-${String(made).padStart(2, '0')}`, name: '学员', nameEn: 'Trainee', cohort: 2025 },
          ...{ centreId: world.own.centreId, origin: 'demonstration' },
        },
      });
    const actor = world.own.as('centre_clerk');
    const first = await listTrainees(actor, traineeFilterSchema.parse(filter), AUTUMN);
    const second = await listTrainees(actor, traineeFilterSchema.parse({ ...filter, after: first.next }), AUTUMN);
    const ids = [...first.trainees, ...second.trainees].map(({ id }) => id);
    expect(first.trainees).toHaveLength(30);
    expect(second.next).toBeNull();
    expect(new Set(ids).size).toBe(36);
  });
});

describe('getExpert', () => {
  it('tells what plans and records say', async () => {
    const seen = await getExpert(world.own.as('alliance_officer'), world.own.expertId, AUTUMN);
    expect(seen?.presence).toEqual({ planned: 5, came: 3, substituted: 0, absent: 1, notHeld: 1, stoodIn: 0 });
    expect(seen?.halfDaysAWeek).toBe(1);
    expect(seen?.slots).toMatchObject([{ clinic: { id: world.own.clinicId } }]);
    expect(seen?.trainees).toMatchObject([{ id: world.own.traineeId }]);
    expect(seen?.weeks).toHaveLength(12);
    expect(seen?.weeks.find(({ monday }) => monday === '2026-11-09')).toMatchObject({ planned: 1, came: 1 });
    expect(seen?.weeks.find(({ monday }) => monday === '2026-11-23')).toMatchObject({ planned: 1, came: 0 });
  });

  it('counts only the clinics of the reader’s scope', async () => {
    // the expert also sits at a centre of another district: each side meets its own part
    const build = buildersOn(database.db, 'elsewhere');
    const centre = await build.centre({ districtCode: '310115' });
    const clinic = await build.clinic(centre.id);
    await build.schedule(clinic.id, world.own.expertId);
    await sessionBuildersOn(database.db).record(clinic.id, WEDNESDAY, { half: 'pm' });
    const there = actorWith({ role: 'centre_clerk', centreId: centre.id });
    const seen = async (actor: Actor) => await getExpert(actor, world.own.expertId, AUTUMN);
    expect(await seen(there)).toMatchObject({ halfDaysAWeek: 1, presence: { planned: 1, came: 1 }, trainees: [] });
    expect(await seen(world.own.as('centre_clerk'))).toMatchObject({ halfDaysAWeek: 1, presence: { planned: 5 } });
    expect(await seen(world.own.as('alliance_officer'))).toMatchObject({ halfDaysAWeek: 2, presence: { planned: 6 } });
    for (const role of ['centre_clerk', 'district_officer', 'alliance_officer'] as const) {
      expect(await seen(world.neighbour.as(role))).toBeNull();
      const { experts } = await listExperts(world.neighbour.as(role), expertFilterSchema.parse({}));
      expect(experts.map(({ id }) => id)).not.toContain(world.own.expertId);
    }
  });

  it('is there for the expert, and not for a trainee', async () => {
    expect((await getExpert(world.own.as('expert'), world.own.expertId, AUTUMN))?.presence.came).toBe(4);
    expect(await getExpert(world.own.as('trainee'), world.own.expertId, AUTUMN)).toBeNull();
  });
});
