import type { EngineParts } from './engine-parts';
import type { Meaning } from './interpret';
import { compactKey } from './normalise';
import { suggestionsFor } from './text-index';
import { POPULAR_QUESTIONS } from './words';

const ALIKE = 3;
const MOST = 8;

/** Questions worth trying instead: words like the unknown ones first, then what many residents ask. */
export function suggestionsOf(parts: EngineParts, meaning: Meaning | null): string[] {
  const unknown = meaning?.unknown ?? [];
  const english = meaning !== null && !meaning.chinese;
  const popular = (english ? POPULAR_QUESTIONS.en : POPULAR_QUESTIONS.zh).filter((word) =>
    parts.lexicon.words.has(compactKey(word)),
  );
  const alike = unknown.slice(0, 4).flatMap((word) => suggestionsFor(parts.text, word, ALIKE));
  return [...new Set([...alike, ...popular])].slice(0, MOST);
}
