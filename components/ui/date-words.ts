import { type CivilDate, instantInShanghai } from '@/lib/core/dates';
import type { Locale } from '@/lib/i18n/locales';

// Days and months as people say them, for sentences; `DateText` marks a day up as one.

const NOON = 12 * 60;
export type Weekday = 'short' | 'long' | 'none';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times its use, and next-intl keeps its own for one request only. */
function formatOf(locale: Locale, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(parts)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', ...parts });
  formats.set(key, made);
  return made;
}

/** 2026年11月22日, Nov 22, 2026; a weekday beside it, or no year, where asked. */
export function dayText(locale: Locale, date: CivilDate, weekday: Weekday = 'none', year = true): string {
  const parts: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  if (year) parts.year = 'numeric';
  if (weekday !== 'none') parts.weekday = weekday;
  return formatOf(locale, parts).format(instantInShanghai(date, NOON));
}

/** The month of a day: 2026年11月, November 2026. */
export function monthText(locale: Locale, date: CivilDate): string {
  return formatOf(locale, { year: 'numeric', month: 'long' }).format(instantInShanghai(date, NOON));
}
