import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/core/dates';
import type { EarlierSession, SessionPrefill } from './form-schema';
import { contentAsPlanned, splitVisits, usualPattern } from './pattern-rules';
import { sessionContentSchema } from './schema';

const A = { catalogueId: 'cat', code: 'A' };
const B = { catalogueId: 'cat', code: 'B' };
const SLOT = { plannedExpertId: 'expert', traineeIds: ['t1', 't2'], conditions: [A, B] };

const earlier = (overrides: Partial<EarlierSession>, weeks = 1): EarlierSession => ({
  date: addDays(civilDate('2026-11-18'), -7 * weeks),
  half: 'am',
  state: 'confirmed',
  held: true,
  notHeldReason: null,
  presence: 'planned',
  expert: null,
  mode: 'on_site',
  visitsNew: 4,
  visitsReturn: 6,
  conditions: [],
  techniques: [],
  trainees: [],
  ...overrides,
});
const trainee = (traineeId: string, part: 'observing' | 'leading' = 'observing') => ({
  traineeId,
  name: '',
  nameEn: '',
  part,
});

describe('usualPattern', () => {
  it('never fills in visits', () => {
    const { visitsNew, visitsReturn } = usualPattern([earlier({})], SLOT);
    expect([visitsNew, visitsReturn]).toEqual([null, null]);
  });

  it('begins, without a past, with the planned expert on site and every assigned trainee', () => {
    expect(usualPattern([], SLOT)).toEqual({
      ...{ held: true, expert: { presence: 'planned' }, mode: 'on_site', visitsNew: null, visitsReturn: null },
      ...{ conditionShares: [], techniqueCodes: [] },
      trainees: [
        { traineeId: 't1', part: 'observing' },
        { traineeId: 't2', part: 'observing' },
      ],
    });
    expect(usualPattern([], { ...SLOT, plannedExpertId: null }).expert).toBeNull();
    expect(usualPattern([], { ...SLOT, conditions: [A] }).conditionShares).toEqual([{ ...A, share: 1 }]);
  });

  it('takes the mode, trainees and kinds of techniques of most sessions', () => {
    const needles = [{ code: 'needles', count: 3 }];
    const past = [
      earlier({ mode: 'remote', techniques: needles, trainees: [trainee('t1', 'leading'), trainee('gone')] }),
      earlier({ mode: 'remote', techniques: [...needles, { code: 'cups', count: 1 }], trainees: [trainee('t1')] }, 2),
      earlier({ mode: 'on_site', trainees: [trainee('t2')] }, 3),
    ];
    expect(usualPattern(past, SLOT)).toMatchObject({
      mode: 'remote',
      techniqueCodes: ['needles'],
      trainees: [{ traineeId: 't1', part: 'leading' }],
    });
  });

  it('leaves out what was not held or withdrawn, and all but the last six', () => {
    const past = [
      earlier({ held: false, mode: null }),
      earlier({ state: 'withdrawn', mode: 'remote' }),
      ...[3, 4, 5, 6, 7, 8].map((week) => earlier({ mode: 'remote' }, week)),
      ...[9, 10, 11, 12].map((week) => earlier({}, week)),
    ];
    expect(usualPattern(past, SLOT).mode).toBe('remote');
  });

  it('divides by what the conditions had of all visits, the largest first', () => {
    const past = [
      earlier({
        conditions: [
          { ...A, visits: 2 },
          { ...B, visits: 5 },
        ],
      }),
      earlier({ conditions: [{ ...B, visits: 5 }] }, 2),
    ];
    expect(usualPattern(past, SLOT).conditionShares).toEqual([
      { ...B, share: 0.5 },
      { ...A, share: 0.1 },
    ]);
  });
});

describe('splitVisits', () => {
  it('gives each its part, and what is left to the largest remainders', () => {
    const shares = [
      { ...A, share: 0.5 },
      { ...B, share: 0.25 },
    ];
    expect(splitVisits(12, shares)).toEqual([
      { ...A, visits: 6 },
      { ...B, visits: 3 },
    ]);
    expect(splitVisits(3, shares)).toEqual([
      { ...A, visits: 1 },
      { ...B, visits: 1 },
    ]);
    expect(splitVisits(0, shares)).toEqual([]);
  });

  it('never gives more than there are, and is off by less than one for each', () => {
    const drawn = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drawn, fc.nat(999), fc.double({ min: 0, max: 1, noNaN: true }), (weights, visits, named) => {
        const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
        const shares = weights.map((weight, at) => ({
          catalogueId: 'c',
          code: `${at}`,
          share: (weight / sum) * named,
        }));
        const rows = splitVisits(visits, shares);
        expect(rows.reduce((total, row) => total + row.visits, 0)).toBeLessThanOrEqual(visits);
        for (const { code, share } of shares) {
          const got = rows.find((row) => row.code === code)?.visits ?? 0;
          expect(Math.abs(got - visits * share)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('contentAsPlanned', () => {
  const prefill: SessionPrefill = {
    ...usualPattern([], { ...SLOT, conditions: [A] }),
    techniqueCodes: ['needles'],
  };

  it('is a content that may be sent, once the visits are typed', () => {
    const content = contentAsPlanned(prefill, { visitsNew: 3, visitsReturn: 9 });
    expect(sessionContentSchema.parse(content)).toEqual(content);
    expect(content).toMatchObject({
      visitsNew: 3,
      visitsReturn: 9,
      conditions: [{ ...A, visits: 12 }],
      techniques: [],
    });
  });

  it('is none where nobody was planned', () => {
    expect(contentAsPlanned({ ...prefill, expert: null }, { visitsNew: 1, visitsReturn: 0 })).toBeNull();
  });
});
