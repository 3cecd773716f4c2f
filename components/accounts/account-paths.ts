import { type Locale, localePath } from '@/lib/i18n/locales';

/** The address of an account's page, or of one of its tabs. */
export function accountPath(locale: Locale, id: string, tab: '' | '/history' | '/roles/new' = ''): string {
  return localePath(locale, `/accounts/${encodeURIComponent(id)}${tab}`);
}

/** The list's address with a filter; what is empty is left out. */
export function listPath(locale: Locale, filter: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(entries).toString();
  return localePath(locale, query ? `/accounts?${query}` : '/accounts');
}

/** The address of a page that says what was done, or that it was not. */
export function answerPath(locale: Locale, path: string, answer: { done: string } | { problem: 'stale' }): string {
  return `${localePath(locale, path)}?${new URLSearchParams(answer)}`;
}
