import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import { addDays, civilDate } from '@/lib/core/dates';
import {
  type AttendedRecord,
  attendanceByMonth,
  attendanceOf,
  conditionsSeen,
  furthestPart,
  monthsIn,
} from './attendance-rules';

const DAY = civilDate('2026-03-01');
const TIME = { clinicId: 'a', validFrom: DAY, validTo: civilDate('2026-04-01') };
const held = (id: string, date = DAY, clinicId = 'a') => ({ id, clinicId, date });
const attended = (id: string, part: Partial<AttendedRecord> = {}): AttendedRecord => ({
  ...held(id),
  part: 'observing',
  signed: false,
  conditions: [],
  ...part,
});
const NONE = { observing: 0, assisting: 0, leading: 0 };

describe('attendanceOf', () => {
  it('counts what was held in the own clinic and the own time, whose end is exclusive', () => {
    const records = [
      held('1'),
      held('2', civilDate('2026-03-31')),
      held('3', civilDate('2026-04-01')),
      held('4', civilDate('2026-02-28')),
      held('5', DAY, 'b'),
    ];
    expect(attendanceOf([TIME], records, [])).toEqual({ held: 2, attended: 0, signed: 0, parts: NONE });
    expect(attendanceOf([{ ...TIME, validTo: null }], records, []).held).toBe(3);
  });

  it('counts a session attended elsewhere on both sides', () => {
    expect(
      attendanceOf([TIME], [held('1')], [attended('9', { clinicId: 'b', part: 'leading', signed: true })]),
    ).toEqual({
      held: 2,
      attended: 1,
      signed: 1,
      parts: { ...NONE, leading: 1 },
    });
  });

  it('never says more than all, and months add up to the whole', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(DAY, days));
    const records = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        date: day,
        clinicId: fc.constantFrom('a', 'b'),
        there: fc.boolean(),
        part: fc.constantFrom(...TRAINEE_PARTS),
        signed: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(records, day, (rows, validTo) => {
        const assigned = [{ ...TIME, validTo }];
        const there = rows.filter((row) => row.there).map((row) => ({ ...row, conditions: [] }));
        const whole = attendanceOf(assigned, rows, there);
        expect(whole.attended).toBeLessThanOrEqual(whole.held);
        expect(whole.signed).toBeLessThanOrEqual(whole.attended);
        expect(whole.parts.observing + whole.parts.assisting + whole.parts.leading).toBe(whole.attended);
        const months = attendanceByMonth(monthsIn({ from: DAY, to: addDays(DAY, 120) }), assigned, rows, there);
        expect(months.reduce((sum, month) => sum + month.held, 0)).toBe(whole.held);
        expect(months.reduce((sum, month) => sum + month.attended, 0)).toBe(whole.attended);
      }),
    );
  });
});

describe('conditionsSeen', () => {
  it('adds up sessions and visits, the most frequent first', () => {
    const knee = { code: 'A1', name: '膝痹', nameEn: 'Knee' };
    const neck = { code: 'A0', name: '项痹', nameEn: 'Neck' };
    const seen = conditionsSeen([
      attended('1', {
        conditions: [
          { ...knee, visits: 3 },
          { ...neck, visits: 9 },
        ],
      }),
      attended('2', { conditions: [{ ...knee, visits: 2 }] }),
    ]);
    expect(seen).toEqual([
      { ...knee, sessions: 2, visits: 5 },
      { ...neck, sessions: 1, visits: 9 },
    ]);
    expect(conditionsSeen([])).toEqual([]);
  });
});

describe('furthestPart', () => {
  it('is the part that asks most, or none', () => {
    expect(furthestPart({ parts: NONE })).toBeNull();
    expect(furthestPart({ parts: { ...NONE, observing: 9 } })).toBe('observing');
    expect(furthestPart({ parts: { observing: 9, assisting: 1, leading: 0 } })).toBe('assisting');
    expect(furthestPart({ parts: { ...NONE, leading: 1 } })).toBe('leading');
  });
});

describe('monthsIn', () => {
  it('names the months that a range touches', () => {
    expect(monthsIn({ from: civilDate('2025-11-30'), to: civilDate('2026-01-01') })).toEqual([
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
    ]);
    expect(monthsIn({ from: civilDate('2026-02-01'), to: civilDate('2026-01-31') })).toEqual([]);
  });
});
