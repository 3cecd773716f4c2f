import type { Match } from '@/lib/public-directory/schema';
import { addBit, type Bits, emptyBits, hasBit } from './bitset';
import type { EngineParts } from './engine-parts';
import type { Meaning } from './interpret';
import type { Entity } from './lexicon';
import { chordOfMetres, placesWithin } from './spatial';

// Which facilities a record speaks for, and what in a facility answers a question.

const LANDMARK_METRES = 2000;
/** as many as fit into the bits of one whole number */
const MAX_MATCHERS = 30;
const MAX_OF_ONE_WORD = 6;

/** Where an expert sits, and the hospital the expert belongs to. */
export function expertBits(parts: EngineParts, id: string): Bits {
  const bits = emptyBits(parts.facets.size);
  for (const clinic of parts.board.operatingWith(id)) addBit(bits, parts.board.host(clinic));
  const hospital = parts.hospitalOfExpert.get(id);
  if (hospital !== undefined) addBit(bits, hospital);
  return bits;
}

/** The facilities that a record speaks for. */
export function bitsOfEntity(parts: EngineParts, { type, code }: Pick<Entity, 'type' | 'code'>): Bits {
  const { facets } = parts;
  if (type === 'condition') return facets.conditions.get(code) ?? facets.none;
  if (type === 'technique') return facets.techniques.get(code) ?? facets.none;
  if (type === 'preparation') return facets.preparations.get(code) ?? facets.none;
  if (type === 'expert') return expertBits(parts, code);
  if (type === 'district') return facets.districts.get(code) ?? facets.none;
  if (type === 'subdistrict') return facets.subdistricts.get(code) ?? facets.none;
  return facets.none;
}

/** Answers what in a facility matches; facilities with the same answer share one list. */
export function matcher(parts: EngineParts, meaning: Meaning | null): (id: number) => readonly Match[] {
  if (!meaning) return () => NO_MATCHES;
  const matchers: { bits: Bits; match: Match }[] = [];
  for (const { entities } of meaning.groups)
    for (const { entity, match } of entities) matchers.push({ bits: bitsOfEntity(parts, entity), match });
  for (const { entity, match } of meaning.districts) matchers.push({ bits: bitsOfEntity(parts, entity), match });
  for (const origin of meaning.origins) matchers.push({ bits: originBits(parts, origin), match: origin.match });
  matchers.splice(MAX_MATCHERS);
  const names = new Map(meaning.groups.flatMap(({ facilities }) => facilities.map(({ id, match }) => [id, match])));
  const lists = new Map<number, readonly Match[]>();
  return (id) => {
    let mask = 0;
    for (let at = 0; at < matchers.length; at++) {
      const each = matchers[at];
      if (each && hasBit(each.bits, id)) mask |= 1 << at;
    }
    let list = lists.get(mask);
    if (!list) {
      list = shortened(matchers.filter((_, at) => (mask >>> at) & 1).map(({ match }) => match));
      lists.set(mask, list);
    }
    const name = names.get(id);
    return name ? [name, ...list] : list;
  };
}

const NO_MATCHES: readonly Match[] = [];

/** A word such as 妇科 leads to a dozen conditions; a row names the first of them. */
function shortened(matches: readonly Match[]): readonly Match[] {
  const seen = new Map<string | null, number>();
  return matches.filter(({ via }) => {
    const count = (seen.get(via) ?? 0) + 1;
    seen.set(via, count);
    return via === null || count <= MAX_OF_ONE_WORD;
  });
}

/** The facilities a named place speaks for: of a subdistrict its own, of a landmark those around it. */
function originBits(parts: EngineParts, { match, position }: Meaning['origins'][number]): Bits {
  if (match.type === 'subdistrict') return bitsOfEntity(parts, match);
  const bits = emptyBits(parts.facets.size);
  if (match.type === 'facility') {
    const id = parts.indexOf.get(match.code);
    if (id !== undefined) addBit(bits, id);
    return bits;
  }
  for (const id of placesWithin(parts.spatial, position, chordOfMetres(LANDMARK_METRES))) addBit(bits, id);
  return bits;
}
