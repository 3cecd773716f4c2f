import { type Locale, localePath } from '@/lib/i18n/locales';

export const FIGURES_PATH = '/figures';

/** A download of the public figures of a quarter. */
export function downloadPath(locale: Locale, quarter: string, format: 'csv' | 'xlsx'): string {
  return `${localePath(locale, `${FIGURES_PATH}/download`)}?${new URLSearchParams({ quarter, format })}`;
}
