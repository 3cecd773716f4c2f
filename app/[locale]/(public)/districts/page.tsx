import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DistrictTable } from '@/components/alliances/district-list';
import { AllianceShape } from '@/components/layout/alliance-mark';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { languageAlternates, localePath } from '@/lib/i18n/locales';
import { listAlliances } from '@/lib/public-directory/public-queries';

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('alliances.districtList'), getLocale()]);
  return { title: t('title'), description: t('description'), alternates: languageAlternates(locale, '/districts') };
}

export default async function DistrictsPage() {
  const [t, term, locale, alliances] = await Promise.all([
    getTranslations('alliances'),
    getTranslations('terms'),
    getLocale(),
    listAlliances(),
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/'), label: t('city') },
          { href: localePath(locale, '/alliances'), label: t('breadcrumb.alliances') },
        ]}
        current={t('breadcrumb.districts')}
      />
      <PageHeading title={t('districtList.title')} lead={t('districtList.lead')} />
      {alliances.map(({ alliance, districts }) => (
        <Section
          key={alliance.code}
          id={alliance.code}
          title={
            <TextLink
              href={localePath(locale, `/alliances/${alliance.code}`)}
              className="inline-flex items-center gap-2 py-1"
            >
              <AllianceShape alliance={alliance.code} />
              {term(`allianceFull.${alliance.code}`)}
            </TextLink>
          }
        >
          <DistrictTable districts={districts} captionHidden />
        </Section>
      ))}
    </>
  );
}
