'use client';

import { useParams } from 'next/navigation';
import { type BoundaryProps, UnexpectedError } from '@/components/layout/unexpected-error.client';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/** A residents' page that failed; header and footer stay. */
export default function PublicError(props: BoundaryProps) {
  const { locale } = useParams<{ locale: string }>();
  return <UnexpectedError {...props} locale={isLocale(locale) ? locale : DEFAULT_LOCALE} />;
}
