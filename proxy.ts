import createMiddleware from 'next-intl/middleware';
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/locales';

// The language is chosen by the address alone: no redirect by browser language, so that a link means one page.
export default createMiddleware({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
});

export const config = {
  // pages only: not the API, not Next's own files, not anything with a file extension
  matcher: ['/((?!api|_next|.*\\..*).*)'],
};
