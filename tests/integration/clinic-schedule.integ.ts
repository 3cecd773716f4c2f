import { beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { useDatabase } from '@/tests/support/database';
import {
  type Change,
  OFFICER,
  type PlannedClinic,
  plannedClinicOn,
  WEDNESDAYS,
  WHY,
} from '@/tests/support/planned-clinic';

const database = useDatabase('empty');
let clinic: PlannedClinic;
beforeEach(async () => {
  clinic = await plannedClinicOn(database);
});

const mornings = (days: readonly string[]) => days.map((day) => `${day} am`);

describe('changeClinicPlan, weekly slots', () => {
  it('adds one from a date on, with its event in the scope of centre, district and alliance', async () => {
    expect(
      await clinic.change({ kind: 'addLine', ...clinic.slot({ from: '2026-12-20', until: '2026-12-27' }) }),
    ).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await clinic.planned()).toEqual([...mornings(WEDNESDAYS), '2026-12-25 pm'].sort());
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.slotAdded',
      before: null,
      after: { weekday: 'friday', half: 'pm', hours: '13:30–16:00', from: '2026-12-20', until: '2026-12-27' },
      actorName: '东部办公室',
      districtCode: '310101',
      allianceCode: 'east',
    });
  });

  it('changes one from a date on: the old line ends the day before, another begins', async () => {
    const wish = clinic.slot({
      weekday: '3',
      half: 'am',
      startsMinute: '9:00',
      endsMinute: '11:00',
      expertId: clinic.otherId,
      from: '2026-12-03',
    });
    expect(await clinic.change({ kind: 'changeLine', lineId: clinic.lineId, ...wish })).toMatchObject({ ok: true });
    const lines = await database.db.clinicSchedule.findMany({
      where: { clinicId: clinic.id },
      orderBy: { validFrom: 'asc' },
    });
    expect(lines).toMatchObject([
      { id: clinic.lineId, expertId: clinic.expertId, validTo: new Date('2026-12-02') },
      { expertId: clinic.otherId, startsMinute: 540, validFrom: new Date('2026-12-03'), validTo: null },
    ]);
    expect(await clinic.planned()).toEqual(mornings(WEDNESDAYS));
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.slotChanged',
      before: { hours: '08:30–11:30' },
      after: { hours: '09:00–11:00', from: '2026-12-03' },
    });
  });

  it('makes alternate weeks begin in the week asked for', async () => {
    await clinic.change({
      kind: 'addLine',
      ...clinic.slot({ rhythm: 'alternate_next', from: '2026-11-18', until: '2026-12-20' }),
    });
    const fridays = (await clinic.planned()).filter((one) => one.endsWith('pm'));
    expect(fridays).toEqual(['2026-11-27 pm', '2026-12-11 pm']);
  });

  it('ends one: past sessions stay', async () => {
    expect(await clinic.change({ kind: 'endLine', lineId: clinic.lineId, from: '2026-11-18' })).toMatchObject({
      ok: true,
    });
    expect(await clinic.planned()).toEqual(mornings(['2026-11-04', '2026-11-11']));
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.slotEnded',
      after: { endsFrom: '2026-11-18' },
    });
  });

  it.each([
    ['a weekday that is none', { weekday: '8' }, 'weekday', 'weekday'],
    ['a half-day that is none', { half: 'night' }, 'half', 'half'],
    ['hours that are none', { startsMinute: '25:00' }, 'startsMinute', 'time'],
    ['hours outside the half-day', { startsMinute: '08:00' }, 'startsMinute', 'outsideHalf'],
    ['an end before the beginning', { endsMinute: '13:00' }, 'endsMinute', 'length'],
    ['a session of six hours', { endsMinute: '19:30' }, 'endsMinute', 'length'],
    ['a rhythm that is none', { rhythm: 'monthly' }, 'rhythm', 'field'],
    ['nobody', { expertId: '' }, 'expertId', 'person'],
    ['an expert of another clinic', { expertId: 'somebody' }, 'expertId', 'notAssigned'],
    ['no date', { from: '' }, 'from', 'date'],
    ['a date that is none', { from: '2026-02-30' }, 'from', 'date'],
    ['yesterday', { from: '2026-11-17' }, 'from', 'past'],
    ['another century', { from: '2126-11-17' }, 'from', 'farAhead'],
    ['an end before the first day', { until: '2026-11-17' }, 'until', 'untilBefore'],
    [
      'a half-day that has its slot',
      { weekday: '3', half: 'am', startsMinute: '09:00', endsMinute: '11:00' },
      'half',
      'slotTaken',
    ],
  ])('refuses %s, and writes nothing', async (_, part, path, key) => {
    const refused = await clinic.change({ kind: 'addLine', ...clinic.slot(), ...part } as Change);
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    if (refused.ok) return;
    expect(refused.error.problems).toContainEqual({ path, messageKey: `joint-clinics.problem.${key}` });
    expect(await database.db.clinicSchedule.count({ where: { clinicId: clinic.id } })).toBe(1);
    expect(await database.db.jointClinic.findUnique({ where: { id: clinic.id } })).toMatchObject({ version: 1 });
    expect(await clinic.lastEvent()).toBeNull();
  });

  it('refuses to change or end a line of another clinic, and one that has ended', async () => {
    for (const lineId of ['nowhere', '', 'x'.repeat(70)])
      expect(await clinic.change({ kind: 'endLine', lineId, from: '2026-11-20' })).toMatchObject({ ok: false });
    const { id } = await clinic.build.schedule(clinic.id, clinic.expertId, {
      weekday: 1,
      validTo: new Date('2026-11-10'),
    });
    for (const kind of ['changeLine', 'endLine'] as const)
      expect(await clinic.change({ kind, lineId: id, ...clinic.slot() })).toMatchObject({
        error: { problems: [{ path: 'lineId', messageKey: 'joint-clinics.problem.lineGone' }] },
      });
  });
});

describe('changeClinicPlan, single days', () => {
  it('takes a session out, gives it back, and tells why', async () => {
    await clinic.change({ kind: 'removeSession', date: '2026-11-25', half: 'am', ...WHY });
    expect(await clinic.planned()).toContain('2026-11-25 am removed');
    expect(await clinic.lastEvent()).toMatchObject({ event: 'jointClinic.sessionRemoved', reason: WHY.reason });
    const exception = await database.db.scheduleException.findFirstOrThrow({ where: { clinicId: clinic.id } });
    expect(exception).toMatchObject({ ...WHY, expertId: null });
    expect(await clinic.change({ kind: 'undoException', exceptionId: exception.id }, 2)).toMatchObject({ ok: true });
    expect(await clinic.planned()).toEqual(mornings(WEDNESDAYS));
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.exceptionUndone',
      before: { date: '2026-11-25' },
    });
  });

  it('adds one, also today and in place of a scheduled one', async () => {
    const added = { half: 'am' as const, startsMinute: '09:00', endsMinute: '11:00', expertId: clinic.otherId, ...WHY };
    expect(await clinic.change({ kind: 'addSession', date: '2026-11-18', ...added })).toMatchObject({ ok: true });
    expect(await clinic.change({ kind: 'addSession', date: '2026-11-21', ...added, reasonEn: '' }, 2)).toMatchObject({
      ok: true,
    });
    const [found] = await listPlannedSessions(OFFICER, {
      from: civilDate('2026-11-01'),
      to: civilDate('2026-12-31'),
      clinicIds: [clinic.id],
    });
    expect(found?.plan.expected.filter((one) => one.added)).toMatchObject([
      { date: '2026-11-18', expertId: clinic.otherId, startsMinute: 540, added: WHY },
      { date: '2026-11-21', added: { reason: WHY.reason, reasonEn: null } },
    ]);
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.sessionAdded',
      after: { hours: '09:00–11:00' },
    });
  });

  it.each([
    ['no reason', { date: '2026-11-25', half: 'am', reason: ' ', reasonEn: '' }, 'reason', 'reason'],
    [
      'a reason beyond all measure',
      { date: '2026-11-25', half: 'am', reason: '长'.repeat(201), reasonEn: '' },
      'reason',
      'reason',
    ],
    [
      'an English reason beyond all measure',
      { date: '2026-11-25', half: 'am', reason: '外出', reasonEn: 'x'.repeat(201) },
      'reasonEn',
      'reasonEn',
    ],
    ['yesterday', { date: '2026-11-11', half: 'am', ...WHY }, 'date', 'past'],
    ['a session that nobody planned', { date: '2026-11-26', half: 'am', ...WHY }, 'half', 'notScheduled'],
  ])('refuses to take one out with %s', async (_, part, path, key) => {
    const refused = await clinic.change({ kind: 'removeSession', ...part } as Change);
    expect(refused).toMatchObject({ error: { problems: [{ path, messageKey: `joint-clinics.problem.${key}` }] } });
    expect(await database.db.scheduleException.count({ where: { clinicId: clinic.id } })).toBe(0);
  });

  it('refuses a second exception for a half-day, and an exception that is over', async () => {
    await clinic.change({ kind: 'removeSession', date: '2026-11-25', half: 'am', ...WHY });
    expect(await clinic.change({ kind: 'removeSession', date: '2026-11-25', half: 'am', ...WHY }, 2)).toMatchObject({
      error: { problems: [{ path: 'half', messageKey: 'joint-clinics.problem.exceptionThere' }] },
    });
    const past = await clinic.build.loadingHistory((tx) =>
      tx.scheduleException.create({
        data: {
          clinicId: clinic.id,
          date: new Date('2026-11-11'),
          half: 'am',
          kind: 'removed',
          reason: '停',
          origin: 'demonstration',
        },
      }),
    );
    expect(await clinic.change({ kind: 'undoException', exceptionId: past.id }, 2)).toMatchObject({
      error: { problems: [{ messageKey: 'joint-clinics.problem.past' }] },
    });
    expect(await clinic.change({ kind: 'undoException', exceptionId: 'gone' }, 2)).toMatchObject({
      error: { problems: [{ messageKey: 'joint-clinics.problem.exceptionGone' }] },
    });
  });
});
