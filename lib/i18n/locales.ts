/** Chinese is the source and lives at /, English is complete and lives at /en. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** True for a language the portal speaks. */
export function isLocale(text: string): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The address of a page in a language: `/services` or `/en/services`. */
export function localePath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Picks the text of a record in a language; Chinese stands in where English is missing. */
export function inLocale<T extends string | null>(locale: Locale, chinese: T, english: string | null): T | string {
  return locale === 'en' ? (english ?? chinese) : chinese;
}
