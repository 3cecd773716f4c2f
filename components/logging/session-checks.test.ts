import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { checkValues, fieldOfPath, placedProblems, stoppingProblems } from './session-checks';

const context = {
  date: civilDate('2026-11-18'),
  half: 'am' as const,
  today: civilDate('2026-11-18'),
  clinicOpen: true,
  plannedExpertId: 'expert-1',
  first: true,
  substitutes: ['expert-2'],
  trainees: ['trainee-1'],
  conditions: [{ catalogueId: 'cat', code: 'A' }],
  techniques: ['cupping'],
  elsewhere: [],
  earlierVisits: Array.from({ length: 8 }, () => 12),
};
const prefill = {
  held: true as const,
  expert: { presence: 'planned' as const },
  mode: 'on_site' as const,
  visitsNew: null,
  visitsReturn: null,
  conditionShares: [],
  techniqueCodes: [],
  trainees: [],
};
const form = { context, prefill };
const VALUES = { held: 'yes', expertPresence: 'planned', mode: 'on_site', visitsNew: '4', visitsReturn: '8' };
const fieldsOf = (problems: readonly { field: string; messageKey: string }[]) =>
  problems.map(({ field, messageKey }) => [field, messageKey]);

describe('checkValues', () => {
  it('makes the content of a session that went as planned', () => {
    const checked = checkValues(VALUES, form);
    expect(checked).toMatchObject({ content: { held: true, visitsNew: 4, visitsReturn: 8 }, hard: [], soft: [] });
    expect(stoppingProblems(checked)).toEqual([]);
  });

  it('names the field of everything that is missing, once', () => {
    const checked = checkValues({ ...VALUES, expertPresence: '', mode: '', visitsNew: '', visitsReturn: 'x' }, form);
    expect(checked.content).toBeNull();
    expect(fieldsOf(checked.hard)).toEqual([
      ['expertPresence', 'sessions.problem.expert'],
      ['mode', 'sessions.problem.mode'],
      ['visitsNew', 'sessions.problem.count'],
      ['visitsReturn', 'sessions.problem.count'],
    ]);
    expect(fieldsOf(checkValues({ held: 'no' }, form).hard)).toEqual([
      ['notHeldReason', 'sessions.problem.notHeldReason'],
    ]);
    expect(fieldsOf(checkValues({}, form).hard)).toEqual([['held', 'sessions.problem.held']]);
  });

  it('names the row that is wrong', () => {
    const wrong = { ...VALUES, 'condition:cat/A': '1.5', 'technique:cupping': 'x', 'trainee:trainee-1': 'asleep' };
    expect(fieldsOf(checkValues(wrong, form).hard)).toEqual([
      ['condition:cat/A', 'sessions.problem.count'],
      ['technique:cupping', 'sessions.problem.count'],
      ['trainee:trainee-1', 'sessions.problem.part'],
    ]);
    expect(fieldsOf(checkValues({ ...VALUES, expertPresence: 'substitute' }, form).hard)).toEqual([
      ['substituteId', expect.any(String)],
    ]);
  });

  it('says what the rules of the server say', () => {
    const sum = checkValues({ ...VALUES, 'condition:cat/A': '13' }, form);
    expect(fieldsOf(stoppingProblems(sum))).toEqual([['conditions', 'sessions.problem.conditionSum']]);
    const elsewhere = { ...context, elsewhere: [{ expertId: 'expert-1', place: null }] };
    expect(fieldsOf(checkValues(VALUES, { prefill, context: elsewhere }).hard)).toEqual([
      ['expertPresence', 'sessions.problem.expertElsewhere'],
    ]);
  });

  it('stops at what is unusual until somebody explains it', () => {
    const many = { ...VALUES, visitsReturn: '90' };
    const checked = checkValues(many, form);
    expect(checked.hard).toEqual([]);
    expect(fieldsOf(stoppingProblems(checked))).toEqual([['explanation', 'sessions.check.visitsHigh']]);
    expect(stoppingProblems(checkValues({ ...many, explanation: '义诊周' }, form))).toEqual([]);
  });
});

describe('fieldOfPath', () => {
  it('finds fields for what the server calls by its own names', () => {
    const content = {
      conditions: [{ catalogueId: 'cat', code: 'A' }],
      techniques: [{ code: 'cupping' }],
      trainees: [],
    };
    expect(fieldOfPath('content.conditions.0.visits', content)).toBe('condition:cat/A');
    expect(fieldOfPath('techniques.0.count', content)).toBe('technique:cupping');
    expect(fieldOfPath('trainees.3.part', content)).toBe('trainees');
    expect(fieldOfPath('content.expert.expertId', content)).toBe('substituteId');
    expect(fieldOfPath('reason', null)).toBe('notHeldReason');
    expect(fieldOfPath('note', 'nonsense')).toBe('note');
  });

  it('serves problems of the server', () => {
    const problems = [{ path: 'expert', messageKey: 'sessions.problem.expertElsewhereAt', values: { place: '枫林' } }];
    expect(placedProblems(problems, VALUES, form)).toEqual([{ ...problems[0], field: 'expertPresence' }]);
  });
});
