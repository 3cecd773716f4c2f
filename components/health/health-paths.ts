import { type Locale, localePath } from '@/lib/i18n/locales';
import type { HealthFilter } from '@/lib/registry/health/health-schema';

export const HEALTH_PATH = '/registry/health';

type Query = Partial<HealthFilter> & { done?: number; left?: number };

function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

/** The page of data health, of one problem, of one district; it may say what was just done. */
export function healthPath(locale: Locale, query: Query = {}): string {
  return localePath(locale, `${HEALTH_PATH}${queryText(query)}`);
}

/** The workbook of those entries of a list that have a problem. */
export function healthFilePath(
  locale: Locale,
  list: 'centres' | 'stations',
  { problem, district }: Pick<HealthFilter, 'problem' | 'district'>,
): string {
  return localePath(locale, `/registry/file${queryText({ list, problem, district })}`);
}
