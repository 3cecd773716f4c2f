import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FiguresTable } from '@/components/data-sources/figures-table';
import { SourcesTable } from '@/components/data-sources/sources-table';
import { DescriptionList } from '@/components/ui/description-list';
import { type DataOrigin, OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { env } from '@/lib/core/env';
import { languageAlternates } from '@/lib/i18n/locales';
import { getNetworkTotals } from '@/lib/public-directory/public-queries';

const ORIGINS: readonly DataOrigin[] = ['published', 'counted', 'demonstration'];

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()]);
  return { title: t('title'), description: t('lead'), alternates: languageAlternates(locale, '/data') };
}

export default async function DataPage() {
  const [t, totals] = await Promise.all([getTranslations('data'), getNetworkTotals()]);
  const reviewNumber = env().MAP_REVIEW_NUMBER;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Section id="origins" title={t('origins.title')}>
        <DescriptionList
          items={ORIGINS.map((origin) => ({
            key: origin,
            term: <OriginMark origin={origin} />,
            description: <p className="max-w-prose">{t(`origins.${origin}`)}</p>,
          }))}
        />
        <p className="mt-4 max-w-prose">{t('origins.people')}</p>
        <p className="mt-2 max-w-prose">{t('origins.replace')}</p>
      </Section>
      <Section id="sources" title={t('sources.title')}>
        <SourcesTable />
      </Section>
      <Section id="figures" title={t('figures.title')}>
        <p className="mb-3 max-w-prose">{t('figures.note')}</p>
        <FiguresTable figures={totals.figures} />
      </Section>
      <Section id="positions" title={t('positions.title')}>
        <p className="max-w-prose">{t('positions.centres')}</p>
        <p className="mt-2 max-w-prose">{t('positions.distance')}</p>
      </Section>
      <Section id="map" title={t('map.title')}>
        <p className="max-w-prose">{reviewNumber ? t('map.reviewed', { number: reviewNumber }) : t('map.schematic')}</p>
      </Section>
      <Section id="open" title={t('open.title')}>
        <p className="max-w-prose">
          {t.rich('open.content', {
            api: (words) => <TextLink href="/api/v1/openapi.json">{words}</TextLink>,
          })}
        </p>
      </Section>
    </>
  );
}
