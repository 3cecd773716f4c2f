import type { DirectoryRecords, FacilityRecord } from '@/lib/public-directory/records-schema';
import type { Match, MatchType } from '@/lib/public-directory/schema';
import { districtForms, facilityForms, landmarkForms, subdistrictForms } from './name-forms';
import { compactKey, isHan } from './normalise';
import { readingOf } from './pinyin';
import { TITLE_WORDS } from './words';

// Every word that leads to a record of the directory, under its compact spelling, its full pinyin and its initials.

/** How close a word is to the record it leads to; the order of this list is the order of closeness. */
export const RELATIONS = [
  'name',
  'same',
  'short',
  'former',
  'everyday',
  'modern',
  'symptom',
  'department',
  'core',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A record a word may lead to; facilities are numbered apart, because there are many. */
export type Entity = Omit<Match, 'via'> & { id: number };

/** One meaning of a word: `target` is an entity's number, or a facility's number when the type is facility. */
export type Sense = { type: MatchType; target: number; term: string; relation: Relation };

export type Lexicon = {
  senses: readonly Sense[];
  entities: readonly Entity[];
  /** sense numbers by compact spelling */
  words: ReadonlyMap<string, readonly number[]>;
  /** sense numbers by full pinyin of spellings with at least two characters */
  pinyin: ReadonlyMap<string, readonly number[]>;
  initials: ReadonlyMap<string, readonly number[]>;
  /** entity number by type and code */
  entityOf: ReadonlyMap<string, number>;
  longestWord: number;
  longestPinyin: number;
};

const MAX_WORD = 60;
/** Departments by the word residents use, and the part of the department's name that it stands for. */
const DEPARTMENT_WORDS: readonly (readonly [string, string])[] = [
  ['妇科', '妇科'],
  ['妇产科', '妇科'],
  ['gynaecology', '妇科'],
  ['gynecology', '妇科'],
  ['儿科', '儿科'],
  ['小儿科', '儿科'],
  ['paediatrics', '儿科'],
  ['pediatrics', '儿科'],
  ['骨科', '骨伤'],
  ['伤科', '骨伤'],
  ['骨伤科', '骨伤'],
  ['推拿科', '骨伤'],
  ['orthopaedics', '骨伤'],
  ['orthopedics', '骨伤'],
  ['皮肤科', '皮肤'],
  ['肛肠科', '肛肠'],
  ['dermatology', '皮肤'],
  ['五官科', '耳鼻喉'],
  ['耳鼻喉科', '耳鼻喉'],
  ['眼科', '眼'],
  ['口腔科', '口齿'],
];

/** Builds the lexicon; facilities are numbered in the order given. */
export function buildLexicon(records: DirectoryRecords, facilities: readonly FacilityRecord[]): Lexicon {
  const builder = new LexiconBuilder();
  addConditions(builder, records);
  for (const technique of records.techniques) {
    const id = builder.entity('technique', technique.code, technique);
    builder.named('technique', id, technique);
    for (const term of technique.synonyms) builder.word('technique', id, term, 'same');
  }
  addExperts(builder, records);
  for (const preparation of records.preparations) {
    const id = builder.entity('preparation', preparation.id, preparation);
    builder.named('preparation', id, preparation);
    // examples are named so; nobody types the mark
    builder.word('preparation', id, preparation.name.replace(/^示例/, ''), 'short');
    builder.word('preparation', id, preparation.nameEn.replace(/^example\s+/i, ''), 'short');
  }
  addPlaces(builder, records);
  const districtNames = new Map(records.districts.map(({ code, name }) => [code, name]));
  for (const [target, facility] of facilities.entries()) {
    const district = districtNames.get(facility.districtCode) ?? '';
    // the name of a place that others took over from leads to them
    if (!facility.closing?.successorIds.length) addFacility(builder, target, facility, district);
    for (const { name, nameEn } of facility.formerNames)
      addFormerName(builder, target, { ...facility, name, nameEn, shortName: null }, district);
  }
  return builder.finish();
}

function addFacility(builder: LexiconBuilder, target: number, facility: FacilityRecord, district: string): void {
  const forms = facilityForms(facility, district);
  const small = facility.kind === 'service_station';
  builder.word('facility', target, facility.name, 'name', small ? 'spelling' : 'full');
  builder.word('facility', target, facility.nameEn, 'name', 'spelling');
  for (const form of forms.names) builder.word('facility', target, form, 'short', small ? 'spelling' : 'full');
  for (const form of forms.cores)
    if (form.length >= 2) builder.word('facility', target, form, 'core', small ? 'pinyin' : 'full');
}

/** Whoever types an old name in any of its forms is told the old name as it was. */
function addFormerName(builder: LexiconBuilder, target: number, former: FacilityRecord, district: string): void {
  const forms = facilityForms(former, district);
  for (const form of [former.name, ...forms.names]) builder.former(target, form, former.name);
  builder.former(target, former.nameEn, former.nameEn);
  for (const form of forms.cores) if (form.length >= 2) builder.word('facility', target, form, 'core', 'pinyin');
}

function addConditions(builder: LexiconBuilder, records: DirectoryRecords): void {
  for (const condition of records.conditions) {
    const id = builder.entity('condition', condition.code, condition);
    builder.named('condition', id, condition);
    const plainName = condition.name.replace(/(?:类病|病|证|症)$/, '');
    if (plainName.length >= 2) builder.word('condition', id, plainName, 'name');
    for (const { term, relation } of condition.synonyms) builder.word('condition', id, term, relation);
    for (const [word, part] of DEPARTMENT_WORDS)
      if (condition.department.includes(part)) builder.word('condition', id, word, 'department', 'spelling');
  }
}

function addExperts(builder: LexiconBuilder, records: DirectoryRecords): void {
  for (const expert of records.experts) {
    const id = builder.entity('expert', expert.id, expert);
    builder.named('expert', id, expert);
    builder.word('expert', id, expert.nameEn.split(/\s+/).reverse().join(' '), 'name');
    const surname = expert.name.slice(0, 1);
    for (const title of TITLE_WORDS) builder.word('expert', id, `${surname}${title}`, 'short', 'spelling');
    const surnameEn = expert.nameEn.split(/\s+/)[0];
    if (surnameEn) builder.word('expert', id, `Dr ${surnameEn}`, 'short', 'spelling');
  }
}

function addPlaces(builder: LexiconBuilder, records: DirectoryRecords): void {
  for (const district of records.districts) {
    const id = builder.entity('district', district.code, district);
    builder.named('district', id, district);
    for (const form of districtForms(district.name, district.nameEn)) builder.word('district', id, form, 'short');
  }
  for (const subdistrict of records.subdistricts) {
    const id = builder.entity('subdistrict', subdistrict.code, subdistrict);
    builder.named('subdistrict', id, subdistrict);
    for (const form of subdistrictForms(subdistrict.name, subdistrict.nameEn))
      builder.word('subdistrict', id, form, 'short');
  }
  for (const landmark of records.landmarks) {
    const id = builder.entity('landmark', landmark.id, landmark);
    builder.named('landmark', id, landmark);
    for (const form of landmarkForms(landmark.name, landmark.nameEn, landmark.kind))
      builder.word('landmark', id, form, 'short');
  }
}

/** Which ways of typing a word are indexed: its spelling only, also pinyin, or pinyin and initials. */
type Depth = 'spelling' | 'pinyin' | 'full';

class LexiconBuilder {
  private readonly senses: Sense[] = [];
  private readonly entities: Entity[] = [];
  private readonly words = new Map<string, number[]>();
  private readonly pinyin = new Map<string, number[]>();
  private readonly initials = new Map<string, number[]>();
  private readonly entityOf = new Map<string, number>();
  private longestWord = 1;
  private longestPinyin = 1;

  entity(type: MatchType, code: string, { name, nameEn }: { name: string; nameEn: string }): number {
    const id = this.entities.length;
    this.entities.push({ id, type, code, name, nameEn });
    this.entityOf.set(`${type}/${code}`, id);
    return id;
  }

  named(type: MatchType, target: number, { name, nameEn }: { name: string; nameEn: string }): void {
    this.word(type, target, name, 'name');
    this.word(type, target, nameEn, 'name');
  }

  /** A form of a name that a facility had before; what led there is told as the whole name. */
  former(target: number, form: string, name: string): void {
    this.add(compactKey(form), { type: 'facility', target, term: name, relation: 'former' }, 'full');
  }

  word(type: MatchType, target: number, term: string, relation: Relation, depth: Depth = 'full'): void {
    this.add(compactKey(term), { type, target, term, relation }, depth);
  }

  private add(key: string, sense: Sense, depth: Depth): void {
    const { type, target, relation } = sense;
    if (key === '' || key.length > MAX_WORD) return;
    const same = this.words.get(key);
    if (same?.some((id) => this.leadsTo(id, type, target))) return;
    const id = this.senses.length;
    this.senses.push(sense);
    push(this.words, key, id);
    this.longestWord = Math.max(this.longestWord, key.length);
    if (depth === 'spelling' || key.length < 2) return;
    const reading = readingOf(key);
    if (!reading) return;
    push(this.pinyin, reading.full, id);
    this.longestPinyin = Math.max(this.longestPinyin, reading.full.length);
    const enough = type === 'district' || type === 'technique' ? 2 : 3;
    const wholeName = relation !== 'symptom' && relation !== 'core';
    if (depth === 'full' && wholeName && reading.initials.length >= enough) push(this.initials, reading.initials, id);
  }

  finish(): Lexicon {
    return {
      senses: this.senses,
      entities: this.entities,
      words: this.words,
      pinyin: this.pinyin,
      initials: this.initials,
      entityOf: this.entityOf,
      longestWord: this.longestWord,
      longestPinyin: this.longestPinyin,
    };
  }

  private leadsTo(id: number, type: MatchType, target: number): boolean {
    const sense = this.senses[id];
    return sense?.type === type && sense.target === target;
  }
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

/** Whether a key is written in Chinese characters, at least in part. */
export function hasHan(key: string): boolean {
  for (const character of key) if (isHan(character)) return true;
  return false;
}
