import MiniSearch from 'minisearch';
import type { MatchType } from '@/lib/public-directory/schema';
import { hasHan, type Lexicon } from './lexicon';
import { syllables } from './pinyin';

// Finds the known words most like one that is not known: MiniSearch over one- and two-character pieces proposes,
// edit distance, reading and containment decide.

export type Likeness = { senses: readonly number[]; score: number };

export type TextIndex = {
  index: MiniSearch;
  keys: readonly string[];
  lexicon: Lexicon;
};

type Document = { id: number; pieces: string; names: string; letters: string };

const CANDIDATES = 60;
/** 胃不好 is no misspelling of 睡不好. */
const BODY_PARTS = new Set('头脸面眼耳鼻嘴口牙舌喉嗓颈脖肩背胸心肺肝脾肾胃肠腹肚腰臀腿膝脚足手臂肘腕指皮骨');
/** Types whose two-character words may differ by one letter of their reading. */
const SPOKEN: readonly MatchType[] = ['condition', 'technique', 'landmark', 'subdistrict', 'district'];

/** Builds the index over every key of the lexicon; of facilities only what is distinctive in the name. */
export function buildTextIndex(lexicon: Lexicon): TextIndex {
  const index = new MiniSearch<Document>({
    fields: ['pieces', 'names', 'letters'],
    tokenize: (text, field) => (field === 'letters' ? [text] : gramsOf(text, field === 'names' ? 2 : 1)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { letters: 2 } },
  });
  const keys: string[] = [];
  const documents: Document[] = [];
  const add = (key: string, document: Omit<Document, 'id'>) => {
    documents.push({ id: keys.length, ...document });
    keys.push(key);
  };
  for (const [key, ids] of lexicon.words) {
    const kinds = ids.map((id) => lexicon.senses[id]);
    const facility = kinds.every((sense) => sense?.type === 'facility');
    if (facility && !kinds.some((sense) => sense?.relation === 'core' || sense?.relation === 'short')) continue;
    if (!hasHan(key)) add(key, { pieces: '', names: '', letters: key });
    else if (facility) {
      if (kinds.some((sense) => sense?.relation === 'core')) add(key, { pieces: '', names: key, letters: '' });
    } else add(key, { pieces: key, names: '', letters: '' });
  }
  for (const key of lexicon.pinyin.keys()) add(key, { pieces: '', names: '', letters: key });
  index.addAll(documents);
  return { index, keys, lexicon };
}

function gramsOf(text: string, shortest: 1 | 2): string[] {
  const characters = [...text];
  const grams = shortest === 1 ? [...characters] : [];
  for (let at = 0; at + 1 < characters.length; at++) grams.push(`${characters[at]}${characters[at + 1]}`);
  return grams;
}

/** The known words most like an unknown one, with a score from 0 to 1; none when nothing is like it. */
export function alike(text: TextIndex, word: string): Likeness | null {
  const scored = scoredCandidates(text, word);
  const top = scored[0]?.score ?? 0;
  if (top === 0) return null;
  const senses = new Set<number>();
  for (const { key, score } of scored) {
    if (score < top - 0.02 || senses.size > 12) break;
    for (const id of sensesOf(text.lexicon, key)) senses.add(id);
  }
  return { senses: [...senses], score: top };
}

/** Known words to offer for an unknown one, best first. */
export function suggestionsFor(text: TextIndex, word: string, count: number): string[] {
  const found = new Set<string>();
  for (const result of search(text, word)) {
    const key = text.keys[result] ?? '';
    for (const id of sensesOf(text.lexicon, key)) {
      const sense = text.lexicon.senses[id];
      if (sense && (hasHan(sense.term) || !hasHan(word))) found.add(sense.term);
    }
    if (found.size >= count) break;
  }
  return [...found].slice(0, count);
}

function sensesOf(lexicon: Lexicon, key: string): readonly number[] {
  return lexicon.words.get(key) ?? lexicon.pinyin.get(key) ?? [];
}

function search(text: TextIndex, word: string): number[] {
  const han = hasHan(word);
  const results = han
    ? text.index.search(word, { fields: ['pieces', 'names'], tokenize: (query) => gramsOf(query, 1) })
    : text.index.search(word, {
        fields: ['letters'],
        tokenize: (query) => [query],
        fuzzy: (term) => allowedEdits(term) || false,
        prefix: (term) => term.length >= 4,
      });
  return results.slice(0, CANDIDATES).map(({ id }) => Number(id));
}

function scoredCandidates(text: TextIndex, word: string): { key: string; score: number }[] {
  const scored: { key: string; score: number }[] = [];
  const han = hasHan(word);
  for (const id of search(text, word)) {
    const key = text.keys[id] ?? '';
    const score = han ? hanScore(text.lexicon, word, key) : letterScore(word, key);
    if (score > 0) scored.push({ key, score });
  }
  return scored.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function allowedEdits(word: string): number {
  if (word.length >= 9) return 2;
  return word.length >= 5 ? 1 : 0;
}

function letterScore(word: string, key: string): number {
  const edits = editDistance([...word], [...key], 2);
  if (edits <= allowedEdits(word)) return 0.95 - edits * 0.1;
  return word.length >= 4 && key.startsWith(word) ? 0.5 + (0.2 * word.length) / key.length : 0;
}

function hanScore(lexicon: Lexicon, word: string, key: string): number {
  const a = [...word];
  const b = [...key];
  if (a.length >= 3 && b.length >= 3) {
    if (editDistance(a, b, 1) === 1) return oneEditScore(a, b);
    if (a.length >= 5 && overlap(word, key) >= 0.6) return 0.5 + 0.3 * overlap(word, key);
  }
  if (a.length === 2 && b.length === 2) return spokenAlike(lexicon, a, b, key) ? 0.7 : 0;
  if (a.length >= 2 && key.includes(word)) return 0.5 + (0.15 * a.length) / b.length;
  return 0;
}

/** A wrong character is likely when it sounds like the right one, and impossible when it names another part of the body. */
function oneEditScore(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return 0.82;
  if (namesOtherPart(a, b)) return 0;
  return closeness(a, b) === 1 ? 0.95 : 0.85;
}

function namesOtherPart(a: readonly string[], b: readonly string[]): boolean {
  return a.some((character, at) => character !== b[at] && BODY_PARTS.has(character));
}

/** 1 when the differing characters sound or look alike, 0 when not. */
function closeness(a: readonly string[], b: readonly string[]): number {
  const soundA = syllables(a.join(''));
  const soundB = syllables(b.join(''));
  const alike = soundA.every(
    (sound, at) => lookAlike(a[at], b[at]) || editDistance([...sound], [...(soundB[at] ?? '')], 1) <= 1,
  );
  return alike ? 1 : 0;
}

/** Characters written for each other by their shape, though they sound different: 针炙 for 针灸, 拨罐 for 拔罐. */
const LOOK_ALIKES: readonly string[] = ['灸炙', '拔拨'];

function lookAlike(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && LOOK_ALIKES.some((pair) => pair.includes(a) && pair.includes(b));
}

function spokenAlike(lexicon: Lexicon, a: readonly string[], b: readonly string[], key: string): boolean {
  // one character must be right: two wrong ones are another word
  if ((a[0] !== b[0] && a[1] !== b[1]) || namesOtherPart(a, b)) return false;
  const senses = lexicon.words.get(key) ?? [];
  if (!senses.some((id) => SPOKEN.includes(lexicon.senses[id]?.type ?? 'facility'))) return false;
  return closeness(a, b) === 1;
}

/** Dice coefficient of the two-character pieces. */
function overlap(a: string, b: string): number {
  const gramsA = gramsOf(a, 2);
  const gramsB = new Set(gramsOf(b, 2));
  const shared = gramsA.filter((gram) => gramsB.has(gram)).length;
  return (2 * shared) / (gramsA.length + gramsB.size);
}

/** Edits (insert, delete, replace, swap neighbours) from one text to another; more than `most` is `most + 1`. */
function editDistance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
