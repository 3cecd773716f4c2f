import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { FacilityView } from '@/components/facility/facility-view';
import { FacilityDescription } from '@/components/seo/facility-description';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { getFacility, showsDemonstration } from '@/lib/public-directory/public-queries';
import { survivorOf } from '@/lib/public-directory/survivor-rules';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const detail = await getFacility(id);
  if (!detail) notFound();
  const [t, terms, locale] = await Promise.all([getTranslations('facility'), getTranslations('terms'), getLocale()]);
  const { facility, district } = detail;
  const name = inLocale(locale, facility.name, facility.nameEn);
  return {
    title: name,
    description: t('description', {
      name,
      district: inLocale(locale, district.name, district.nameEn),
      alliance: terms(`allianceFull.${facility.alliance}`),
    }),
    alternates: languageAlternates(locale, `/facilities/${facility.id}`),
  };
}

export default async function FacilityPage({ params }: Props) {
  const { id } = await params;
  const detail = await getFacility(id);
  if (!detail) notFound();
  const survivor = survivorOf(detail);
  const [t, format, locale] = await Promise.all([getTranslations('facility'), getFormatter(), getLocale()]);
  if (survivor) permanentRedirect(localePath(locale, `/facilities/${survivor}`));
  const { facility } = detail;
  const updated = format.dateTime(new Date(facility.updatedAt), { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  return (
    <>
      <FacilityDescription detail={detail} />
      <FacilityView
        detail={detail}
        today={dateInShanghai(now())}
        posterHref={localePath(locale, `/facilities/${facility.id}/poster`)}
        reportHref={`${localePath(locale, '/report')}?facility=${encodeURIComponent(facility.id)}`}
        demonstration={await showsDemonstration()}
        updated={t('actions.updated', { date: updated })}
      />
    </>
  );
}
