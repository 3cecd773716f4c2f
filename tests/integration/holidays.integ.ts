import { beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { changeHoliday } from '@/lib/joint-clinics/holiday-commands';
import { getCalendarYear } from '@/lib/joint-clinics/holiday-queries';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { readHolidays } from '@/lib/public-directory/records/territory-sql';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { OFFICER, type PlannedClinic, plannedClinicOn } from '@/tests/support/planned-clinic';

// Today is Wednesday, 18 November 2026; the clinic of a test sits on Wednesday mornings.

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' }, { displayName: '市级管理甲' });
let clinic: PlannedClinic;
beforeEach(async () => {
  clinic = await plannedClinicOn(database);
});

const day = async (part: Record<string, unknown> = {}) => ({
  calendarVersion: await database.db.holidayChange.count(),
  ...{ date: '2026-12-02', kind: 'holiday', name: '防台风停工', nameEn: 'Typhoon closure', followsWeekday: '' },
  ...{ reason: '市政府通知', source: '沪府办发〔2026〕12号' },
  ...part,
});
const say = async (part: Record<string, unknown> = {}) => await changeHoliday(city, await day(part));

async function stateOf(date: string): Promise<string> {
  const range = { from: civilDate(date), to: civilDate(date) };
  const [found] = await listPlannedSessions(OFFICER, { ...range, clinicIds: [clinic.id] });
  return found?.plan.stopped[0]?.cause ?? (found?.plan.expected.length ? 'expected' : 'none');
}

async function published(date: string) {
  const connection = await openConnection(database.url, 'test');
  try {
    return (await readHolidays(connection)).find((holiday) => holiday.date === date) ?? null;
  } finally {
    await closeConnection(connection);
  }
}

describe('changeHoliday', () => {
  it('stops the sessions of a day, for staff and residents, and keeps who, when, why and every version', async () => {
    expect(await stateOf('2026-12-02')).toBe('expected');
    expect(await say()).toEqual({ ok: true, value: null });
    expect(await stateOf('2026-12-02')).toBe('holiday');
    expect(await published('2026-12-02')).toMatchObject({ kind: 'holiday', name: '防台风停工' });
    expect(await say({ kind: 'as_published' })).toMatchObject({ ok: true });
    expect(await stateOf('2026-12-02')).toBe('expected');
    expect(await published('2026-12-02')).toBeNull();

    const { days } = await getCalendarYear(OFFICER, 2026);
    expect(days.find(({ date }) => date === '2026-12-02')).toMatchObject({
      holds: null,
      source: null,
      versions: [
        { version: 2, kind: 'as_published', name: null, madeBy: '市级管理甲', reason: '市政府通知' },
        { version: 1, kind: 'holiday', name: '防台风停工', source: '沪府办发〔2026〕12号' },
      ],
    });
    const events = await database.db.auditEvent.findMany({
      where: { objectId: '2026-12-02' },
      orderBy: { seq: 'asc' },
    });
    expect(events).toMatchObject([
      { event: 'holiday.changed', objectType: 'Holiday', reason: '市政府通知', after: { kind: 'holiday', version: 1 } },
      { after: { kind: 'as_published', version: 2 }, before: { name: '防台风停工' } },
    ]);
  });

  it('makes a published holiday ordinary; the published row stays', async () => {
    expect(await stateOf('2027-01-01')).toBe('none');
    await clinic.change({ kind: 'addLine', ...clinic.slot() });
    expect(await stateOf('2027-01-01')).toBe('holiday');
    expect(await say({ date: '2027-01-01', kind: 'ordinary_day' })).toMatchObject({ ok: true });
    expect(await stateOf('2027-01-01')).toBe('expected');
    const row = await database.db.holiday.findUnique({ where: { date: new Date('2027-01-01') } });
    expect(row).toMatchObject({ kind: 'holiday', name: '元旦' });
    const { days } = await getCalendarYear(city, 2027);
    expect(days.find(({ date }) => date === '2027-01-01')).toMatchObject({ holds: null, source: row?.source });
  });

  it('lets a make-up workday stand in for a weekday', async () => {
    expect(await stateOf('2026-12-12')).toBe('none');
    const makeUp = { date: '2026-12-12', kind: 'makeup_workday', followsWeekday: '3' };
    expect(await say(makeUp)).toMatchObject({ ok: true });
    expect(await stateOf('2026-12-12')).toBe('expected');
  });

  it.each([
    ['yesterday', { date: '2026-11-17' }, 'date', 'past'],
    ['a day that is none', { date: '2026-02-30' }, 'date', 'date'],
    ['another century', { date: '2126-11-20' }, 'date', 'farAhead'],
    ['a kind that is none', { kind: 'party' }, 'kind', 'dayKind'],
    ['a day off without a name', { name: ' ' }, 'name', 'dayName'],
    ['a day off without an English name', { nameEn: '' }, 'nameEn', 'dayNameEn'],
    ['a weekday that is none', { kind: 'makeup_workday', followsWeekday: '8' }, 'followsWeekday', 'weekday'],
    ['no reason', { reason: '' }, 'reason', 'reason'],
    ['no source', { source: '' }, 'source', 'source'],
    ['an ordinary day that is ordinary', { date: '2026-12-15', kind: 'ordinary_day' }, 'kind', 'unchanged'],
    ['a day back that never changed', { date: '2026-12-15', kind: 'as_published' }, 'kind', 'unchanged'],
  ])('refuses %s, and writes nothing', async (_, part, path, key) => {
    const before = await database.db.holidayChange.count();
    expect(await say(part)).toMatchObject({
      error: { code: 'INVALID', problems: [{ path, messageKey: `joint-clinics.problem.${key}` }] },
    });
    expect(await database.db.holidayChange.count()).toBe(before);
  });

  it('is told when somebody was quicker, and is nobody’s but the city’s', async () => {
    const seen = await day({ date: '2026-12-21' });
    const both = await Promise.all([changeHoliday(city, seen), changeHoliday(city, { ...seen, name: '另一个名称' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await changeHoliday(city, seen)).toMatchObject({ error: { code: 'CONFLICT' } });
    for (const actor of [
      OFFICER,
      actorWith({ role: 'district_officer', districtCode: '310101' }),
      actorWith({ role: 'auditor' }),
    ])
      expect(await changeHoliday(actor, await day())).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
