import { describe, expect, it } from 'vitest';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { fieldInRow, isTouched, rowOf, sentName, sentRow, typedOver, valuesOfRow } from './row-values';

const form: Pick<SessionForm, 'record' | 'prefill' | 'trainees'> = {
  record: null,
  prefill: {
    held: true,
    expert: { presence: 'planned' },
    mode: 'on_site',
    visitsNew: null,
    visitsReturn: null,
    conditionShares: [{ catalogueId: 'cat', code: 'A', share: 1 }],
    techniqueCodes: [],
    trainees: [{ traineeId: 't1', part: 'observing' }],
  },
  trainees: [
    { id: 't1', name: '甲', nameEn: 'A' },
    { id: 't2', name: '乙', nameEn: 'B' },
  ],
};
const FIRST = {
  held: 'yes',
  expertPresence: 'planned',
  mode: 'on_site',
  visitsNew: '',
  visitsReturn: '',
  divide: 'yes',
  'trainee:t1': 'observing',
};

describe('typedOver', () => {
  it('fills only what was left alone with what was kept', () => {
    const first = { held: 'yes', visitsNew: '', visitsReturn: '', text: '' };
    const kept = { ...first, visitsNew: '7', text: '迟到' };
    expect(typedOver({ ...first, visitsReturn: '3', text: '早退' }, first, kept)).toEqual({
      held: 'yes',
      visitsNew: '7',
      visitsReturn: '3',
      text: '早退',
    });
  });
});

describe('rowOf and valuesOfRow', () => {
  it('show what the form begins with, and give it back', () => {
    const row = rowOf(FIRST, form);
    expect(row).toMatchObject({
      held: 'yes',
      expert: 'planned',
      'trainee:t1': 'observing',
      'trainee:t2': '',
      text: '',
    });
    expect(isTouched(row, rowOf(FIRST, form))).toBe(false);
    expect(valuesOfRow(row, form)).toMatchObject(FIRST);
  });

  it('keep what a row does not show', () => {
    const row = { ...rowOf(FIRST, form), visitsNew: '3', visitsReturn: '4' };
    expect(valuesOfRow(row, form)).toMatchObject({ divide: 'yes', mode: 'on_site', visitsNew: '3', visitsReturn: '4' });
    expect(isTouched(row, rowOf(FIRST, form))).toBe(true);
  });

  it('put the expert and the reason together', () => {
    const row = rowOf(FIRST, form);
    expect(valuesOfRow({ ...row, expert: 'expert-9' }, form)).toMatchObject({
      expertPresence: 'substitute',
      substituteId: 'expert-9',
    });
    expect(valuesOfRow({ ...row, expert: 'absent' }, form)).toMatchObject({
      expertPresence: 'absent',
      substituteId: '',
    });
    expect(rowOf({ ...FIRST, expertPresence: 'substitute', substituteId: 'expert-9' }, form).expert).toBe('expert-9');
    expect(valuesOfRow({ ...row, held: 'holiday', text: '放假' }, form)).toMatchObject({
      held: 'no',
      notHeldReason: 'holiday',
      explanation: '放假',
    });
    // another reason stands in the note
    const other = valuesOfRow({ ...row, held: 'other', text: '停电' }, form);
    expect(other).toMatchObject({ notHeldReason: 'other', note: '停电' });
    expect(rowOf(other, form)).toMatchObject({ held: 'other', text: '停电' });
  });

  it('let a record that was not held become one that was', () => {
    const record = {
      content: { held: false, reason: 'holiday', note: null, explanation: null },
    } as SessionForm['record'];
    const values = valuesOfRow({ ...rowOf(FIRST, form), visitsNew: '1', visitsReturn: '2' }, { ...form, record });
    expect(values).toMatchObject({ held: 'yes', mode: 'on_site', expertPresence: 'planned' });
  });
});

describe('fieldInRow', () => {
  it('leads to the field of the row that shows it, or to the first', () => {
    const row = rowOf(FIRST, form);
    expect(fieldInRow('substituteId', row)).toBe('expert');
    expect(fieldInRow('explanation', row)).toBe('text');
    expect(fieldInRow('visitsNew', row)).toBe('visitsNew');
    expect(fieldInRow('trainee:t2', row)).toBe('trainee:t2');
    expect(fieldInRow('conditions', row)).toBe('held');
    expect(fieldInRow(null, row)).toBe('held');
  });
});

describe('sentRow', () => {
  it('reads the fields of its row only, apart from what the row says of itself', () => {
    const data = new FormData();
    const hidden = { slot: 'a/b/am', version: '3', submissionId: 'id' };
    for (const [name, value] of Object.entries(hidden)) data.set(sentName(1, name), value);
    data.set(sentName(1, 'held'), 'yes');
    data.set(sentName(11, 'held'), 'no');
    data.set(sentName(1, 'trainee:t|1'), 'leading');
    expect(sentRow(data, 1)).toEqual({
      slot: 'a/b/am',
      version: 3,
      submissionId: 'id',
      row: { held: 'yes', 'trainee:t|1': 'leading' },
    });
    expect(sentRow(data, 2)).toBeNull();
    data.set(sentName(2, 'slot'), 'a/b/pm');
    data.set(sentName(2, 'version'), '');
    expect(sentRow(data, 2)).toEqual({ slot: 'a/b/pm', version: null, submissionId: '', row: {} });
  });
});
