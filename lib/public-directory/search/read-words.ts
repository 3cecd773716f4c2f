import type { Lexicon } from './lexicon';
import { type CompactText, compactText, isHan, normalise } from './normalise';
import { type Piece, type Segmentation, segment } from './segment';
import { alike, type TextIndex } from './text-index';
import { DEGREE_WORDS, REWRITES } from './words';

// From the typed text to pieces: first as written, then without degree words and in other spellings, and at last by
// likeness for what is still unknown.

export type ReadQuestion = { text: CompactText; pieces: readonly ReadPiece[] };
export type ReadPiece = Piece | { kind: 'alike'; from: number; to: number; senses: readonly number[]; score: number };

const MAX_VARIANTS = 16;
const LONGEST_GUESS = 30;
const SURE = 0.84;

/** Cuts a question into pieces that are known, guessed or unknown; null when it has no word at all. */
export function readWords(lexicon: Lexicon, index: TextIndex, question: string): ReadQuestion | null {
  const plain = normalise(question);
  const written = cut(lexicon, plain);
  if (written.text.characters.length === 0) return null;
  if (!hasUnknown(written)) return { text: written.text, pieces: written.pieces };
  const without = cut(lexicon, plain.replace(DEGREE_WORDS, ''));
  if (without.text.characters.length > 0 && !hasUnknown(without)) return { text: without.text, pieces: without.pieces };
  const guessed = guess(index, written.text, written.pieces);
  if (isSureGuess(guessed)) return { text: written.text, pieces: guessed };
  let best = written;
  for (const variant of variantsOf(plain)) {
    const candidate = cut(lexicon, variant);
    if (candidate.text.characters.length > 0 && unknownLength(candidate) < unknownLength(best)) best = candidate;
    if (!hasUnknown(best)) break;
  }
  return { text: best.text, pieces: best === written ? guessed : guess(index, best.text, best.pieces) };
}

type Cut = Segmentation & { text: CompactText };

function cut(lexicon: Lexicon, plain: string): Cut {
  const text = compactText(plain);
  return { text, ...segment(lexicon, text) };
}

function hasUnknown({ pieces }: Segmentation): boolean {
  return pieces.some(({ kind }) => kind === 'unknown');
}

function unknownLength({ pieces }: Segmentation): number {
  return pieces.reduce((sum, { kind, from, to }) => (kind === 'unknown' ? sum + to - from : sum), 0);
}

/** A word of the same length with one wrong character is better than leaving characters out. */
function isSureGuess(pieces: readonly ReadPiece[]): boolean {
  return pieces.every((piece) => piece.kind !== 'unknown' && (piece.kind !== 'alike' || piece.score >= SURE));
}

function variantsOf(plain: string): string[] {
  const without = plain.replace(DEGREE_WORDS, '');
  const variants = new Set([without]);
  let all = without;
  for (const [pattern, replacement] of REWRITES) {
    variants.add(without.replace(pattern, replacement));
    all = all.replace(pattern, replacement);
    variants.add(all);
  }
  variants.delete(plain);
  return [...variants].slice(0, MAX_VARIANTS);
}

/** Replaces unknown pieces, alone or together with their neighbours, by the known word most like them. */
function guess(index: TextIndex, text: CompactText, pieces: readonly Piece[]): ReadPiece[] {
  const out: ReadPiece[] = [...pieces];
  for (let at = 0; at < out.length; at++) {
    if (out[at]?.kind !== 'unknown') continue;
    const found = bestWindow(index, text, out, at);
    if (!found) continue;
    const { first, last, senses, score } = found;
    const from = out[first]?.from ?? 0;
    const to = out[last]?.to ?? from;
    out.splice(first, last - first + 1, { kind: 'alike', from, to, senses, score });
    at = first;
  }
  return out;
}

type Window = { first: number; last: number; senses: readonly number[]; score: number };

function bestWindow(index: TextIndex, text: CompactText, pieces: readonly ReadPiece[], at: number): Window | null {
  let best: Window | null = null;
  // longer windows first, so that of equals the one that explains more wins
  for (const [before, after] of [
    [1, 1],
    [2, 0],
    [0, 2],
    [1, 0],
    [0, 1],
    [0, 0],
  ] as const) {
    const first = at - before;
    const last = at + after;
    if (!joins(text, pieces, first, last)) continue;
    const word = text.characters.slice(pieces[first]?.from, pieces[last]?.to).join('');
    if ([...word].length > LONGEST_GUESS || [...word].length < 2) continue;
    const found = alike(index, word);
    if (!found) continue;
    // swallowing a known word needs a better reason than explaining an unknown one alone
    const known = pieces.slice(first, last + 1).filter(({ kind }) => kind === 'senses').length;
    const score = found.score - known * 0.03;
    if (known > 0 && found.score < 0.8) continue;
    if (!best || score > best.score) best = { first, last, senses: found.senses, score };
  }
  return best;
}

/** Whether pieces may belong to one word: present, side by side, words or fillers, of one script. */
function joins(text: CompactText, pieces: readonly ReadPiece[], first: number, last: number): boolean {
  if (first < 0 || last >= pieces.length) return false;
  const script = isHan(text.characters[pieces[first]?.from ?? 0] ?? '');
  for (let at = first; at <= last; at++) {
    const piece = pieces[at];
    if (piece?.kind !== 'senses' && piece?.kind !== 'filler' && piece?.kind !== 'unknown') return false;
    if (isHan(text.characters[piece.from] ?? '') !== script) return false;
  }
  return true;
}
