import { type Locale, localePath } from '@/lib/i18n/locales';

export const CHANGES_PATH = '/registry/changes';

/** What an address may say was done with a request. */
export const CHANGE_DONE = [
  ...(['proposed', 'resubmitted', 'evidence', 'approved', 'applied', 'returned', 'withdrawn'] as const),
] as const;
export type ChangeDone = (typeof CHANGE_DONE)[number];

/** The list of requests, or the form about a facility; what is empty is left out. */
export function changesPath(locale: Locale, query: Readonly<Record<string, string | null>> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(given).toString();
  return localePath(locale, text ? `${CHANGES_PATH}?${text}` : CHANGES_PATH);
}

/** The page of a request below the language; it may say what was done, or what is wrong with a file. */
export function changePagePath(id: string, query: { done?: ChangeDone; problem?: string } = {}): string {
  const text = new URLSearchParams(query).toString();
  return `${CHANGES_PATH}/${encodeURIComponent(id)}${text ? `?${text}` : ''}`;
}

/** Where the evidence of a request is fetched from, and sent to. */
export function evidencePath(locale: Locale, id: string | null): string {
  return localePath(locale, `${CHANGES_PATH}/evidence${id ? `?id=${encodeURIComponent(id)}` : ''}`);
}
