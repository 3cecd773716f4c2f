import type { FacilityKind, Feature } from '@/lib/directory/schema';
import type { Lexicon } from './lexicon';
import { type CompactText, isHan } from './normalise';
import { syllables } from './pinyin';
import { type TimeWord, timeWordAt } from './time-words';
import { EXPERT_WORDS, FEATURE_WORDS, FILLER_WORDS, KIND_WORDS, NEARBY_WORDS } from './words';

// Cuts a question into known words. Chinese is typed without spaces, so every stretch is a candidate, and the cheapest
// way through the text wins: few, long, exactly written words before homophones, and those before unknown characters.

export type Piece =
  | { kind: 'senses'; from: number; to: number; senses: readonly number[]; exact: boolean }
  | { kind: 'time'; from: number; to: number; word: TimeWord }
  | { kind: 'filler'; from: number; to: number; nearby: boolean }
  | { kind: 'expert'; from: number; to: number }
  | { kind: 'facilityKind'; from: number; to: number; value: FacilityKind }
  | { kind: 'feature'; from: number; to: number; value: Feature }
  | { kind: 'unknown'; from: number; to: number };

export type Segmentation = { pieces: Piece[]; cost: number };

/** Costs of a word by the way it was recognised; an unknown Chinese character costs as much as two homophones. */
const COST = {
  word: 10,
  expert: 10,
  time: 10,
  pinyin: 11,
  filler: 12,
  initials: 15,
  innerPinyin: 17,
  homophone: 22,
  shortHomophone: 26,
  loneCharacter: 38,
  number: 30,
  unknownHan: 40,
  unknownWord: 60,
} as const;

const MAX_LATIN = 60;
const MIN_INNER_PINYIN = 5;

type Vocabulary =
  | { kind: 'filler'; nearby: boolean }
  | { kind: 'expert' }
  | { kind: 'facilityKind'; value: FacilityKind }
  | { kind: 'feature'; value: Feature };

const VOCABULARY: ReadonlyMap<string, Vocabulary> = new Map<string, Vocabulary>([
  ...FILLER_WORDS.map((word): [string, Vocabulary] => [word, { kind: 'filler', nearby: false }]),
  ...NEARBY_WORDS.map((word): [string, Vocabulary] => [word, { kind: 'filler', nearby: true }]),
  ...EXPERT_WORDS.map((word): [string, Vocabulary] => [word, { kind: 'expert' }]),
  ...[...KIND_WORDS].map(([word, value]): [string, Vocabulary] => [word, { kind: 'facilityKind', value }]),
  ...[...FEATURE_WORDS].map(([word, value]): [string, Vocabulary] => [word, { kind: 'feature', value }]),
]);

/** The cheapest cut of a text into pieces. */
export function segment(lexicon: Lexicon, text: CompactText): Segmentation {
  const { characters } = text;
  const length = characters.length;
  const best: { cost: number; piece: Piece | null }[] = [{ cost: 0, piece: null }];
  const consider = (piece: Piece, cost: number) => {
    const before = best[piece.from];
    if (!before) return;
    const total = before.cost + cost;
    const known = best[piece.to];
    if (!known || total < known.cost) best[piece.to] = { cost: total, piece };
  };
  const sounds = soundsOf(characters);
  for (let from = 0; from < length; from++) {
    if (!best[from]) continue;
    considerUnknown(text, from, consider);
    considerTime(text, from, consider);
    considerWords(lexicon, text, sounds, from, consider);
  }
  const pieces: Piece[] = [];
  for (let at = length; at > 0; ) {
    const piece = best[at]?.piece;
    if (!piece) break;
    pieces.push(piece);
    at = piece.from;
  }
  return { pieces: dropLoneCharacters(text, pieces.reverse()), cost: best[length]?.cost ?? 0 };
}

type Consider = (piece: Piece, cost: number) => void;

function soundsOf(characters: readonly string[]): readonly string[] | null {
  if (!characters.some(isHan)) return null;
  const sounds = syllables(characters.join(''));
  return sounds.length === characters.length ? sounds : null;
}

/** An unknown Chinese character alone, an unknown word of letters or digits as a whole. */
function considerUnknown({ characters, starts }: CompactText, from: number, consider: Consider): void {
  if (isHan(characters[from] ?? '')) {
    consider({ kind: 'unknown', from, to: from + 1 }, COST.unknownHan);
    return;
  }
  let to = from + 1;
  while (!starts[to]) to++;
  // an age or a house number says nothing about what is looked for
  const number = characters.slice(from, to).every((character) => /\p{N}/u.test(character));
  if (number && starts[from]) consider({ kind: 'filler', from, to, nearby: false }, COST.number);
  else consider({ kind: 'unknown', from, to }, COST.unknownWord);
}

function considerTime({ characters, starts }: CompactText, from: number, consider: Consider): void {
  const latin = !isHan(characters[from] ?? '');
  if (latin && !starts[from]) return;
  const found = timeWordAt(characters.slice(from, from + 24).join(''));
  if (!found) return;
  const to = from + found.length;
  if (!isHan(characters[to - 1] ?? '') && !starts[to]) return;
  consider({ kind: 'time', from, to, word: found.word }, COST.time);
}

function considerWords(
  lexicon: Lexicon,
  { characters, starts }: CompactText,
  sounds: readonly string[] | null,
  from: number,
  consider: Consider,
): void {
  const longest = Math.min(characters.length, from + Math.max(lexicon.longestWord, MAX_LATIN));
  const hanStart = isHan(characters[from] ?? '');
  let word = '';
  let sound = '';
  let han = 0;
  for (let to = from + 1; to <= longest; to++) {
    const character = characters[to - 1] ?? '';
    word += character;
    sound += sounds?.[to - 1] ?? '';
    const hanEnd = isHan(character);
    if (hanEnd) han++;
    const bounded = (hanStart || starts[from] === true) && (hanEnd || starts[to] === true);
    if (bounded) {
      const senses = lexicon.words.get(word);
      if (senses) {
        const lone = han === 1 && to - from === 1;
        consider({ kind: 'senses', from, to, senses, exact: true }, lone ? COST.loneCharacter : COST.word);
      }
      const common = VOCABULARY.get(word);
      if (common) consider({ ...common, from, to }, common.kind === 'filler' ? COST.filler : COST.expert);
    }
    if (han === 0) considerPinyin(lexicon, word, from, to, bounded, consider);
    else if (han === to - from && han >= 2 && han <= 8) considerHomophone(lexicon, sound, from, to, consider);
  }
}

function considerPinyin(
  lexicon: Lexicon,
  word: string,
  from: number,
  to: number,
  bounded: boolean,
  consider: Consider,
): void {
  if (word.length > lexicon.longestPinyin) return;
  if (bounded || word.length >= MIN_INNER_PINYIN) {
    const senses = lexicon.pinyin.get(word);
    if (senses)
      consider({ kind: 'senses', from, to, senses, exact: bounded }, bounded ? COST.pinyin : COST.innerPinyin);
  }
  if (!bounded) return;
  const senses = lexicon.initials.get(word);
  if (senses) consider({ kind: 'senses', from, to, senses, exact: false }, COST.initials);
}

/** A word that sounds the same; two characters alone are trusted for what people complain of and where, not for names. */
function considerHomophone(lexicon: Lexicon, sound: string, from: number, to: number, consider: Consider): void {
  const all = lexicon.pinyin.get(sound);
  if (!all) return;
  const short = to - from === 2;
  const senses = short ? all.filter((id) => isCommon(lexicon, id)) : all;
  if (senses.length === 0) return;
  consider({ kind: 'senses', from, to, senses, exact: false }, short ? COST.shortHomophone : COST.homophone);
}

function isCommon(lexicon: Lexicon, id: number): boolean {
  const sense = lexicon.senses[id];
  return sense !== undefined && sense.type !== 'facility' && sense.type !== 'expert' && sense.type !== 'preparation';
}

/** A single character beside unknown ones is part of a word we do not know, not a word; unknown neighbours merge. */
function dropLoneCharacters(text: CompactText, pieces: Piece[]): Piece[] {
  const touches = (a: Piece | undefined, b: Piece | undefined) =>
    a !== undefined && b !== undefined && a.to === b.from && !text.starts[b.from];
  const marked = pieces.map((piece, at): Piece => {
    const single = piece.to - piece.from === 1 && (piece.kind === 'senses' || piece.kind === 'filler');
    if (!single || !isHan(text.characters[piece.from] ?? '')) return piece;
    const before = pieces[at - 1];
    const after = pieces[at + 1];
    const beside =
      (before?.kind === 'unknown' && touches(before, piece)) || (after?.kind === 'unknown' && touches(piece, after));
    return beside ? { kind: 'unknown', from: piece.from, to: piece.to } : piece;
  });
  const merged: Piece[] = [];
  for (const piece of marked) {
    const last = merged.at(-1);
    if (last?.kind === 'unknown' && piece.kind === 'unknown' && touches(last, piece)) last.to = piece.to;
    else merged.push({ ...piece });
  }
  return merged;
}
