import { describe, expect, it } from 'vitest';
import { answersOf, closingProblems } from './closing-rules';
import type { ClosingFacts } from './closing-schema';

const named = (id: string) => ({ id, name: id, nameEn: id });
const FACTS: ClosingFacts = {
  candidates: [
    { ...named('b'), kind: 'community_centre', metres: 900 },
    { ...named('s9'), kind: 'service_station', metres: 300 },
  ],
  clinics: [named('k')],
  stations: [named('s')],
  ...{ trainees: [named('t')], preparations: 0 },
};
const clinic = (to: string | null) => ({ kind: 'clinic' as const, id: 'k', to });
const station = (to: string | null) => ({ kind: 'station' as const, id: 's', to });
const trainee = (to: string | null) => ({ kind: 'trainee' as const, id: 't', to });
const told = (...given: Parameters<typeof closingProblems>) =>
  closingProblems(...given).map(({ path, messageKey }) => [path, messageKey.replace('changes.problem.', '')]);

describe('a closing', () => {
  it('may have no successor, if everything ends', () => {
    expect(told('closing', { successors: [], answers: [clinic(null), station(null), trainee(null)] }, FACTS)).toEqual(
      [],
    );
  });

  it('asks for an answer for every clinic, station and trainee', () => {
    expect(told('closing', { successors: ['b'], answers: [] }, FACTS)).toEqual([
      ['clinic:k', 'answer'],
      ['station:s', 'answer'],
      ['trainee:t', 'answer'],
    ]);
  });

  it('moves things only to its successors, and only to centres', () => {
    const answers = [clinic('b'), station('s9'), trainee('b')];
    expect(told('closing', { successors: [], answers }, FACTS)).toEqual([
      ['clinic:k', 'answerTo'],
      ['station:s', 'answerTo'],
      ['trainee:t', 'answerTo'],
    ]);
    expect(told('closing', { successors: ['b', 's9'], answers }, FACTS)).toEqual([['station:s', 'answerTo']]);
  });

  it('has successors that are open in the district, each once', () => {
    const answers = [clinic('b'), station(null), trainee(null)];
    expect(told('closing', { successors: ['b', 'b', 'far'], answers }, FACTS)).toEqual([
      ['successor2', 'successor'],
      ['successor3', 'successor'],
    ]);
  });
});

describe('a merge', () => {
  it('has one that remains, to which everything goes', () => {
    expect(told('merge', { successors: [], answers: [] }, FACTS)).toEqual([['successor1', 'survivor']]);
    expect(told('merge', { successors: ['far'], answers: [] }, FACTS)).toEqual([['successor1', 'successor']]);
    const merge = { successors: ['b'], answers: [] };
    expect(told('merge', merge, FACTS)).toEqual([]);
    expect(answersOf('merge', merge, FACTS)).toEqual([clinic('b'), station('b')]);
  });
});
