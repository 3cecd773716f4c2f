import '@/app/globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isSenior, SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { env } from '@/lib/core/env';
import { isLocale } from '@/lib/i18n/locales';

type Props = { children: React.ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#16181a' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout');
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }], apple: '/icon-180.png' },
    // numbers on these pages are opening hours and counts more often than phone numbers
    formatDetection: { telephone: false },
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const senior = isSenior((await cookies()).get(SENIOR_COOKIE)?.value);
  return (
    <html lang={locale} data-scripts="later" data-senior={senior ? '' : undefined}>
      <body>{children}</body>
    </html>
  );
}
