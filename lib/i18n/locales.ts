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

/** The same page in another language, query kept: `/en/services?q=a` in Chinese is `/services?q=a`. */
export function pathInLocale(target: Locale, path: string): string {
  const [pathname = '/', ...query] = path.split('?');
  // two leading slashes would name another site
  const bare = pathname.replace(/^\/en(?=\/|$)/, '').replace(/^\/*/, '/');
  const search = query.length > 0 ? `?${query.join('?')}` : '';
  return `${localePath(target, bare)}${search}`;
}

/** Canonical address and language versions of a page, for its metadata; `path` is the Chinese one. */
export function languageAlternates(locale: Locale, path: string) {
  return {
    canonical: localePath(locale, path),
    languages: { 'zh-CN': path, en: localePath('en', path), 'x-default': path },
  };
}

/** Picks the text of a record in a language; Chinese stands in where English is missing. */
export function inLocale<T extends string | null>(locale: Locale, chinese: T, english: string | null): T | string {
  return locale === 'en' ? (english ?? chinese) : chinese;
}
