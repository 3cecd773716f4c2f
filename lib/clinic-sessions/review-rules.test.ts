import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { civilDate } from '@/lib/core/dates';
import { answerBy, isAnswerDay, isSaidAgain, mayTakeBack, whyNotAccept } from './review-rules';
import { SESSION_STATES } from './schema';

const TODAY = civilDate('2026-11-18');

describe('whyNotAccept', () => {
  it('lets a held session be accepted only once it is confirmed', () => {
    const open = SESSION_STATES.filter((state) => whyNotAccept({ state, held: true }) === null);
    expect(open).toEqual(['confirmed']);
    expect(whyNotAccept({ state: 'submitted', held: true })).toBe('review.problem.notConfirmed');
  });

  it('asks nobody to confirm what was not held, but lets a dispute stand', () => {
    const open = SESSION_STATES.filter((state) => whyNotAccept({ state, held: false }) === null);
    expect(open).toEqual(['submitted', 'confirmed']);
    expect(whyNotAccept({ state: 'disputed', held: false })).toBe('review.problem.state.disputed');
  });
});

describe('the day of an answer', () => {
  it('is a week from today unless somebody names another', () => expect(answerBy(TODAY)).toBe('2026-11-25'));

  it.each([
    ['2026-11-17', false],
    ['2026-11-18', false],
    ['2026-11-19', true],
    ['2027-01-17', true],
    ['2027-01-18', false],
  ])('%s may be set: %s', (day, allowed) => expect(isAnswerDay(civilDate(day), TODAY)).toBe(allowed));
});

describe('mayTakeBack', () => {
  const byExpert = { authorId: 'a', authorRole: 'expert' } as const;
  const byOffice = { authorId: 'a', authorRole: 'alliance_officer' } as const;

  it('is for the expert who disputed, and for nobody else', () => {
    const others = ACTOR_ROLES.filter((role) => mayTakeBack({ accountId: 'b', role }, byExpert));
    expect(others).toEqual([]);
    expect(ACTOR_ROLES.filter((role) => mayTakeBack({ accountId: 'a', role }, byExpert))).toEqual(['expert']);
  });

  it('is for everybody in the office that disputed', () =>
    expect(ACTOR_ROLES.filter((role) => mayTakeBack({ accountId: 'b', role }, byOffice))).toEqual([
      'alliance_officer',
    ]));
});

describe('isSaidAgain', () => {
  const said = { authorId: 'a', authorRole: 'expert', text: '我不在场', version: 2 } as const;
  const again = { text: '我不在场', version: 2 };

  it('knows a form sent twice', () => expect(isSaidAgain(said, { accountId: 'a', role: 'expert' }, again)).toBe(true));

  it('takes nothing else for it', () => {
    expect(isSaidAgain(null, { accountId: 'a', role: 'expert' }, again)).toBe(false);
    expect(isSaidAgain(said, { accountId: 'b', role: 'expert' }, again)).toBe(false);
    expect(isSaidAgain(said, { accountId: 'a', role: 'alliance_officer' }, again)).toBe(false);
    expect(isSaidAgain(said, { accountId: 'a', role: 'expert' }, { ...again, text: '人次不对' })).toBe(false);
    expect(isSaidAgain(said, { accountId: 'a', role: 'expert' }, { ...again, version: 3 })).toBe(false);
  });
});
