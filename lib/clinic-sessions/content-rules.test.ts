import { describe, expect, it } from 'vitest';
import { type ContentWords, compareContents, contentLines } from './content-rules';
import type { ContentNames } from './page-schema';
import type { HeldContent, SessionContent } from './schema';

const named = (name: string) => ({ name, nameEn: `${name} en` });
const names: ContentNames = {
  experts: { 'expert-1': named('陈某'), 'expert-2': named('李某') },
  trainees: { 'trainee-1': named('周某'), 'trainee-2': named('吴某') },
  conditions: { 'cat/A1': named('膝痹'), 'cat/A2': named('失眠') },
  techniques: { needle: named('针刺') },
};
const words: ContentWords = {
  name: ({ name }) => name,
  unknown: '?',
  held: (held) => (held ? 'held' : 'not held'),
  reason: (reason) => `because ${reason}`,
  expert: (presence, name) => `${presence} ${name}`,
  mode: String,
  times: (name, count) => `${name} x${count}`,
  trainee: (name, part) => `${name} ${part}`,
  number: String,
  none: '-',
};
const held: HeldContent = {
  held: true,
  expert: { presence: 'planned' },
  mode: 'on_site',
  visitsNew: 3,
  visitsReturn: 0,
  conditions: [
    { catalogueId: 'cat', code: 'A1', visits: 2 },
    { catalogueId: 'cat', code: 'gone', visits: 1 },
  ],
  techniques: [],
  prescriptions: 0,
  preparations: 0,
  referralsUp: 0,
  referralsDown: 0,
  trainees: [{ traineeId: 'trainee-1', part: 'leading' }],
  teachingCases: 0,
  note: null,
  explanation: '人多',
};
const notHeld: SessionContent = { held: false, reason: 'other', note: '停电', explanation: null };
const lines = (content: SessionContent, plannedExpertId: string | null = 'expert-1') =>
  contentLines(content, { names, plannedExpertId, words });

describe('contentLines', () => {
  it('says everything of a held session, zero as zero, an empty list as none, no note as no line', () => {
    expect(Object.fromEntries(lines(held).map(({ field, texts }) => [field, texts.join('; ')]))).toEqual({
      held: 'held',
      expert: 'planned 陈某',
      mode: 'on_site',
      visitsNew: '3',
      visitsReturn: '0',
      conditions: '膝痹 x2; ? x1',
      techniques: '-',
      prescriptions: '0',
      preparations: '0',
      referralsUp: '0',
      referralsDown: '0',
      trainees: '周某 leading',
      teachingCases: '0',
      explanation: '人多',
    });
  });

  it('says of a session not held only why', () => {
    expect(lines(notHeld)).toEqual([
      { field: 'held', texts: ['not held'] },
      { field: 'reason', texts: ['because other'] },
      { field: 'note', texts: ['停电'] },
    ]);
  });

  it.each([
    [{ presence: 'substitute', expertId: 'expert-2' }, 'expert-1', 'substitute 李某'],
    [{ presence: 'absent' }, 'expert-1', 'absent 陈某'],
    [{ presence: 'absent' }, null, 'absent null'],
    [{ presence: 'substitute', expertId: 'nobody' }, null, 'substitute ?'],
  ] as const)('names the expert of %j', (expert, planned, text) => {
    const found = lines({ ...held, expert }, planned).find(({ field }) => field === 'expert');
    expect(found?.texts).toEqual([text]);
  });
});

describe('compareContents', () => {
  const different = (before: SessionContent, after: SessionContent) =>
    compareContents(lines(before), lines(after)).filter(({ same }) => !same);

  it('finds nothing between equals, whatever the order of their lists', () => {
    expect(different(held, held)).toEqual([]);
    expect(different(held, { ...held, conditions: [...held.conditions].reverse() })).toEqual([]);
  });

  it('lays what differs side by side', () => {
    const after: HeldContent = {
      ...held,
      visitsNew: 30,
      trainees: [...held.trainees, { traineeId: 'trainee-2', part: 'observing' }],
      explanation: null,
      note: '更正',
    };
    expect(different(held, after)).toEqual([
      { field: 'visitsNew', before: ['3'], after: ['30'], same: false },
      { field: 'trainees', before: ['周某 leading'], after: ['周某 leading', '吴某 observing'], same: false },
      { field: 'note', before: null, after: ['更正'], same: false },
      { field: 'explanation', before: ['人多'], after: null, same: false },
    ]);
  });

  it('shows what a held session has and one not held cannot have', () => {
    const rows = compareContents(lines(held), lines(notHeld));
    expect(rows.find(({ field }) => field === 'reason')).toMatchObject({ before: null, after: ['because other'] });
    expect(rows.find(({ field }) => field === 'mode')).toMatchObject({ before: ['on_site'], after: null });
  });
});
