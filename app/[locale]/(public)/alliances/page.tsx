import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AllianceCard } from '@/components/alliances/alliance-card';
import { markOf } from '@/components/alliances/figures';
import { PublishedTotals } from '@/components/alliances/network-figures';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { languageAlternates, localePath } from '@/lib/i18n/locales';
import { getNetworkTotals } from '@/lib/public-directory/public-queries';

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('alliances.list'), getLocale()]);
  return { title: t('title'), description: t('description'), alternates: languageAlternates(locale, '/alliances') };
}

export default async function AlliancesPage() {
  const [t, locale, totals] = await Promise.all([getTranslations('alliances'), getLocale(), getNetworkTotals()]);
  const marks = new Set([
    markOf(totals.figures, 'centres'),
    markOf(totals.figures, 'stations'),
    markOf(totals.figures, 'joint_clinics'),
  ]);
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, '/'), label: t('city') }]} current={t('breadcrumb.alliances')} />
      <PageHeading title={t('list.title')} lead={t('list.lead')}>
        <ButtonLink href={localePath(locale, '/districts')}>{t('districtList.title')}</ButtonLink>
      </PageHeading>
      <ul className="grid gap-4 lg:grid-cols-2">
        {totals.alliances.map((view) => (
          <AllianceCard key={view.alliance.code} view={view} />
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        {t('list.marks')}
        {[...marks].map((mark) => (
          <OriginMark key={mark} origin={mark} />
        ))}
        {marks.has('demonstration') && t('list.origins')}
      </p>
      <Section title={t('published.title')} id="published">
        <PublishedTotals figures={totals.figures} />
      </Section>
    </>
  );
}
