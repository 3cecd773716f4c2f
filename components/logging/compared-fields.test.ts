import { describe, expect, it } from 'vitest';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { agree, differingFields, taking } from './compared-fields';

const form = {
  conditions: [
    { catalogueId: 'cat', code: 'A', name: '甲病', nameEn: 'A', ofClinic: true },
    { catalogueId: 'cat', code: 'B', name: '乙病', nameEn: 'B', ofClinic: false },
  ],
  techniques: [{ code: 'cupping', name: '拔罐', nameEn: 'Cupping', usual: true }],
  trainees: [{ id: 't1', name: '学员', nameEn: 'Trainee' }],
} as unknown as SessionForm;

describe('differingFields', () => {
  it('finds nothing where both say the same, an empty field being no field', () => {
    expect(differingFields({ held: 'yes', visitsNew: '3', note: '' }, { held: 'yes', visitsNew: '3' }, form)).toEqual(
      [],
    );
  });

  it('finds what differs once, with the fields that go together', () => {
    const mine = {
      held: 'yes',
      expertPresence: 'planned',
      visitsNew: '3',
      'condition:cat/A': '3',
      'trainee:t1': 'leading',
    };
    const theirs = {
      held: 'yes',
      expertPresence: 'substitute',
      substituteId: 'x',
      visitsNew: '4',
      'condition:cat/B': '4',
      'technique:cupping': '1',
      note: '换人',
    };
    expect(differingFields(mine, theirs, form).map(({ kind, names }) => [kind, ...names])).toEqual([
      ['expert', 'expertPresence', 'substituteId'],
      ['count', 'visitsNew'],
      ['condition', 'condition:cat/A'],
      ['condition', 'condition:cat/B'],
      ['technique', 'technique:cupping'],
      ['trainee', 'trainee:t1'],
      ['text', 'note'],
    ]);
  });
});

describe('taking', () => {
  it('takes the fields that go together, also where the other side has none', () => {
    const mine = { expertPresence: 'substitute', substituteId: 'x', visitsNew: '3' };
    const theirs = { expertPresence: 'planned' };
    const names = ['expertPresence', 'substituteId'];
    const taken = taking(mine, theirs, names);
    expect(taken).toEqual({ expertPresence: 'planned', substituteId: '', visitsNew: '3' });
    expect(agree(taken, theirs, names)).toBe(true);
    expect(agree(mine, theirs, names)).toBe(false);
  });
});
