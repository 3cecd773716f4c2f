import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate } from '@/lib/core/dates';
import { HALVES, type Holiday } from '@/lib/directory/schema';
import {
  clinicStatusOn,
  compareSessions,
  type PlanInput,
  planSessions,
  sessionEnd,
  sessionStart,
  statusPeriodOn,
  upcomingRange,
} from './rules';
import type { ScheduleException, ScheduleLine, StatusPeriod } from './schema';

const MONDAY = civilDate('2026-11-23');

function line(overrides: Partial<ScheduleLine> = {}): ScheduleLine {
  return {
    weekday: 3,
    half: 'am',
    startsMinute: 510,
    endsMinute: 690,
    recurrence: 'weekly',
    anchorDate: civilDate('2024-01-01'),
    validFrom: civilDate('2024-01-01'),
    validTo: null,
    expertId: 'expert-1',
    ...overrides,
  };
}

function operating(overrides: Partial<StatusPeriod> = {}): StatusPeriod {
  const from = civilDate('2024-01-01');
  return { status: 'operating', validFrom: from, validTo: null, reason: null, reasonEn: null, ...overrides };
}

function holidayMap(...holidays: Holiday[]): Map<CivilDate, Holiday> {
  return new Map(holidays.map((holiday) => [holiday.date, holiday]));
}

function plan(input: Partial<PlanInput>) {
  return planSessions({
    schedule: [line()],
    exceptions: [],
    statuses: [operating()],
    holidays: new Map(),
    from: MONDAY,
    to: addDays(MONDAY, 13),
    ...input,
  });
}

const removed: ScheduleException = {
  kind: 'removed',
  date: civilDate('2026-11-25'),
  half: 'am',
  reason: '专家外出会诊',
  reasonEn: 'The expert is away',
};

const added: ScheduleException = {
  kind: 'added',
  date: civilDate('2026-11-28'),
  half: 'am',
  startsMinute: 540,
  endsMinute: 660,
  expertId: 'expert-2',
  reason: '加诊',
  reasonEn: null,
};

const nationalDay: Holiday = {
  date: civilDate('2026-10-07'),
  kind: 'holiday',
  name: '国庆节',
  nameEn: 'National Day',
  followsWeekday: null,
};

const makeupSaturday: Holiday = {
  date: civilDate('2026-10-10'),
  kind: 'makeup_workday',
  name: '国庆节调休上班',
  nameEn: 'National Day make-up workday',
  followsWeekday: 3,
};

describe('planSessions', () => {
  it('names every week of a weekly line', () => {
    expect(plan({}).expected.map(({ date }) => date)).toEqual(['2026-11-25', '2026-12-02']);
    expect(plan({}).expected[0]).toEqual({
      date: '2026-11-25',
      half: 'am',
      startsMinute: 510,
      endsMinute: 690,
      expertId: 'expert-1',
      added: null,
    });
  });

  it('includes both ends of the range, and answers nothing for a range that ends before it begins', () => {
    const wednesday = civilDate('2026-11-25');
    expect(plan({ from: wednesday, to: wednesday }).expected).toHaveLength(1);
    expect(plan({ from: wednesday, to: MONDAY })).toEqual({ expected: [], stopped: [] });
  });

  it('keeps to the validity of a line, both ends included', () => {
    const only = civilDate('2026-12-02');
    expect(plan({ schedule: [line({ validFrom: only, validTo: only })] }).expected.map(({ date }) => date)).toEqual([
      '2026-12-02',
    ]);
  });

  it('counts alternate weeks from the Monday of the anchor week, whatever weekday the anchor is', () => {
    for (const anchorDate of [MONDAY, addDays(MONDAY, 6), addDays(MONDAY, 14), addDays(MONDAY, -28)]) {
      const schedule = [line({ recurrence: 'alternate_weeks', anchorDate })];
      expect(plan({ schedule }).expected.map(({ date }) => date)).toEqual(['2026-11-25']);
    }
    const nextWeek = [line({ recurrence: 'alternate_weeks', anchorDate: addDays(MONDAY, 7) })];
    expect(plan({ schedule: nextWeek }).expected.map(({ date }) => date)).toEqual(['2026-12-02']);
  });

  it('stops a removed session with its reason and keeps the others', () => {
    const result = plan({ exceptions: [removed] });
    expect(result.expected.map(({ date }) => date)).toEqual(['2026-12-02']);
    expect(result.stopped).toEqual([
      {
        date: '2026-11-25',
        half: 'am',
        startsMinute: 510,
        endsMinute: 690,
        expertId: 'expert-1',
        cause: 'removed',
        reason: '专家外出会诊',
        reasonEn: 'The expert is away',
      },
    ]);
  });

  it('ignores a removal of what was never scheduled', () => {
    expect(plan({ exceptions: [{ ...removed, half: 'pm' }] })).toEqual(plan({}));
  });

  it('adds a session outside the schedule, with its own expert, hours and reason', () => {
    expect(plan({ exceptions: [added] }).expected[1]).toEqual({
      date: '2026-11-28',
      half: 'am',
      startsMinute: 540,
      endsMinute: 660,
      expertId: 'expert-2',
      added: { reason: '加诊', reasonEn: null },
    });
  });

  it('lets an added session replace the scheduled one of the same half-day', () => {
    const replacing = { ...added, date: civilDate('2026-11-25') };
    for (const exceptions of [[replacing], [removed, replacing]]) {
      const result = plan({ exceptions });
      expect(result.expected[0]).toMatchObject({ date: '2026-11-25', expertId: 'expert-2' });
      expect(result.stopped).toEqual([]);
    }
  });

  it('stops a session on a holiday, unless an exception added it', () => {
    const range = { from: civilDate('2026-10-05'), to: civilDate('2026-10-11'), holidays: holidayMap(nationalDay) };
    expect(plan(range)).toMatchObject({
      expected: [],
      stopped: [{ date: '2026-10-07', cause: 'holiday', reason: '国庆节', reasonEn: 'National Day' }],
    });
    const kept = plan({ ...range, exceptions: [{ ...added, date: nationalDay.date }] });
    expect(kept.stopped).toEqual([]);
    expect(kept.expected).toMatchObject([{ date: '2026-10-07', expertId: 'expert-2' }]);
  });

  it('holds the sessions of the weekday a make-up workday stands in for', () => {
    const range = { from: civilDate('2026-10-08'), to: civilDate('2026-10-11'), holidays: holidayMap(makeupSaturday) };
    expect(plan(range).expected.map(({ date }) => date)).toEqual(['2026-10-10']);
    expect(plan({ ...range, holidays: holidayMap({ ...makeupSaturday, followsWeekday: null }) }).expected).toEqual([]);
  });

  it('holds at most one session per half-day on a make-up workday: the own weekday goes first', () => {
    const saturday = line({ weekday: 6, startsMinute: 540, expertId: 'expert-6' });
    const afternoon = line({ weekday: 6, half: 'pm', startsMinute: 810, endsMinute: 960, expertId: 'expert-7' });
    const range = { from: civilDate('2026-10-10'), to: civilDate('2026-10-10'), holidays: holidayMap(makeupSaturday) };
    for (const schedule of [
      [line(), saturday, afternoon],
      [afternoon, saturday, line()],
    ]) {
      expect(plan({ ...range, schedule }).expected.map(({ expertId }) => expertId)).toEqual(['expert-6', 'expert-7']);
    }
  });

  it('gives the same answer for overlapping lines in any order', () => {
    const lines = [
      line({ startsMinute: 540, expertId: 'b' }),
      line({ startsMinute: 510, expertId: 'd' }),
      line({ startsMinute: 510, endsMinute: 600, expertId: 'c' }),
      line({ startsMinute: 510, endsMinute: 600, expertId: 'a' }),
    ];
    expect(plan({ schedule: lines }).expected[0]?.expertId).toBe('a');
    expect(plan({ schedule: lines.toReversed() })).toEqual(plan({ schedule: lines }));
  });

  it('stops sessions while the clinic is suspended, with the reason of the suspension, added ones too', () => {
    const statuses = [
      operating({ validTo: civilDate('2026-11-25') }),
      operating({
        status: 'suspended',
        validFrom: civilDate('2026-11-25'),
        validTo: civilDate('2026-12-02'),
        reason: '诊室装修',
        reasonEn: 'Room under renovation',
      }),
      operating({ validFrom: civilDate('2026-12-02') }),
    ];
    const result = plan({ statuses, exceptions: [added] });
    expect(result.expected.map(({ date }) => date)).toEqual(['2026-12-02']);
    expect(result.stopped).toMatchObject([
      { date: '2026-11-25', cause: 'suspended', reason: '诊室装修', reasonEn: 'Room under renovation' },
      { date: '2026-11-28', cause: 'suspended', reason: '诊室装修' },
    ]);
  });

  it('says nothing about a clinic that is preparing, closed, or has no history', () => {
    for (const statuses of [
      [operating({ status: 'preparing' })],
      [operating({ status: 'closed', reason: '并入' })],
      [],
    ]) {
      expect(plan({ statuses, exceptions: [removed, added] })).toEqual({ expected: [], stopped: [] });
    }
  });

  it('goes on over the end of a year, also of one with 53 ISO weeks', () => {
    const schedule = [line({ weekday: 4, recurrence: 'alternate_weeks', anchorDate: civilDate('2026-12-17') })];
    const result = plan({ schedule, from: civilDate('2026-12-17'), to: civilDate('2027-01-31') });
    expect(result.expected.map(({ date }) => date)).toEqual(['2026-12-17', '2026-12-31', '2027-01-14', '2027-01-28']);
  });
});

describe('clinicStatusOn', () => {
  const history = [
    operating({ status: 'preparing', validTo: civilDate('2024-03-01') }),
    operating({ validFrom: civilDate('2024-03-01'), validTo: civilDate('2024-09-01') }),
  ];

  it('finds the period that covers a date; the end is exclusive', () => {
    expect(clinicStatusOn(history, civilDate('2024-02-29'))).toBe('preparing');
    expect(clinicStatusOn(history, civilDate('2024-03-01'))).toBe('operating');
    expect(statusPeriodOn(history, civilDate('2024-09-01'))).toBeNull();
  });

  it('is preparing before the history and closed after a history that ended', () => {
    expect(clinicStatusOn(history, civilDate('2023-12-31'))).toBe('preparing');
    expect(clinicStatusOn(history, civilDate('2024-09-01'))).toBe('closed');
    expect(clinicStatusOn([], MONDAY)).toBe('preparing');
  });
});

describe('session instants', () => {
  it('are Shanghai time', () => {
    const times = { date: civilDate('2026-11-25'), startsMinute: 510, endsMinute: 690 };
    expect(sessionStart(times).toISOString()).toBe('2026-11-25T00:30:00.000Z');
    expect(sessionEnd(times).toISOString()).toBe('2026-11-25T03:30:00.000Z');
  });

  it('order by date, then half-day', () => {
    const sessions = HALVES.toReversed().map((half) => ({ date: MONDAY, half }));
    sessions.unshift({ date: addDays(MONDAY, 1), half: 'am' });
    expect(sessions.toSorted(compareSessions).map(({ date, half }) => `${date} ${half}`)).toEqual([
      '2026-11-23 am',
      '2026-11-23 pm',
      '2026-11-23 evening',
      '2026-11-24 am',
    ]);
  });

  it('cover eight weeks from today in Shanghai', () => {
    expect(upcomingRange(new Date('2026-11-22T16:30:00Z'), 8)).toEqual({ from: '2026-11-23', to: '2027-01-17' });
  });
});
