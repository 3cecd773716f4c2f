import { Converter } from 'opencc-js/t2cn';

// Question and lexicon pass through the same normalisation, so that equal words meet whatever way they were typed.

const toSimplified = Converter({ from: 'tw', to: 'cn' });

const MAX_CHARACTERS = 120;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** marks that join a word instead of ending it: can't, Jing'an, 10-gram names */
const JOINER = /['’`´]/u;

/** A text without spaces and marks; `starts[i]` says whether a word begins at character i (also set at the end). */
export type CompactText = { characters: readonly string[]; starts: readonly boolean[] };

/** what almost every name is written in: common Chinese characters and plain Latin ones */
const COMMON = /^[\u4e00-\u9fff\x20-\x7e]+$/;
const NOT_IN_KEYS = /[^\u4e00-\u9fffa-z0-9]+/g;

/** Simplified, half-width, lower case, without accents on Latin letters. */
export function normalise(text: string): string {
  if (COMMON.test(text) && isSimplified(text)) return text.toLowerCase();
  const plain = text
    .replace(/\p{Cs}/gu, ' ')
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return toSimplified(plain);
}

const keptBySimplifying = new Map<string, boolean>();

/** Whether the converter leaves every character as it is; converting is ten times slower than looking them up. */
function isSimplified(text: string): boolean {
  for (const character of text) {
    if (character <= '~') continue;
    let kept = keptBySimplifying.get(character);
    if (kept === undefined) {
      kept = toSimplified(character) === character;
      keptBySimplifying.set(character, kept);
    }
    if (!kept) return false;
  }
  return true;
}

/** Whether a character is Chinese. */
export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x2e80) return false;
  return (code >= 0x4e00 && code <= 0x9fff) || /\p{Script=Han}/u.test(character);
}

/** Splits a normalised text into its word characters and remembers where words begin; very long texts are cut. */
export function compactText(normalised: string): CompactText {
  const characters: string[] = [];
  const starts: boolean[] = [];
  let boundary = true;
  let previous = '';
  for (const character of normalised) {
    if (JOINER.test(character)) continue;
    if (!WORD_CHARACTER.test(character)) {
      boundary = true;
      continue;
    }
    if (characters.length === MAX_CHARACTERS) break;
    starts.push(boundary || scriptOf(character) !== scriptOf(previous));
    characters.push(character);
    boundary = false;
    previous = character;
  }
  starts.push(true);
  return { characters, starts };
}

function scriptOf(character: string): 'han' | 'digit' | 'other' {
  if (isHan(character)) return 'han';
  return /\p{N}/u.test(character) ? 'digit' : 'other';
}

/** The key under which the lexicon keeps a word: normalised, without spaces and marks. */
export function compactKey(text: string): string {
  const plain = normalise(text);
  if (COMMON.test(plain)) return plain.replace(NOT_IN_KEYS, '').slice(0, MAX_CHARACTERS);
  return compactText(plain).characters.join('');
}
