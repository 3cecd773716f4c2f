import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { civilDate, toDbDate } from '@/lib/core/dates';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { buildersOn } from '@/prisma/seed/builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' });
const WEEK = { from: civilDate('2026-11-16'), to: civilDate('2026-11-22') };
const date = (text: string) => toDbDate(civilDate(text));

let world: { clinicId: string; otherId: string; expertId: string };

beforeAll(async () => {
  const build = buildersOn(database.db, 'plan');
  const centre = await build.centre();
  const clinic = await build.clinic(centre.id);
  const expert = await build.expert();
  await build.schedule(clinic.id, expert.id);
  await build.schedule(clinic.id, expert.id, { weekday: 5, half: 'pm', startsMinute: 810, endsMinute: 990 });
  const exception = { clinicId: clinic.id, reason: '专家外出会诊', origin: 'demonstration' } as const;
  await database.db.scheduleException.createMany({
    data: [
      { ...exception, date: date('2026-11-20'), half: 'pm', kind: 'removed' },
      {
        ...exception,
        date: date('2026-11-21'),
        half: 'am',
        kind: 'added',
        startsMinute: 540,
        endsMinute: 660,
        expertId: expert.id,
      },
      { ...exception, date: date('2026-11-27'), half: 'pm', kind: 'removed' },
    ],
  });
  const far = await build.centre({ districtCode: '310104' });
  const other = await build.clinic(far.id, { hospitalId: 'longhua' });
  const otherExpert = await build.expert({ hospitalId: 'longhua' });
  await build.schedule(other.id, otherExpert.id, { validTo: date('2026-11-18') });
  world = { clinicId: clinic.id, otherId: other.id, expertId: expert.id };
});

describe('listPlannedSessions', () => {
  it('names expected and stopped sessions, their clinic, centre and experts', async () => {
    const [plan] = await listPlannedSessions(city, { ...WEEK, clinicIds: [world.clinicId] });
    expect(plan).toMatchObject({ clinicId: world.clinicId, hospitalId: 'shuguang', districtCode: '310101' });
    expect(plan?.centreName).toMatch(/^测试机构/);
    expect(plan?.experts.map(({ id }) => id)).toEqual([world.expertId]);
    expect(plan?.plan.expected).toMatchObject([
      { date: '2026-11-18', half: 'am', expertId: world.expertId, added: null },
      { date: '2026-11-21', half: 'am', startsMinute: 540, added: { reason: '专家外出会诊' } },
    ]);
    expect(plan?.plan.stopped).toMatchObject([{ date: '2026-11-20', half: 'pm', cause: 'removed' }]);
  });

  it('reads holidays, and nothing outside the range', async () => {
    const nationalDay = { from: civilDate('2026-09-30'), to: civilDate('2026-10-11') };
    const [plan] = await listPlannedSessions(city, { ...nationalDay, clinicIds: [world.clinicId] });
    expect(plan?.plan.stopped.map(({ date: day, cause }) => `${day} ${cause}`)).toEqual([
      '2026-10-02 holiday',
      '2026-10-07 holiday',
    ]);
    const [day] = await listPlannedSessions(city, { from: WEEK.from, to: WEEK.from, clinicIds: [world.clinicId] });
    expect(day?.plan).toEqual({ expected: [], stopped: [] });
  });

  it('keeps to the scope of the actor, whatever ids are asked for', async () => {
    const clinicIds = [world.clinicId, world.otherId];
    const seen = async (actor: Parameters<typeof listPlannedSessions>[0]) =>
      (await listPlannedSessions(actor, { ...WEEK, clinicIds })).map(({ clinicId }) => clinicId);
    expect(await seen(city)).toEqual(clinicIds);
    expect(await seen(actorWith({ role: 'district_officer', districtCode: '310104' }))).toEqual([world.otherId]);
    expect(await seen(actorWith({ role: 'alliance_officer', allianceCode: 'east' }))).toEqual([world.clinicId]);
    expect(await seen(actorWith({ role: 'expert', expertId: world.expertId }))).toEqual([world.clinicId]);
    expect(await seen(actorWith({ role: 'centre_clerk', centreId: 'nowhere' }))).toEqual([]);
  });

  it('needs as many statements for many clinics as for one', async () => {
    const statements = vi.spyOn(pg.Client.prototype, 'query');
    const count = async (clinicIds: string[]) => {
      statements.mockClear();
      await listPlannedSessions(city, { ...WEEK, clinicIds });
      return statements.mock.calls.length;
    };
    const one = await count([world.clinicId]);
    const both = await count([world.clinicId, world.otherId]);
    statements.mockRestore();
    expect(both).toBe(one);
    expect(one).toBe(10);
  });
});

describe('planClinics', () => {
  it('gives the same inside a transaction, for any condition', async () => {
    const plans = await database.db.$transaction((tx) => planClinics(tx, { id: world.otherId }, WEEK));
    expect(plans).toEqual(await listPlannedSessions(city, { ...WEEK, clinicIds: [world.otherId] }));
    expect(plans[0]?.plan.expected).toHaveLength(1);
  });
});
