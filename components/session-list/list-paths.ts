import {
  DEFAULT_COLUMNS,
  type SessionCursor,
  type SessionFilter,
  type SessionListRequest,
  sessionListQuery,
} from '@/lib/clinic-sessions/list-schema';
import type { SavedList, SavedViewListed } from '@/lib/clinic-sessions/saved-view-schema';
import { type Locale, localePath } from '@/lib/i18n/locales';

const LIST = '/clinic-sessions';

/** The address of the list with a query that is already text, such as a saved view's. */
export function listQueryPath(locale: Locale, query: string): string {
  return localePath(locale, query ? `${LIST}?${query}` : LIST);
}

/** Where a view leads that a person keeps. */
export function savedViewPath(locale: Locale, { list, query }: Pick<SavedViewListed, 'list' | 'query'>): string {
  return list === 'dashboard' ? localePath(locale, `/dashboard/${query}`) : listQueryPath(locale, query);
}

/**
 * What was just kept, with the view in the address: keeping a second one leads to another address than the first, so that
 * the page and what it announces are new.
 */
export function keptViewPath(
  locale: Locale,
  list: SavedList,
  { id, query, replaced }: { id: string; query: string; replaced: boolean },
): string {
  const path = savedViewPath(locale, { list, query });
  return `${path}${path.includes('?') ? '&' : '?'}done=${replaced ? 'replaced' : 'saved'}&view=${id}`;
}

/** The address of a list. */
export function listPath(locale: Locale, request: SessionListRequest, cursor?: SessionCursor | null): string {
  return listQueryPath(locale, sessionListQuery(request, cursor));
}

/** The address of a list by a few conditions, with the usual columns: for links from other pages. */
export function filteredListPath(locale: Locale, filter: SessionFilter): string {
  return listPath(locale, { filter, columns: DEFAULT_COLUMNS });
}

/** Where the list is taken out as a file. */
export function exportPath(locale: Locale, request: SessionListRequest, format: 'xlsx' | 'csv'): string {
  const parameters = new URLSearchParams(sessionListQuery(request));
  parameters.set('format', format);
  return localePath(locale, `${LIST}/export?${parameters}`);
}

/** Where the views that a person keeps are renamed and thrown away; it may say what was just done. */
export function viewsPath(locale: Locale, done?: 'renamed' | 'removed'): string {
  return localePath(locale, done ? `${LIST}/views?done=${done}` : `${LIST}/views`);
}
