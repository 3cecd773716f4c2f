import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/core/dates';
import { comingAfter, definitionOn, redefinitionProblems } from './definition-rules';
import type { Redefinition } from './redefine-schema';
import type { DefinitionVersions, IndicatorDefinition } from './schema';

const START = civilDate('2020-01-01');

/** Versions that begin so many days after the one before. */
function versionsAfter(gaps: readonly number[]): DefinitionVersions {
  let day = START;
  const later = gaps.map((gap, index) => {
    day = addDays(day, gap);
    return { version: index + 2, validFrom: day } as IndicatorDefinition;
  });
  return [{ version: 1, validFrom: START } as IndicatorDefinition, ...later];
}

describe('definitionOn', () => {
  const versions = versionsAfter([366, 365]);

  it.each([
    ['2019-05-01', 1],
    ['2020-01-01', 1],
    ['2020-12-31', 1],
    ['2021-01-01', 2],
    ['2021-12-31', 2],
    ['2022-01-01', 3],
    ['2030-01-01', 3],
  ])('%s has version %i', (day, version) => {
    expect(definitionOn(versions, civilDate(day)).version).toBe(version);
  });

  it('never goes back as days go on, and never tells a day of words that came later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 6 }),
        fc.nat(2000),
        fc.nat(400),
        (gaps, at, more) => {
          const all = versionsAfter(gaps);
          const [day, later] = [addDays(START, at), addDays(START, at + more)];
          const [held, next] = [definitionOn(all, day), definitionOn(all, later)];
          expect(held.validFrom <= day).toBe(true);
          expect(next.version).toBeGreaterThanOrEqual(held.version);
          expect(comingAfter(all, day).every(({ validFrom }) => validFrom > day)).toBe(true);
          expect(comingAfter(all, day).length).toBe(all.length - held.version);
        },
      ),
    );
  });
});

describe('redefinitionProblems', () => {
  const today = civilDate('2026-11-18');
  const words = {
    ...{ name: '开诊率', nameEn: 'Held rate', tells: '甲乙', tellsEn: 'A B', matters: '丙丁', mattersEn: 'C D' },
    ...{ numerator: '分子', numeratorEn: 'Above', denominator: '分母', denominatorEn: 'Below' },
    goodDirection: 'up' as const,
    public: true,
  } as const;
  const latest = { ...words, id: 'held_rate', version: 1, validFrom: START } as IndicatorDefinition;
  const next = {
    ...{ ...words, id: 'held_rate', version: 1, tells: '新的说法', reviewer: '审核组', reason: '理由' },
    reviewedOn: today,
    nextReviewOn: civilDate('2027-11-18'),
    validFrom: civilDate('2027-01-01'),
  } as const satisfies Redefinition;

  it('has nothing against other words from a month on', () => {
    expect(redefinitionProblems(latest, next, today)).toEqual([]);
    expect(redefinitionProblems({ ...latest, denominator: null, denominatorEn: null }, next, today)).toEqual([]);
  });

  it.each([
    [{ tells: '甲乙' }, 'name', 'unchanged'],
    [{ denominator: '' }, 'denominator', 'words'],
    [{ denominatorEn: '' }, 'denominatorEn', 'english'],
    [{ reviewedOn: civilDate('2026-11-19') }, 'reviewedOn', 'reviewed'],
    [{ nextReviewOn: today }, 'nextReviewOn', 'review'],
    [{ validFrom: civilDate('2026-11-01') }, 'validFrom', 'validFrom'],
    [{ validFrom: civilDate('2027-01-02') }, 'validFrom', 'validFrom'],
  ])('refuses %j', (change, path, name) => {
    expect(redefinitionProblems(latest, { ...next, ...change }, today)).toEqual([
      { path, messageKey: `targets.problem.${name}` },
    ]);
  });

  it('refuses a day before that of the version before', () => {
    const coming = { ...latest, validFrom: civilDate('2027-06-01') };
    expect(redefinitionProblems(coming, next, today).map(({ path }) => path)).toEqual(['validFrom']);
  });
});
