'use client';

import './globals.css';
import { type BoundaryProps, UnexpectedError } from '@/components/layout/unexpected-error.client';
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/locales';
import chinese from '@/lib/i18n/messages/zh-CN/errors.json';

/** The whole document failed, and with it the knowledge of the language: both are shown. */
export default function GlobalError(props: BoundaryProps) {
  return (
    <html lang={DEFAULT_LOCALE}>
      <body>
        <title>{chinese.unexpected.title}</title>
        <main className="mx-auto max-w-6xl px-4">
          {LOCALES.map((locale) => (
            <UnexpectedError key={locale} {...props} locale={locale} />
          ))}
        </main>
      </body>
    </html>
  );
}
