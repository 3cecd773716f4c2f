import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, instantInShanghai } from '@/lib/core/dates';
import { FIRST_THRESHOLDS } from './rules';
import type { RecordFacts } from './schema';
import { NO_FACTS, signalsOf } from './signal-rules';
import { knownUntil, numbersOf, openWindow, type RecordHistory, recordAt, windowOf } from './window-rules';

const DAY = civilDate('2026-11-18');
const at = (date: CivilDate, hour = 12) => instantInShanghai(date, hour * 60);

function facts(overrides: Partial<RecordFacts> = {}): RecordFacts {
  return {
    ...{ held: true, presence: 'planned', expertId: 'expert-1', mode: 'on_site', visitsNew: 4, visitsReturn: 9 },
    ...{ prescriptions: 8, preparations: 0, teachingCases: 1, trainees: 1 },
    ...overrides,
  };
}

function record(date: CivilDate, overrides: Partial<RecordHistory> = {}): RecordHistory {
  const sent = { firstSentAt: at(date), confirmedAt: at(addDays(date, 1)), withdrawnAt: null };
  return { date, half: 'am', ...sent, facts: facts(), earlier: [], ...overrides };
}

/** The days of weekly sessions, the last one on the day of the tests. */
const weekly = Array.from({ length: 10 }, (_, index) => addDays(DAY, -7 * index));
const expected = weekly.map((date) => ({ date, half: 'am' as const }));
const windowWith = (records: readonly RecordHistory[], knownAt = at(DAY, 24)) =>
  openWindow({ to: DAY, knownAt, thresholds: FIRST_THRESHOLDS, expected, records });

describe('a window', () => {
  it('is eight weeks long and ends with its day', () => {
    expect(windowOf(DAY, FIRST_THRESHOLDS)).toEqual({ from: civilDate('2026-09-24'), to: DAY });
    expect(windowWith([]).expected).toHaveLength(8);
  });

  it('does not ask yet for what may still be logged', () => {
    const { expected: due, pending, logged } = numbersOf(windowWith([]), FIRST_THRESHOLDS);
    expect({ due, pending, logged }).toEqual({ due: 7, pending: 1, logged: 0 });
    const today = numbersOf(windowWith([record(DAY)]), FIRST_THRESHOLDS);
    expect({ due: today.expected, pending: today.pending, logged: today.logged }).toEqual({
      due: 8,
      pending: 0,
      logged: 1,
    });
  });

  it('counts a session outside the schedule apart', () => {
    const { held, extra, confirmedAny } = numbersOf(windowWith([record(addDays(DAY, -1))]), FIRST_THRESHOLDS);
    expect({ held, extra, confirmedAny }).toEqual({ held: 0, extra: 1, confirmedAny: 1 });
  });

  it('counts a claim as unconfirmed only when there was time to confirm it', () => {
    const waiting = weekly.slice(0, 8).map((date) => record(date, { confirmedAt: null }));
    // sent at noon on the day; two weeks before the end of the day lies between the third and the second last
    expect(numbersOf(windowWith(waiting), FIRST_THRESHOLDS).unconfirmed).toBe(6);
  });

  it('says the median of visits, none without a held session', () => {
    const visits = (date: CivilDate, visitsNew: number) =>
      record(date, { facts: facts({ visitsNew, visitsReturn: 0 }) });
    const of = weekly.slice(0, 4).map((date, index) => visits(date, [1, 9, 3, 5][index] ?? 0));
    expect(numbersOf(windowWith(of), FIRST_THRESHOLDS).medianVisits).toBe(4);
    expect(numbersOf(windowWith([]), FIRST_THRESHOLDS).medianVisits).toBeNull();
  });
});

describe('a record as it was known', () => {
  const amended = record(DAY, {
    earlier: [{ facts: facts({ held: false }), confirmed: false, until: at(addDays(DAY, 2)) }],
    confirmedAt: at(addDays(DAY, 5)),
    withdrawnAt: at(addDays(DAY, 9)),
  });
  it.each([
    ['before it was sent', -1, null],
    ['as it was sent first', 1, { held: false, confirmed: false }],
    ['as it was amended', 3, { held: true, confirmed: false }],
    ['when it was confirmed', 6, { held: true, confirmed: true }],
    ['after it was withdrawn', 10, null],
  ])('%s', (_, days, known) => {
    const found = recordAt(amended, at(addDays(DAY, days)));
    expect(found && { held: found.held, confirmed: found.confirmed }).toEqual(known);
  });

  it('is known until the end of a past day, and until now of the present one', () => {
    const now = at(DAY, 9);
    expect(knownUntil(addDays(DAY, -1), now)).toEqual(at(DAY, 0));
    expect(knownUntil(DAY, now)).toEqual(now);
  });
});

describe('what asks for a look', () => {
  const honest = weekly.slice(0, 8).map((date, index) =>
    record(date, {
      facts: facts({ visitsNew: 3 + index, visitsReturn: 7 + ((index * 5) % 9), prescriptions: 4 + index }),
    }),
  );
  const codes = (records: readonly RecordHistory[], known = NO_FACTS) =>
    signalsOf(windowWith(records), FIRST_THRESHOLDS, known).map(({ code }) => code);

  it('is nothing in ordinary records', () => {
    expect(codes(honest)).toEqual([]);
  });

  it('is the same row again and again, with its days', () => {
    const [signal, ...others] = signalsOf(
      windowWith(weekly.slice(0, 8).map((date) => record(date))),
      FIRST_THRESHOLDS,
      NO_FACTS,
    );
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ code: 'repeated_rows', part: 8, whole: 8, threshold: 4 });
    expect(signal?.dates).toHaveLength(8);
  });

  it('is round numbers in at least half of six', () => {
    const round = honest.map((one, index) =>
      index % 2 === 0 ? { ...one, facts: facts({ visitsNew: 5, visitsReturn: 10 + index * 5 }) } : one,
    );
    expect(codes(round)).toEqual(['round_numbers']);
    expect(codes(round.slice(0, 5))).toEqual([]);
  });

  it('is many weeks sent within an hour, not a week at once', () => {
    const together = honest.map((one) => ({ ...one, firstSentAt: at(DAY, 10) }));
    expect(codes(together)).toEqual(['batch_entry']);
    expect(codes([...together.slice(0, 3), ...honest.slice(3)])).toEqual([]);
  });

  it('is a holiday, another place at once, and a target met to the visit', () => {
    const [day] = weekly;
    expect(codes(honest, { ...NO_FACTS, holidays: new Set(day ? [day] : []) })).toEqual(['on_holidays']);
    expect(codes(honest, { ...NO_FACTS, elsewhere: new Set([`${day} am`]) })).toEqual(['two_places']);
    const met = honest.map((one, index) => ({
      ...one,
      facts: facts({ visitsNew: index, visitsReturn: 12 - index, prescriptions: index }),
    }));
    expect(codes(met, { ...NO_FACTS, visitsTarget: 11.5 })).toEqual(['at_target']);
    expect(codes(met)).toEqual([]);
  });
});
