import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { type ExpertRecord, halfDaysAWeek, presenceOf, weeksOf } from './presence-rules';

const record = (part: Partial<ExpertRecord> = {}): ExpertRecord => ({
  date: civilDate('2026-11-18'),
  plannedExpertId: 'me',
  expertId: 'me',
  expertPresence: 'planned',
  held: true,
  ...part,
});
const RECORDS = [
  record(),
  record({ expertId: 'other', expertPresence: 'substitute' }),
  record({ expertId: null, expertPresence: 'absent' }),
  record({ expertId: null, expertPresence: null, held: false }),
  record({ plannedExpertId: 'other', expertPresence: 'substitute' }),
  record({ plannedExpertId: null, expertPresence: 'planned' }),
];

describe('presenceOf', () => {
  it('tells what became of the sessions planned for an expert, and where the expert stood in', () => {
    expect(presenceOf('me', RECORDS)).toEqual({
      planned: 4,
      came: 1,
      substituted: 1,
      absent: 1,
      notHeld: 1,
      stoodIn: 2,
    });
    expect(presenceOf('other', RECORDS)).toMatchObject({ planned: 1, came: 0, substituted: 1, stoodIn: 1 });
  });
});

describe('weeksOf', () => {
  it('lays plans and records into weeks from Monday', () => {
    const range = { from: civilDate('2026-11-11'), to: civilDate('2026-11-22') };
    const expected = [civilDate('2026-11-15'), civilDate('2026-11-16'), civilDate('2026-11-22')];
    expect(weeksOf('me', range, expected, RECORDS)).toEqual([
      { monday: '2026-11-09', planned: 1, came: 0, substituted: 0, absent: 0 },
      { monday: '2026-11-16', planned: 2, came: 1, substituted: 1, absent: 1 },
    ]);
  });
});

describe('halfDaysAWeek', () => {
  it('counts every second week as half', () => {
    expect(halfDaysAWeek([{ recurrence: 'weekly' }, { recurrence: 'alternate_weeks' }])).toBe(1.5);
    expect(halfDaysAWeek([])).toBe(0);
  });
});
