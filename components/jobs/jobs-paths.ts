import { type Locale, localePath } from '@/lib/i18n/locales';

/** The page of jobs; it may say what was just done. */
export function jobsPath(locale: Locale, done?: 'requested'): string {
  return localePath(locale, done ? `/jobs?done=${done}` : '/jobs');
}
