import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Poster } from '@/components/facility/poster';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { now } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { qrCode } from '@/lib/core/qr-code';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { getFacility, showsDemonstration } from '@/lib/public-directory/public-queries';
import { survivorOf } from '@/lib/public-directory/survivor-rules';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const detail = await getFacility(id);
  if (!detail) notFound();
  const [t, locale] = await Promise.all([getTranslations('facility.poster'), getLocale()]);
  const { facility } = detail;
  return {
    title: t('title', { name: inLocale(locale, facility.name, facility.nameEn) }),
    alternates: languageAlternates(locale, `/facilities/${facility.id}/poster`),
    robots: { index: false },
  };
}

export default async function PosterPage({ params }: Props) {
  const { id } = await params;
  const detail = await getFacility(id);
  if (!detail) notFound();
  const survivor = survivorOf(detail);
  const [t, format, locale] = await Promise.all([getTranslations('facility.poster'), getFormatter(), getLocale()]);
  if (survivor) permanentRedirect(localePath(locale, `/facilities/${survivor}/poster`));
  const path = localePath(locale, `/facilities/${detail.facility.id}`);
  const url = `${env().siteUrl}${path}`;
  const date = format.dateTime(now(), { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  return (
    <>
      <div className="no-print mx-auto max-w-2xl">
        <Notice>
          {t('hint')}{' '}
          <TextLink href={path} className="whitespace-nowrap">
            {t('back')}
          </TextLink>
        </Notice>
      </div>
      <Poster
        detail={detail}
        code={qrCode(url)}
        url={url}
        demonstration={await showsDemonstration()}
        printed={t('printed', { date })}
      />
    </>
  );
}
