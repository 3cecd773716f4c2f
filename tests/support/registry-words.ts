import type { Words } from '@/lib/registry/files/words-rules';
import { words } from './words';

const read = new Map<string, string>();

function say(locale: 'zh-CN' | 'en', key: string): string {
  const known = read.get(`${locale} ${key}`) ?? words(`registry.${key}`, locale);
  read.set(`${locale} ${key}`, known);
  return known;
}

/** The words of lists as the catalogs have them, for tests. */
export const REGISTRY_WORDS: Words = { 'zh-CN': (key) => say('zh-CN', key), en: (key) => say('en', key) };
