import { type Locale, localePath } from '@/lib/i18n/locales';

export const FEEDBACK_PATH = '/feedback';

/** The page of a report below the language; it may say what was just done. */
export function reportPagePath(id: string, done?: 'taken' | 'answered'): string {
  return `${FEEDBACK_PATH}/${encodeURIComponent(id)}${done ? `?done=${done}` : ''}`;
}

/** The inbox with a filter; what is empty is left out. */
export function feedbackPath(locale: Locale, filter: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(entries).toString();
  return localePath(locale, query ? `${FEEDBACK_PATH}?${query}` : FEEDBACK_PATH);
}
