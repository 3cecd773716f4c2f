import { type Locale, localePath } from '@/lib/i18n/locales';
import type { IndicatorId } from '@/lib/indicators/schema';

export const DEFINITIONS_PATH = '/dashboard/definitions';

/** An indicator's words in the workspace, where city officers may follow them with others. */
export function redefinePath(locale: Locale, id: IndicatorId): string {
  return localePath(locale, `${DEFINITIONS_PATH}/${id}`);
}

/** The same page, which says that a version was added. */
export function redefinedPath(locale: Locale, id: string): string {
  return `${localePath(locale, `${DEFINITIONS_PATH}/${encodeURIComponent(id)}`)}?done=redefined`;
}
