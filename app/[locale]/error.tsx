'use client';

import { useParams } from 'next/navigation';
import { type BoundaryProps, UnexpectedError } from '@/components/layout/unexpected-error.client';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/** The surroundings of a page failed too; this stands alone. */
export default function LocaleError(props: BoundaryProps) {
  const { locale } = useParams<{ locale: string }>();
  return (
    <main className="mx-auto max-w-6xl px-4">
      <UnexpectedError {...props} locale={isLocale(locale) ? locale : DEFAULT_LOCALE} />
    </main>
  );
}
