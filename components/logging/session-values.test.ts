import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { NOT_HELD_REASONS, type SessionContent, sessionContentSchema } from '@/lib/clinic-sessions/schema';
import { firstValues, numberOf, sameValues, typedContent, valuesIn, valuesOf } from './session-values';

const NO_SHARES = { conditionShares: [] };
const SHARES = {
  conditionShares: [
    { catalogueId: 'c', code: 'A.1', share: 0.75 },
    { catalogueId: 'c', code: 'B', share: 0.25 },
  ],
};
const HELD = { held: 'yes', expertPresence: 'planned', mode: 'on_site', visitsNew: '3', visitsReturn: '9' };

const count = (most: number) => fc.integer({ min: 0, max: most });
const text = fc.option(
  fc.string({ minLength: 1, maxLength: 40 }).map((given) => given.replace(/[^a-z\u4e00-\u9fff]/g, '') || '字'),
  { nil: null },
);
const code = fc.stringMatching(/^[A-Z][0-9.]{1,6}$/);
const person = fc.stringMatching(/^[a-z][a-z0-9-]{2,8}$/);
const heldContent = fc.record({
  held: fc.constant(true as const),
  expert: fc.oneof(
    fc.constant({ presence: 'planned' as const }),
    fc.constant({ presence: 'absent' as const }),
    person.map((expertId) => ({ presence: 'substitute' as const, expertId })),
  ),
  mode: fc.constantFrom('on_site' as const, 'remote' as const),
  visitsNew: fc.integer({ min: 300, max: 999 }),
  visitsReturn: fc.integer({ min: 300, max: 999 }),
  conditions: fc.uniqueArray(fc.record({ catalogueId: person, code, visits: fc.integer({ min: 1, max: 50 }) }), {
    selector: (row) => `${row.catalogueId}/${row.code}`,
    maxLength: 4,
  }),
  techniques: fc.uniqueArray(fc.record({ code: person, count: fc.integer({ min: 1, max: 99 }) }), {
    selector: (row) => row.code,
    maxLength: 4,
  }),
  prescriptions: count(9999),
  preparations: count(9999),
  referralsUp: count(999),
  referralsDown: count(999),
  trainees: fc.uniqueArray(
    fc.record({
      traineeId: person,
      part: fc.constantFrom('observing' as const, 'assisting' as const, 'leading' as const),
    }),
    { selector: (row) => row.traineeId, maxLength: 3 },
  ),
  teachingCases: count(999),
  note: text,
  explanation: text,
});
const notHeldContent = fc.record({
  held: fc.constant(false as const),
  reason: fc.constantFrom(...NOT_HELD_REASONS),
  note: text.map((given) => given ?? '有说明'),
  explanation: text,
});

describe('valuesOf and typedContent', () => {
  it('give back every content as it was', () => {
    fc.assert(
      fc.property(fc.oneof(heldContent, notHeldContent), (given) => {
        const content: SessionContent = sessionContentSchema.parse(given);
        expect(sessionContentSchema.parse(typedContent(valuesOf(content), SHARES))).toEqual(content);
      }),
    );
  });
});

describe('typedContent', () => {
  it('reads digits of any width, and nothing that is no number', () => {
    expect(numberOf(' １２ ')).toBe(12);
    for (const typed of ['', '-1', '1.5', '1e3', '一', '12345678', undefined]) expect(numberOf(typed)).toBeNaN();
  });

  it('asks for the visits and takes other empty counts as none', () => {
    const typed = typedContent({ ...HELD, visitsReturn: '', prescriptions: ' ' }, NO_SHARES);
    expect(typed).toMatchObject({ visitsNew: 3, visitsReturn: Number.NaN, prescriptions: 0, teachingCases: 0 });
  });

  it('divides visits as usual when told so and nothing was counted', () => {
    const divided = [
      { catalogueId: 'c', code: 'A.1', visits: 9 },
      { catalogueId: 'c', code: 'B', visits: 3 },
    ];
    expect(typedContent({ ...HELD, divide: 'yes' }, SHARES)).toMatchObject({ conditions: divided });
    expect(typedContent(HELD, SHARES)).toMatchObject({ conditions: [] });
    const counted = { ...HELD, divide: 'yes', 'condition:c/A.1': '2', 'condition:c/B': '0' };
    expect(typedContent(counted, SHARES)).toMatchObject({ conditions: [{ catalogueId: 'c', code: 'A.1', visits: 2 }] });
    expect(typedContent({ ...HELD, visitsNew: 'x', divide: 'yes' }, SHARES)).toMatchObject({ conditions: [] });
  });

  it('takes what was chosen in addition', () => {
    const typed = typedContent(
      {
        ...HELD,
        conditionFurther0: 'c/X/1',
        conditionFurtherCount0: '2',
        conditionFurther1: '',
        conditionFurtherCount1: '5',
        techniqueFurther2: 'cupping',
        techniqueFurtherCount2: '',
      },
      NO_SHARES,
    );
    expect(typed).toMatchObject({
      conditions: [{ catalogueId: 'c', code: 'X/1', visits: 2 }],
      techniques: [{ code: 'cupping', count: Number.NaN }],
    });
  });

  it('leaves out what was answered with none of the choices', () => {
    expect(typedContent({}, NO_SHARES)).toEqual({ note: undefined, explanation: undefined });
    expect(typedContent({ held: 'no', notHeldReason: 'boredom' }, NO_SHARES)).toMatchObject({ reason: undefined });
    expect(
      typedContent({ ...HELD, expertPresence: 'ghost', 'trainee:t': 'x', 'trainee:u': '' }, NO_SHARES),
    ).toMatchObject({
      expert: { presence: undefined },
      trainees: [{ traineeId: 't', part: undefined }],
    });
  });
});

describe('firstValues', () => {
  const prefill: SessionForm['prefill'] = {
    held: true,
    expert: { presence: 'planned' },
    mode: 'remote',
    visitsNew: null,
    visitsReturn: null,
    conditionShares: SHARES.conditionShares,
    techniqueCodes: ['cupping'],
    trainees: [{ traineeId: 't', part: 'leading' }],
  };

  it('fills in the usual pattern and asks for the visits', () => {
    expect(firstValues({ record: null, prefill })).toEqual({
      held: 'yes',
      expertPresence: 'planned',
      mode: 'remote',
      visitsNew: '',
      visitsReturn: '',
      divide: 'yes',
      'trainee:t': 'leading',
    });
    const extra = firstValues({ record: null, prefill: { ...prefill, expert: null, conditionShares: [] } });
    expect(extra).not.toHaveProperty('expertPresence');
    expect(extra).not.toHaveProperty('divide');
  });
});

describe('valuesIn and sameValues', () => {
  it('read a form without what is the framework’s', () => {
    const form = new FormData();
    form.append('note', 'a');
    form.append('note', 'b');
    form.append('$ACTION_ID', 'x');
    form.append('file', new Blob(['x']));
    expect(valuesIn(form)).toEqual({ note: 'b' });
  });

  it('take an empty field for a missing one', () => {
    expect(sameValues({ a: '1', b: '' }, { a: '1', c: '' })).toBe(true);
    expect(sameValues({ a: '1' }, { a: '2' })).toBe(false);
    expect(sameValues({}, { a: '2' })).toBe(false);
  });
});
