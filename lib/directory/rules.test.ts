import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, instantInShanghai, WEEKDAYS } from '@/lib/core/dates';
import { halfOf, isOpenInSlot, openingState, type PlaceHours, weekHours } from './rules';
import type { Holiday, WeeklyInterval } from './schema';

const WEEKDAY_HOURS: WeeklyInterval[] = [1, 2, 3, 4, 5].flatMap((day) => {
  const weekday = WEEKDAYS[day - 1] ?? 1;
  return [
    { weekday, opensMinute: 780, closesMinute: 1020 },
    { weekday, opensMinute: 480, closesMinute: 690 },
  ];
});
const MONDAY = civilDate('2026-11-23');
const SATURDAY = civilDate('2026-11-28');
const NONE = new Map<CivilDate, Holiday>();

function place(overrides: Partial<PlaceHours> = {}): PlaceHours {
  return { hours: WEEKDAY_HOURS, exceptions: [], opensOnHolidays: false, ...overrides };
}

function holiday(date: CivilDate, overrides: Partial<Holiday> = {}): Map<CivilDate, Holiday> {
  return new Map([
    [date, { date, kind: 'holiday', name: '元旦', nameEn: "New Year's Day", followsWeekday: null, ...overrides }],
  ]);
}

const repairs = {
  date: MONDAY,
  intervals: [],
  reason: '停电检修',
  reasonEn: 'Power maintenance',
};

describe('openingState', () => {
  it('is open inside an interval, closing minute excluded', () => {
    expect(openingState(place(), NONE, instantInShanghai(MONDAY, 480))).toEqual({
      state: 'open',
      closesAt: { date: MONDAY, minute: 690 },
    });
    expect(openingState(place(), NONE, instantInShanghai(MONDAY, 690)).state).toBe('closed');
  });

  it('is closed before opening, at lunch and after hours, and says when it opens next', () => {
    const opensAt = (minute: number, date = MONDAY) => {
      const state = openingState(place(), NONE, instantInShanghai(date, minute));
      return state.state === 'closed' ? state.opensAt : state;
    };
    expect(opensAt(0)).toEqual({ date: MONDAY, minute: 480 });
    expect(opensAt(700)).toEqual({ date: MONDAY, minute: 780 });
    expect(opensAt(1020)).toEqual({ date: addDays(MONDAY, 1), minute: 480 });
    expect(opensAt(600, SATURDAY)).toEqual({ date: addDays(SATURDAY, 2), minute: 480 });
  });

  it('is unknown where no hours are known, except on a date an exception describes', () => {
    const unknown = place({ hours: [] });
    expect(openingState(unknown, NONE, instantInShanghai(MONDAY, 600))).toEqual({ state: 'unknown' });
    expect(openingState({ ...unknown, exceptions: [repairs] }, NONE, instantInShanghai(MONDAY, 600))).toEqual({
      state: 'closed',
      opensAt: null,
      reason: '停电检修',
      reasonEn: 'Power maintenance',
    });
  });

  it('closes on an exception day with its reason, and opens again after it', () => {
    expect(openingState(place({ exceptions: [repairs] }), NONE, instantInShanghai(MONDAY, 600))).toEqual({
      state: 'closed',
      opensAt: { date: addDays(MONDAY, 1), minute: 480 },
      reason: '停电检修',
      reasonEn: 'Power maintenance',
    });
  });

  it('keeps the hours an exception gives, also on a weekend or a holiday', () => {
    const open = { ...repairs, date: SATURDAY, intervals: [{ opensMinute: 540, closesMinute: 660 }], reason: '义诊' };
    const state = openingState(place({ exceptions: [open] }), holiday(SATURDAY), instantInShanghai(SATURDAY, 600));
    expect(state).toEqual({ state: 'open', closesAt: { date: SATURDAY, minute: 660 } });
  });

  it('closes on a holiday with its name, unless the place opens on holidays', () => {
    const instant = instantInShanghai(MONDAY, 600);
    expect(openingState(place(), holiday(MONDAY), instant)).toMatchObject({ state: 'closed', reason: '元旦' });
    expect(openingState(place({ opensOnHolidays: true }), holiday(MONDAY), instant).state).toBe('open');
  });

  it('gives no reason for an ordinary evening', () => {
    expect(openingState(place(), NONE, instantInShanghai(MONDAY, 1200))).toMatchObject({ reason: null });
  });

  it('follows opening hours across midnight', () => {
    const night = place({
      hours: [
        { weekday: 1, opensMinute: 1200, closesMinute: 1440 },
        { weekday: 2, opensMinute: 0, closesMinute: 120 },
        { weekday: 3, opensMinute: 1200, closesMinute: 1440 },
      ],
    });
    expect(openingState(night, NONE, instantInShanghai(MONDAY, 1210))).toEqual({
      state: 'open',
      closesAt: { date: addDays(MONDAY, 1), minute: 120 },
    });
    expect(openingState(night, NONE, instantInShanghai(addDays(MONDAY, 2), 1210))).toEqual({
      state: 'open',
      closesAt: { date: addDays(MONDAY, 2), minute: 1440 },
    });
  });

  it('names no closing for a place that never closes, and no opening more than fourteen days away', () => {
    const always = place({ hours: WEEKDAYS.map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 })) });
    expect(openingState(always, NONE, instantInShanghai(MONDAY, 600))).toEqual({ state: 'open', closesAt: null });
    const closedDays = Array.from({ length: 20 }, (_, day) => ({ ...repairs, date: addDays(MONDAY, day) }));
    expect(openingState(place({ exceptions: closedDays }), NONE, instantInShanghai(MONDAY, 600))).toMatchObject({
      opensAt: null,
    });
  });

  it('changes exactly at the moment it names', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), minutes, (day, minute) => {
        const holidays = holiday(addDays(MONDAY, 10));
        const at = (date: CivilDate, m: number) =>
          openingState(place({ exceptions: [repairs] }), holidays, instantInShanghai(date, m));
        const state = at(addDays(MONDAY, day), minute);
        const change = state.state === 'open' ? state.closesAt : state.state === 'closed' ? state.opensAt : null;
        if (!change) throw new Error('the next change lies within fourteen days');
        expect(at(change.date, change.minute).state).toBe(state.state === 'open' ? 'closed' : 'open');
        expect(at(change.date, change.minute - 1).state).toBe(state.state);
      }),
    );
  });
});

describe('weekHours', () => {
  it('lists seven days from a date, intervals in order', () => {
    const week = weekHours(place(), NONE, SATURDAY);
    expect(week.map(({ weekday }) => weekday)).toEqual([6, 7, 1, 2, 3, 4, 5]);
    expect(week[0]).toEqual({ date: SATURDAY, weekday: 6, intervals: [], note: null });
    expect(week[2]?.intervals).toEqual([
      { opensMinute: 480, closesMinute: 690 },
      { opensMinute: 780, closesMinute: 1020 },
    ]);
    expect(weekHours(place(), NONE, MONDAY, 3)).toHaveLength(3);
  });

  it('notes a holiday, whether the place is closed or open on it', () => {
    const [closed] = weekHours(place(), holiday(MONDAY), MONDAY, 1);
    expect(closed).toMatchObject({ intervals: [], note: { kind: 'holiday', text: '元旦', textEn: "New Year's Day" } });
    const [open] = weekHours(place({ opensOnHolidays: true }), holiday(MONDAY), MONDAY, 1);
    expect(open?.intervals).toHaveLength(2);
    expect(open?.note?.kind).toBe('holiday');
  });

  it('keeps the hours of the weekday a make-up workday stands in for', () => {
    const hours: WeeklyInterval[] = [
      { weekday: 2, opensMinute: 500, closesMinute: 600 },
      { weekday: 5, opensMinute: 520, closesMinute: 640 },
    ];
    const madeUp = (followsWeekday: 2 | 4 | null, extra: WeeklyInterval[] = []) =>
      weekHours(
        place({ hours: [...hours, ...extra] }),
        holiday(SATURDAY, { kind: 'makeup_workday', name: '调休上班', followsWeekday }),
        SATURDAY,
        1,
      )[0];
    expect(madeUp(2)).toMatchObject({ intervals: [{ opensMinute: 500 }], note: { kind: 'makeup_workday' } });
    expect(madeUp(4)?.intervals).toEqual([]);
    expect(madeUp(null)?.intervals).toEqual([{ opensMinute: 520, closesMinute: 640 }]);
    expect(madeUp(null, [{ weekday: 6, opensMinute: 530, closesMinute: 560 }])?.intervals).toEqual([
      { opensMinute: 530, closesMinute: 560 },
    ]);
  });

  it('puts an exception before a holiday', () => {
    const [day] = weekHours(place({ exceptions: [repairs], opensOnHolidays: true }), holiday(MONDAY), MONDAY, 1);
    expect(day).toMatchObject({ intervals: [], note: { kind: 'exception', text: '停电检修' } });
  });
});

describe('isOpenInSlot', () => {
  it('asks for an hour inside the half-day', () => {
    expect(isOpenInSlot(place(), 1, 'am')).toBe(true);
    expect(isOpenInSlot(place(), 1, 'pm')).toBe(true);
    expect(isOpenInSlot(place(), 1, 'evening')).toBe(false);
    expect(isOpenInSlot(place(), 6, 'am')).toBe(false);
    const until1800 = { hours: [{ weekday: 1 as const, opensMinute: 480, closesMinute: 1080 }] };
    expect(isOpenInSlot(until1800, 1, 'evening')).toBe(false);
    const until2000 = { hours: [{ weekday: 1 as const, opensMinute: 1080, closesMinute: 1200 }] };
    expect(isOpenInSlot(until2000, 1, 'evening')).toBe(true);
  });

  it('divides the day like the half-days of sessions', () => {
    expect([0, 719, 720, 1049, 1050, 1439].map(halfOf)).toEqual(['am', 'am', 'pm', 'pm', 'evening', 'evening']);
  });
});
