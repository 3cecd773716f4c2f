import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Reader } from '@/lib/registry/export';
import type { Words } from '@/lib/registry/words-rules';

/** The words of lists in both languages: files are read in either. */
export async function registryWords(): Promise<Words> {
  const [chinese, english] = await Promise.all([
    getTranslations({ locale: 'zh-CN', namespace: 'registry' }),
    getTranslations({ locale: 'en', namespace: 'registry' }),
  ]);
  return { 'zh-CN': (key) => chinese(key), en: (key) => english(key) };
}

/** The reader's language with these words. */
export async function registryReader(): Promise<Reader> {
  const [locale, words] = await Promise.all([getLocale(), registryWords()]);
  return { locale, words };
}
