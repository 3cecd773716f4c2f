import type { Wgs84 } from '@/lib/core/geo';
import type { FacilityKind, Feature } from '@/lib/directory/schema';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';
import type { Match } from '@/lib/public-directory/schema';
import { type Entity, type Lexicon, RELATIONS, type Sense } from './lexicon';
import { compactKey, isHan } from './normalise';
import { type ReadPiece, type ReadQuestion, readWords } from './read-words';
import type { TextIndex } from './text-index';
import type { TimeWord } from './time-words';

// What a question means, independent of who asks, when and where: this is computed once per question and kept.

/** One word of the question: the records it may mean (any of them answers it). */
export type Group = {
  /** the typed word decides; groups of the same records are the same wish */
  key: string;
  entities: readonly { entity: Entity; match: Match }[];
  facilities: readonly { id: number; match: Match }[];
};

/** A place that distances can be measured from. */
export type NamedOrigin = { position: Wgs84; match: Match; certain: boolean };

export type Meaning = {
  groups: readonly Group[];
  districts: readonly { entity: Entity; match: Match }[];
  origins: readonly NamedOrigin[];
  time: TimeWord | null;
  expertThisWeek: boolean;
  kinds: readonly FacilityKind[];
  features: readonly Feature[];
  unknown: readonly string[];
  /** whether the question has Chinese characters */
  chinese: boolean;
};

/** What interpreting needs to know about places. */
export type Places = {
  positionOf: (entity: Entity) => Wgs84 | null;
  facility: (id: number) => FacilityRecord | null;
  /** metres from the first of some facilities to the farthest of the others */
  spread: (ids: readonly number[]) => number;
};

const MAX_FACILITIES = 3000;
/** Places of one name within this distance are one place. */
const SAME_PLACE_METRES = 2500;

/** The meaning of a question; null when it has no word at all. */
export function interpret(lexicon: Lexicon, index: TextIndex, places: Places, question: string): Meaning | null {
  const read = readWords(lexicon, index, question);
  return read && new Interpreter(lexicon, places, read).meaning();
}

class Interpreter {
  private readonly groups: Group[] = [];
  private readonly districts: { entity: Entity; match: Match }[] = [];
  private readonly origins: NamedOrigin[] = [];
  private readonly unknown: string[] = [];

  constructor(
    private readonly lexicon: Lexicon,
    private readonly places: Places,
    private readonly read: ReadQuestion,
  ) {}

  meaning(): Meaning {
    const { pieces } = this.read;
    for (const [at, piece] of pieces.entries()) {
      if (piece.kind === 'unknown') this.unknown.push(this.textOf(piece));
      if (piece.kind === 'senses' || piece.kind === 'alike') this.addWord(piece, pieces[at + 1]);
    }
    const namesExpert = this.groups.some(({ entities }) => entities.some(({ entity }) => entity.type === 'expert'));
    return {
      groups: this.groups,
      districts: this.districts,
      origins: this.origins,
      time: this.time(),
      expertThisWeek: !namesExpert && pieces.some(({ kind }) => kind === 'expert'),
      kinds: [...new Set(pieces.flatMap((piece) => (piece.kind === 'facilityKind' ? [piece.value] : [])))],
      features: [...new Set(pieces.flatMap((piece) => (piece.kind === 'feature' ? [piece.value] : [])))],
      unknown: this.unknown,
      chinese: this.read.text.characters.some(isHan),
    };
  }

  private textOf({ from, to }: { from: number; to: number }): string {
    return this.read.text.characters.slice(from, to).join('');
  }

  /** 晚上睡不着 is a complaint, not a wish for evening hours. */
  private time(): TimeWord | null {
    const { pieces, text } = this.read;
    for (const [at, piece] of pieces.entries()) {
      if (piece.kind !== 'time') continue;
      const bareNight = /^(?:晚上|夜里|夜间|夜晚|晚间|早上|night|morning)$/.test(this.textOf(piece));
      const next = pieces[at + 1];
      const complaint = this.groups.some(({ entities }) => entities.some(({ entity }) => entity.type === 'condition'));
      const joined = next?.kind === 'senses' && (text.characters.length < 12 || !text.starts[next.from]);
      if (bareNight && complaint && (joined || /^(?:夜里|night|morning)$/.test(this.textOf(piece)))) continue;
      return piece.word;
    }
    return null;
  }

  private addWord(piece: Extract<ReadPiece, { kind: 'senses' | 'alike' }>, next: ReadPiece | undefined): void {
    const senses = this.choose(piece.senses.flatMap((id) => this.lexicon.senses[id] ?? []));
    const first = senses[0];
    if (!first) return;
    const certain = piece.kind === 'senses';
    if (first.type === 'facility') this.addFacilities(senses, certain, next?.kind === 'filler' && next.nearby);
    else if (first.type === 'district') this.addDistricts(senses);
    else if (first.type === 'subdistrict' || first.type === 'landmark') this.addOrigins(senses, certain);
    else this.addGroup({ key: `${piece.from}`, entities: this.matchesOf(senses), facilities: [] });
  }

  /** Of the meanings of one word: what can be treated or done before places, places before names of facilities. */
  private choose(all: readonly Sense[]): readonly Sense[] {
    const sorted = all.toSorted((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));
    const content = sorted.filter(({ type }) => CONTENT.has(type));
    if (content.length > 0) {
      const direct = content.some(({ relation }) => relation === 'name' || relation === 'same');
      return direct ? content.filter(({ relation }) => relation !== 'symptom') : content;
    }
    const named = sorted.filter(({ type, relation }) => type !== 'facility' && relation === 'name');
    const places = named.length > 0 ? named : sorted.filter(({ type }) => type !== 'facility');
    if (places.length > 0) {
      const type = PLACE_ORDER.find((each) => places.some((place) => place.type === each));
      return places.filter((place) => place.type === type);
    }
    const names = sorted.filter(({ relation }) => relation !== 'core');
    return names.length > 0 ? names : sorted;
  }

  private matchesOf(senses: readonly Sense[]): { entity: Entity; match: Match }[] {
    const seen = new Set<number>();
    return senses.flatMap((sense) => {
      const entity = this.lexicon.entities[sense.target];
      if (!entity || seen.has(entity.id)) return [];
      seen.add(entity.id);
      const { type, code, name, nameEn } = entity;
      return [{ entity, match: { type, code, name, nameEn, via: viaOf(sense.term, name, nameEn) } }];
    });
  }

  private addGroup(group: Group): void {
    const codes = group.entities.map(({ entity }) => entity.id).join();
    const ids = group.facilities.map(({ id }) => id).join();
    const key = `${codes}/${ids}`;
    if (!this.groups.some((known) => known.key === key)) this.groups.push({ ...group, key });
  }

  private addDistricts(senses: readonly Sense[]): void {
    for (const each of this.matchesOf(senses))
      if (!this.districts.some(({ entity }) => entity.id === each.entity.id)) this.districts.push(each);
  }

  private addOrigins(senses: readonly Sense[], certain: boolean): void {
    for (const { entity, match } of this.matchesOf(senses)) {
      const position = this.places.positionOf(entity);
      if (position) this.origins.push({ position, match, certain });
    }
  }

  /** A full name asks for that facility; its distinctive part, or a name with 附近, is the name of a place. */
  private addFacilities(senses: readonly Sense[], certain: boolean, nearby: boolean): void {
    const found = new Map<number, Match>();
    for (const { target, term } of senses) {
      if (found.has(target) || found.size >= MAX_FACILITIES) continue;
      const facility = this.places.facility(target);
      if (!facility) continue;
      const { id, name, nameEn } = facility;
      found.set(target, { type: 'facility', code: id, name, nameEn, via: viaOf(term, name, nameEn) });
    }
    const [first] = found;
    const place = first && this.places.facility(first[0]);
    if (!place) return;
    const core = senses.every(({ relation }) => relation === 'core') && !place.kind.endsWith('hospital');
    if ((core || nearby) && this.places.spread([...found.keys()]) <= SAME_PLACE_METRES) {
      this.origins.push({ position: place.position, match: first[1], certain });
      return;
    }
    const facilities = [...found].map(([id, match]) => ({ id, match }));
    this.addGroup({ key: '', entities: [], facilities });
  }
}

const CONTENT: ReadonlySet<string> = new Set(['condition', 'technique', 'expert', 'preparation']);
const PLACE_ORDER = ['landmark', 'subdistrict', 'district'] as const;

/** The word that led to a record, unless it is the record's name. */
function viaOf(term: string, name: string, nameEn: string): string | null {
  const key = compactKey(term);
  return key === compactKey(name) || key === compactKey(nameEn) ? null : term;
}
