import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DefinitionTable } from '@/components/indicators/definition-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import { listDefinitions } from '@/lib/indicators/public-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('counting');
  return { title: t('table.title') };
}

/** Every indicator's version in force and when it is to be looked at again, for whoever reads dashboards. */
export default async function DefinitionsPage() {
  const actor = await requireActor();
  if (!mayI(actor, 'export', 'ActivityMonth')) notFound();
  const [t, locale, definitions] = await Promise.all([getTranslations('counting'), getLocale(), listDefinitions()]);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: localePath(locale, '/dashboard'), label: t('table.dashboard') }]}
        current={t('table.title')}
      />
      <PageHeading title={t('table.title')} lead={t('table.lead')} />
      <DefinitionTable definitions={definitions} today={dateInShanghai(now())} caption={t('table.title')} />
    </>
  );
}
