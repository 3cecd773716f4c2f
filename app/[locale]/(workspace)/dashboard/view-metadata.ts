import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedView, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { inLocale } from '@/lib/i18n/locales';
import { getUnit } from '@/lib/indicators/unit-queries';

/** The title of a view names its unit only to those who may open it. */
export async function viewMetadata(view: string, parameters: Parameters): Promise<Metadata> {
  const { actor, unit } = await askedView(parameters);
  const [t, locale, named] = await Promise.all([getTranslations('views'), getLocale(), getUnit(actor, unit)]);
  if (!named) notFound();
  return { title: t(`${view}.title`, { name: inLocale(locale, named.name, named.nameEn) }) };
}
