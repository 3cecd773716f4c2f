import type { CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import type { Redefinition } from './redefine-schema';
import type { DefinitionVersions, IndicatorDefinition } from './schema';

// Which words hold when. A period keeps the words that held on its last day, whatever was said later.

/** The version that holds on a day; for days before the first one, the first. */
export function definitionOn([first, ...later]: DefinitionVersions, day: CivilDate): IndicatorDefinition {
  return later.findLast(({ validFrom }) => validFrom <= day) ?? first;
}

/** Versions that are known and do not hold yet. */
export function comingAfter(versions: DefinitionVersions, day: CivilDate): IndicatorDefinition[] {
  const present = definitionOn(versions, day);
  return versions.filter(({ version }) => version > present.version);
}

const problem = (path: string, name: string): FieldProblem => ({ path, messageKey: `targets.problem.${name}` });

/** The columns that a new version may change: the words, which way is good, and who may see the figures. */
const CHANGING = [
  ...['name', 'nameEn', 'tells', 'tellsEn', 'matters', 'mattersEn', 'numerator', 'numeratorEn'],
  ...['denominator', 'denominatorEn', 'goodDirection', 'public'],
] as const;

/** What is wrong with a new version after the latest one; how a figure is computed belongs to the program and stays. */
export function redefinitionProblems(
  latest: IndicatorDefinition,
  next: Redefinition,
  today: CivilDate,
): FieldProblem[] {
  const words: Record<string, unknown> = { ...latest };
  const given: Record<string, unknown> = { ...next };
  const changed = CHANGING.some((name) => given[name] !== (words[name] ?? ''));
  const needed = latest.denominator !== null;
  return [
    ...(changed ? [] : [problem('name', 'unchanged')]),
    ...(needed && next.denominator.length < 2 ? [problem('denominator', 'words')] : []),
    ...(needed && next.denominatorEn.length < 2 ? [problem('denominatorEn', 'english')] : []),
    ...(next.reviewedOn > today ? [problem('reviewedOn', 'reviewed')] : []),
    ...(next.nextReviewOn <= next.reviewedOn ? [problem('nextReviewOn', 'review')] : []),
    ...(next.validFrom <= today || next.validFrom <= latest.validFrom || !next.validFrom.endsWith('-01')
      ? [problem('validFrom', 'validFrom')]
      : []),
  ];
}
