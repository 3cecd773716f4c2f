import { type Locale, localePath } from '@/lib/i18n/locales';
import type { ImportOutcome, ListName } from '@/lib/registry/schema';

export const REGISTRY_PATH = '/registry';
/** The name of the form's field for the file; the error summary leads to it. */
export const FILE_FIELD = 'file';

/** What an address may say was done. */
export const DONE = [
  'uploaded',
  'chosen',
  'applied',
  'started',
  'undoing',
  'undone',
  'discarded',
  'rechecked',
  'cancelled',
] as const;
export type Done = (typeof DONE)[number];

function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** The page of a list. */
export function listPath(
  locale: Locale,
  list: ListName,
  query: Record<string, string | number | undefined> = {},
): string {
  return withQuery(localePath(locale, `${REGISTRY_PATH}/${list}`), query);
}

/** The page of an import, its rows from one on, only those that do something certain. */
export function importPath(
  locale: Locale,
  id: string,
  query: { outcome?: ImportOutcome; after?: number; done?: Done } = {},
): string {
  return withQuery(localePath(locale, `${REGISTRY_PATH}/imports/${id}`), query);
}

/** Where a file of a list is taken from, and sent to. */
export function filePath(
  locale: Locale,
  query: { list: ListName; what: 'template' | 'list'; format?: 'xlsx' | 'csv' } | null,
): string {
  return withQuery(localePath(locale, `${REGISTRY_PATH}/file`), query ?? {});
}

/** The file of an import with its problems marked. */
export function copyPath(locale: Locale, id: string): string {
  return withQuery(localePath(locale, `${REGISTRY_PATH}/imports/copy`), { id });
}
