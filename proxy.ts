import type { NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { wantedErrorDocument } from '@/lib/core/error-document';
import { PATH_HEADER } from '@/lib/i18n/current-path';
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/locales';

// The language is chosen by the address alone: no redirect by browser language, so that a link means one page.
const byAddress = createMiddleware({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});

export default function proxy(request: NextRequest): NextResponse {
  // pages learn their own address from this header; what a client sends under its name is overwritten
  const asked = wantedErrorDocument(request.headers)?.path ?? `${request.nextUrl.pathname}${request.nextUrl.search}`;
  request.headers.set(PATH_HEADER, asked);
  return byAddress(request);
}

export const config = {
  // pages and calendar feeds, which speak a language: not the API, not Next's own files, not the files of public/ and
  // the metadata files. A dot alone says nothing: the codes of conditions have dots.
  matcher: ['/((?!api|_next|.*\\.(?:css|html|ico|js|json|mjs|pdf|png|svg|txt|webmanifest|xml)$).*)'],
};
