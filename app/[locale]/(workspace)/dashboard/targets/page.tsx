import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageTableLinks } from '@/components/exports/format-links';
import { newTargetPath, targetListPath } from '@/components/targets/target-paths';
import { TargetTable } from '@/components/targets/target-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeading } from '@/components/ui/page-heading';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { localePath } from '@/lib/i18n/locales';
import { listTargets } from '@/lib/indicators/target-queries';
import { TARGET_STATES } from '@/lib/indicators/target-schema';
import { type Parameters, TargetDoneNotice } from './target-page';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('targets');
  return { title: t('title') };
}

/** All targets of the reader's units against what was reached: how far is my district from its targets? */
export default async function TargetsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'export', 'ActivityMonth')) notFound();
  const parameters = await searchParams;
  const state = TARGET_STATES.find((one) => one === parameters.state) ?? 'running';
  const [t, locale, rows] = await Promise.all([getTranslations('targets'), getLocale(), listTargets(actor, { state })]);
  const reached = rows.filter(({ distance }) => distance?.reached).length;
  const known = rows.filter(({ distance }) => distance).length;
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, '/dashboard'), label: t('dashboard') }]} current={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')}>
        {mayI(actor, 'create', 'IndicatorTarget') && (
          <ButtonLink href={newTargetPath(locale)} variant="primary">
            {t('new.action')}
          </ButtonLink>
        )}
      </PageHeading>
      <TargetDoneNotice parameters={parameters} />
      <LinkTabs
        label={t('states')}
        tabs={TARGET_STATES.map((one) => ({
          href: targetListPath(locale, one),
          label: t(`state.${one}`),
          current: one === state,
        }))}
      />
      {known > 0 && <p className="my-3">{t('summary', { reached, known })}</p>}
      <PageTableLinks table="targets" name={t('title')} asked={{ state }} />
      <TargetTable rows={rows} caption={t(`state.${state}`)} empty={t(`empty.${state}`)} />
    </>
  );
}
