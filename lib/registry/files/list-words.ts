import 'server-only';
import { fileLanguage } from '@/lib/i18n/file-language';
import type { Locale } from '@/lib/i18n/locales';
import type { Words } from './words-rules';

// The words of lists in both languages, also where nobody asks through a page: files are read in either.

async function wordsIn(locale: Locale): Promise<(key: string) => string> {
  const { text } = await fileLanguage(locale);
  const said = new Map<string, string>();
  return (key) => {
    const known = said.get(key) ?? text(`registry.${key}`);
    said.set(key, known);
    return known;
  };
}

let kept: Promise<Words> | null = null;

/** The words of lists in both languages, put together once: a file asks for the same few thousands of times. */
export function listWords(): Promise<Words> {
  kept ??= Promise.all([wordsIn('zh-CN'), wordsIn('en')]).then(([chinese, english]) => ({
    'zh-CN': chinese,
    en: english,
  }));
  return kept;
}
