import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import { EXPERT_LOAD } from './schema';
import { type PlannedPlace, planWarnings } from './warning-rules';

const MONDAY = civilDate('2026-11-23');
const at = (days: number, half: Half = 'am', expertId = 'e1') => ({
  date: addDays(MONDAY, days),
  half,
  startsMinute: 510,
  endsMinute: 690,
  expertId,
  added: null,
});
const place = (part: Partial<PlannedPlace>): PlannedPlace => ({
  clinicId: 'own',
  centreId: 'c1',
  room: '203',
  expected: [],
  ...part,
});

describe('planWarnings', () => {
  it('says nothing where nothing meets', () => {
    const own = place({ expected: [at(0), at(1)] });
    const others = [
      place({ clinicId: 'a', centreId: 'c2', expected: [at(0, 'am', 'e2')] }),
      place({ clinicId: 'b', expected: [at(0, 'pm')] }),
    ];
    expect(planWarnings(own, others)).toEqual([]);
    expect(planWarnings(place({}), others)).toEqual([]);
  });

  it('finds an expert in two places, once for all weeks of a weekday and half-day', () => {
    const own = place({ room: null, expected: [at(0), at(7), at(2)] });
    const other = place({ clinicId: 'a', centreId: 'c2', room: null, expected: [at(0), at(7), at(2)] });
    expect(planWarnings(own, [other])).toEqual([
      { kind: 'expertTwice', expertId: 'e1', half: 'am', dates: [at(0).date, at(7).date], otherClinicId: 'a' },
      { kind: 'expertTwice', expertId: 'e1', half: 'am', dates: [at(2).date], otherClinicId: 'a' },
    ]);
  });

  it('finds a room used twice, only at the same centre', () => {
    const own = place({ expected: [at(0)] });
    const expected = [at(0, 'am', 'e2')];
    expect(planWarnings(own, [place({ clinicId: 'a', expected })])).toEqual([
      { kind: 'roomTwice', room: '203', half: 'am', dates: [MONDAY], otherClinicId: 'a' },
    ]);
    for (const part of [{ centreId: 'c2' }, { room: '204' }, { room: null }])
      expect(planWarnings(own, [place({ clinicId: 'a', expected, ...part })])).toEqual([]);
    expect(planWarnings({ ...own, room: null }, [place({ clinicId: 'a', room: null, expected })])).toEqual([]);
  });

  it('finds more half-days a week than the threshold, which is ours', () => {
    expect(EXPERT_LOAD).toEqual({ halfDaysAWeek: 4, source: 'ours' });
    const others = (days: number[]) => [
      place({ clinicId: 'a', centreId: 'c2', room: null, expected: days.map((day) => at(day)) }),
    ];
    const own = place({ expected: [at(0), at(7)] });
    expect(planWarnings(own, others([1, 2, 3]))).toEqual([]);
    // the same half-day twice is not two half-days of work
    expect(planWarnings(own, others([0, 1, 2, 3])).map(({ kind }) => kind)).toEqual(['expertTwice']);
    expect(planWarnings(own, others([1, 2, 3, 4, 8, 9, 10, 11, 12]))).toEqual([
      { kind: 'overload', expertId: 'e1', halfDays: 6, weeks: [MONDAY, addDays(MONDAY, 7)] },
    ]);
    expect(planWarnings(place({ expected: [at(0, 'am', 'e2')] }), others([1, 2, 3, 4, 5]))).toEqual([]);
  });
});
