import { type Locale, localePath } from '@/lib/i18n/locales';
import type { IndicatorId } from '@/lib/indicators/schema';

export const COUNTING_PATH = '/what-we-count';

/** Where an indicator's words stand, for everybody. */
export function definitionPath(locale: Locale, id: IndicatorId): string {
  return `${localePath(locale, COUNTING_PATH)}#${id}`;
}
