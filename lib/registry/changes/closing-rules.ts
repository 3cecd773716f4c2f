import type { FieldProblem } from '@/lib/core/errors';
import type { Closing, ClosingFacts, ClosingKind, DependentKind } from './closing-schema';

// Whether the end of a facility is thought through: everything that depends on it has somewhere to go, or ends.

/** The field of a form that holds the answer for a clinic, a station or a trainee. */
export function answerField(kind: DependentKind, id: string): string {
  return `${kind}:${id}`;
}

/** The field of a form that holds a successor, counted from 1. */
export function successorField(number: number): string {
  return `successor${number}`;
}

/** What is wrong with a closing as things stand: fields, and keys of the catalog. */
export function closingProblems(
  kind: ClosingKind,
  { successors, answers }: Closing,
  facts: ClosingFacts,
): FieldProblem[] {
  const known = new Map(facts.candidates.map((one) => [one.id, one]));
  const problem = (path: string, key: string, about?: { name: string; nameEn: string }): FieldProblem => ({
    ...{ path, messageKey: `changes.problem.${key}` },
    ...(about && { values: { name: about.name, nameEn: about.nameEn } }),
  });
  const strange = successors.flatMap((id, at) =>
    known.has(id) && successors.indexOf(id) === at ? [] : [problem(successorField(at + 1), 'successor')],
  );
  if (kind === 'merge') return successors.length === 1 ? strange : [problem(successorField(1), 'survivor')];
  const asked = [
    ...facts.clinics.map((one) => ({ ...one, kind: 'clinic' as const })),
    ...facts.stations.map((one) => ({ ...one, kind: 'station' as const })),
    ...facts.trainees.map((one) => ({ ...one, kind: 'trainee' as const })),
  ];
  const open = asked.flatMap((one) => {
    const answer = answers.find((given) => given.kind === one.kind && given.id === one.id);
    const wrong = (key: string) => [problem(answerField(one.kind, one.id), key, one)];
    if (!answer) return wrong('answer');
    if (answer.to === null) return [];
    // clinics are hosted, stations led and trainees employed by centres
    const centre = known.get(answer.to)?.kind === 'community_centre';
    return successors.includes(answer.to) && centre ? [] : wrong('answerTo');
  });
  return [...strange, ...open];
}

/** Where everything goes in a merge: to the one that remains. */
export function answersOf(
  kind: ClosingKind,
  { successors, answers }: Closing,
  facts: ClosingFacts,
): Closing['answers'] {
  const [survivor = null] = successors;
  if (kind === 'closing') return answers;
  return [
    ...facts.clinics.map(({ id }) => ({ kind: 'clinic' as const, id, to: survivor })),
    ...facts.stations.map(({ id }) => ({ kind: 'station' as const, id, to: survivor })),
  ];
}
