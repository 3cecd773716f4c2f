import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, type Weekday } from '@/lib/core/dates';
import { effectiveHolidays, latestVersions, saysNothingNew } from './holiday-rules';
import { HOLIDAY_CHANGE_KINDS, type HolidayVersion } from './holiday-schema';
import type { Holiday } from './schema';

const DAY = civilDate('2026-12-31');
const PUBLISHED: Holiday = {
  date: civilDate('2027-01-01'),
  kind: 'holiday',
  name: '元旦',
  nameEn: "New Year's Day",
  followsWeekday: null,
};
const version = (part: Partial<HolidayVersion>): HolidayVersion => ({
  date: DAY,
  version: 1,
  kind: 'holiday',
  name: '防台风停工',
  nameEn: 'Typhoon',
  followsWeekday: null,
  ...part,
});
const noDay = { name: null, nameEn: null };

describe('effectiveHolidays', () => {
  it('adds a day, makes one ordinary, and leaves the others', () => {
    const ordinary = version({ date: PUBLISHED.date, kind: 'ordinary_day', ...noDay });
    const calendar = effectiveHolidays([PUBLISHED], [version({}), ordinary]);
    expect([...calendar.keys()]).toEqual([DAY]);
    expect(calendar.get(DAY)).toEqual({
      date: DAY,
      kind: 'holiday',
      name: '防台风停工',
      nameEn: 'Typhoon',
      followsWeekday: null,
    });
  });

  it('goes by the latest version, and back to what is published', () => {
    const makeUp = version({ date: PUBLISHED.date, version: 1, kind: 'makeup_workday', followsWeekday: 3 });
    expect(effectiveHolidays([PUBLISHED], [makeUp]).get(PUBLISHED.date)?.followsWeekday).toBe(3);
    const back = version({ date: PUBLISHED.date, version: 2, kind: 'as_published', ...noDay });
    for (const versions of [
      [makeUp, back],
      [back, makeUp],
    ])
      expect(effectiveHolidays([PUBLISHED], versions).get(PUBLISHED.date)).toEqual(PUBLISHED);
  });

  it('changes no other day, whatever the versions and their order', () => {
    const days = fc.integer({ min: 0, max: 20 }).map((days) => addDays(DAY, days));
    const versions = fc.uniqueArray(
      fc.record({
        date: days,
        version: fc.integer({ min: 1, max: 9 }),
        kind: fc.constantFrom(...HOLIDAY_CHANGE_KINDS),
        name: fc.constant('节'),
        nameEn: fc.constant('Day'),
        followsWeekday: fc.option(fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7)),
      }),
      { selector: ({ date, version: number }) => `${date} ${number}`, maxLength: 20 },
    );
    const published = fc.uniqueArray(
      days.map((date): Holiday => ({ ...PUBLISHED, date })),
      { selector: ({ date }) => date },
    );
    fc.assert(
      fc.property(published, versions, (days, changes) => {
        const calendar = effectiveHolidays(days, changes);
        expect(effectiveHolidays(days, changes.toReversed())).toEqual(calendar);
        const changed = new Set(changes.map(({ date }) => date));
        for (const day of days) if (!changed.has(day.date)) expect(calendar.get(day.date)).toEqual(day);
        for (const latest of latestVersions(changes)) {
          const number = Math.max(...changes.filter(({ date }) => date === latest.date).map((one) => one.version));
          expect(latest.version).toBe(number);
          const day = calendar.get(latest.date);
          if (latest.kind === 'ordinary_day') expect(day).toBeUndefined();
          else if (latest.kind === 'as_published') expect(day).toEqual(days.find(({ date }) => date === latest.date));
          else expect(day?.kind).toBe(latest.kind);
        }
        for (const date of calendar.keys())
          expect(changed.has(date) || days.some((day) => day.date === date)).toBe(true);
      }),
    );
  });
});

describe('saysNothingNew', () => {
  it('is true for a version that repeats what the day is', () => {
    const same = version({ ...PUBLISHED });
    expect(saysNothingNew(PUBLISHED, same)).toBe(true);
    for (const part of [
      { kind: 'makeup_workday' as const },
      { name: '春节' },
      { nameEn: 'x' },
      { followsWeekday: 1 as const },
    ])
      expect(saysNothingNew(PUBLISHED, { ...same, ...part })).toBe(false);
    expect(saysNothingNew(undefined, same)).toBe(false);
    const ordinary = version({ kind: 'ordinary_day', ...noDay });
    expect(saysNothingNew(undefined, ordinary)).toBe(true);
    expect(saysNothingNew(PUBLISHED, ordinary)).toBe(false);
    expect(saysNothingNew(PUBLISHED, version({ kind: 'as_published', ...noDay }))).toBe(false);
  });
});
