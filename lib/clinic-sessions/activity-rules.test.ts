import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITY_COUNTS,
  type ActivityCounts,
  add,
  type CountedRecord,
  contributionOf,
  isNothing,
  NO_ACTIVITY,
  subtract,
} from './activity-rules';
import { EXPERT_PRESENCES, SESSION_MODES, SESSION_STATES, TRAINEE_PARTS } from './schema';

const HELD: CountedRecord = {
  state: 'submitted',
  planned: true,
  held: true,
  late: false,
  expertPresence: 'planned',
  mode: 'on_site',
  visitsNew: 4,
  visitsReturn: 8,
  prescriptions: 9,
  preparations: 2,
  referralsUp: 1,
  referralsDown: 3,
  teachingCases: 5,
  trainees: [],
};
const NOTHING_HELD = {
  ...{ held: false, expertPresence: null, mode: null, visitsNew: 0, visitsReturn: 0, prescriptions: 0 },
  ...{ preparations: 0, referralsUp: 0, referralsDown: 0, teachingCases: 0 },
};
const SUMS = { visitsNew: 4, visitsReturn: 8, prescriptions: 9, preparations: 2, referralsUp: 1, referralsDown: 3 };
const counted = (overrides: Partial<CountedRecord>) => contributionOf({ ...HELD, ...overrides });
const with_ = (counts: Partial<ActivityCounts>) => ({ ...NO_ACTIVITY, ...counts });

describe('contributionOf', () => {
  it('counts a held session as planned', () => {
    expect(contributionOf(HELD)).toEqual(
      with_({
        ...{ logged: 1, loggedPlanned: 1, held: 1, heldPlanned: 1, onTime: 1, expertPlanned: 1 },
        ...{ ...SUMS, teachingCases: 5 },
      }),
    );
  });

  it('counts nothing where there is no record, and nothing of a withdrawn one', () => {
    expect(contributionOf(null)).toEqual(NO_ACTIVITY);
    expect(counted({ state: 'withdrawn' })).toEqual(NO_ACTIVITY);
  });

  it.each<[CountedRecord['state'], Partial<ActivityCounts>]>([
    ['submitted', { confirmed: 0, accepted: 0, disputed: 0, returned: 0 }],
    ['confirmed', { confirmed: 1, confirmedPlanned: 1, accepted: 0 }],
    ['accepted', { confirmed: 1, confirmedPlanned: 1, accepted: 1 }],
    ['disputed', { confirmed: 0, disputed: 1 }],
    ['returned', { confirmed: 0, returned: 1 }],
  ])('tells apart what is %s', (state, expected) => {
    expect(counted({ state })).toMatchObject(expected);
  });

  it('keeps extra sessions out of what was planned', () => {
    expect(counted({ planned: false, expertPresence: 'substitute', state: 'confirmed' })).toMatchObject({
      ...{ logged: 1, loggedPlanned: 0, held: 1, heldPlanned: 0, confirmed: 1, confirmedPlanned: 0 },
      ...{ expertPlanned: 0, expertSubstitute: 1 },
    });
  });

  it('counts an accepted session that was not held as logged and accepted, never as confirmed', () => {
    expect(counted({ ...NOTHING_HELD, state: 'accepted', late: true })).toEqual(
      with_({ logged: 1, loggedPlanned: 1, accepted: 1 }),
    );
  });

  it('counts absence, remote sessions and trainees once each', () => {
    const signedAt = new Date();
    const trainees = [
      { part: 'observing', signedAt },
      { part: 'leading', signedAt: null },
      { part: 'leading', signedAt },
    ] as const;
    expect(counted({ expertPresence: 'absent', mode: 'remote', trainees })).toMatchObject({
      ...{ expertAbsent: 1, expertPlanned: 0, remote: 1 },
      ...{ attendances: 3, attendancesSigned: 2, withTrainee: 1, traineeLed: 1 },
    });
    expect(counted({ trainees: trainees.slice(0, 1) })).toMatchObject({ withTrainee: 1, traineeLed: 0 });
  });
});

const records = fc
  .record({
    state: fc.constantFrom(...SESSION_STATES),
    planned: fc.boolean(),
    late: fc.boolean(),
    held: fc.boolean(),
    expertPresence: fc.constantFrom(...EXPERT_PRESENCES),
    mode: fc.constantFrom(...SESSION_MODES),
    visitsNew: fc.nat(999),
    trainees: fc.array(
      fc.record({ part: fc.constantFrom(...TRAINEE_PARTS), signedAt: fc.constantFrom(null, new Date()) }),
      { maxLength: 5 },
    ),
  })
  .map((drawn): CountedRecord => {
    const record = { ...HELD, ...drawn };
    return record.held ? record : { ...record, ...NOTHING_HELD, trainees: [] };
  });
const counts = fc
  .array(fc.integer({ min: -5000, max: 5000 }), {
    minLength: ACTIVITY_COUNTS.length,
    maxLength: ACTIVITY_COUNTS.length,
  })
  .map((values) => Object.fromEntries(ACTIVITY_COUNTS.map((name, at) => [name, values[at]])) as ActivityCounts);

describe('sums', () => {
  it('keep the order of the four numbers, whatever the record', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { logged, held, confirmed, accepted, onTime, ...rest } = contributionOf(record);
        expect(logged).toBeGreaterThanOrEqual(held);
        expect(held).toBeGreaterThanOrEqual(confirmed);
        expect(logged).toBeGreaterThanOrEqual(accepted);
        expect(logged).toBeGreaterThanOrEqual(onTime);
        expect(rest.expertPlanned + rest.expertSubstitute + rest.expertAbsent).toBe(held);
        expect(rest.attendances).toBeGreaterThanOrEqual(rest.attendancesSigned);
        for (const name of ['logged', 'held', 'confirmed'] as const)
          expect(rest[`${name}Planned`]).toBe(record.planned ? { logged, held, confirmed }[name] : 0);
      }),
    );
  });

  it('come out right through differences: before + (after − before) = after', () => {
    fc.assert(
      fc.property(records, records, counts, (before, after, month) => {
        const delta = subtract(contributionOf(after), contributionOf(before));
        const without = subtract(month, contributionOf(before));
        expect(add(month, delta)).toEqual(add(without, contributionOf(after)));
      }),
    );
  });

  it('are nothing only when every count is', () => {
    expect(isNothing(NO_ACTIVITY)).toBe(true);
    fc.assert(fc.property(counts, (some) => isNothing(subtract(some, some))));
    for (const name of ACTIVITY_COUNTS) expect(isNothing({ ...NO_ACTIVITY, [name]: -1 })).toBe(false);
  });
});
