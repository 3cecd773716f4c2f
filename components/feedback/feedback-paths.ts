import { type Locale, localePath } from '@/lib/i18n/locales';

export const FEEDBACK_PATH = '/feedback';
export const SUPPORT_PATH = `${FEEDBACK_PATH}/support`;

type Filter = Readonly<Record<string, string | null>>;

/** The page of a report below the language; it may say what was just done. */
export function reportPagePath(id: string, done?: 'taken' | 'answered'): string {
  return `${FEEDBACK_PATH}/${encodeURIComponent(id)}${done ? `?done=${done}` : ''}`;
}

export const SUPPORT_DONE = ['asked', 'commented', 'taken', 'passedOn', 'answered'] as const;

/** The page of a support request below the language; it may say what was just done. */
export function supportPagePath(id: string, done?: (typeof SUPPORT_DONE)[number]): string {
  return `${SUPPORT_PATH}/${encodeURIComponent(id)}${done ? `?done=${done}` : ''}`;
}

function listPath(locale: Locale, path: string, filter: Filter): string {
  const entries = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(entries).toString();
  return localePath(locale, query ? `${path}?${query}` : path);
}

/** The inbox with a filter; what is empty is left out. */
export function feedbackPath(locale: Locale, filter: Filter): string {
  return listPath(locale, FEEDBACK_PATH, filter);
}

/** The list of support requests with a filter; what is empty is left out. */
export function supportPath(locale: Locale, filter: Filter): string {
  return listPath(locale, SUPPORT_PATH, filter);
}
