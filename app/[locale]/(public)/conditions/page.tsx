import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ConditionGroups } from '@/components/clinics/condition-groups';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { languageAlternates, localePath } from '@/lib/i18n/locales';
import { listConditions, showsDemonstration } from '@/lib/public-directory/public-queries';

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('clinics.conditionList'), getLocale()]);
  return { title: t('title'), description: t('description'), alternates: languageAlternates(locale, '/conditions') };
}

export default async function ConditionsPage() {
  const [t, locale, conditions, demonstration] = await Promise.all([
    getTranslations('clinics'),
    getLocale(),
    listConditions(),
    showsDemonstration(),
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/'), label: t('city') },
          { href: localePath(locale, '/clinics'), label: t('list.title') },
        ]}
        current={t('conditionList.title')}
      />
      <PageHeading title={t('conditionList.title')} lead={t('conditionList.lead')} />
      <p className="flex max-w-prose flex-wrap items-center gap-2 text-ink-soft">
        {t('conditionList.catalogue', { count: conditions.length })}
        {demonstration && (
          <>
            <DemoMark /> {t('conditionList.example')}
          </>
        )}
      </p>
      <ConditionGroups conditions={conditions} />
    </>
  );
}
