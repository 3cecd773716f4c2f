import 'server-only';
import { getLocale } from 'next-intl/server';
import type { Reader } from '@/lib/registry/files/export';
import { listWords } from '@/lib/registry/files/list-words';

/** The reader's language with the words of lists. */
export async function registryReader(): Promise<Reader> {
  const [locale, words] = await Promise.all([getLocale(), listWords()]);
  return { locale, words };
}
