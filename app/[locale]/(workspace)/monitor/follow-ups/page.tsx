import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageTableLinks } from '@/components/exports/format-links';
import { FollowUpTable } from '@/components/monitor/follow-up-table';
import { followUpsPath } from '@/components/monitor/monitor-paths';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeading } from '@/components/ui/page-heading';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { listFollowUps } from '@/lib/monitor/follow-up-queries';
import { FOLLOW_UP_LISTS } from '@/lib/monitor/follow-up-schema';

type Props = { searchParams: Promise<{ list?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('monitor.followUp'))('name') };
}

export default async function FollowUpsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'read', 'FollowUp')) notFound();
  const { list: asked } = await searchParams;
  const list = FOLLOW_UP_LISTS.find((known) => known === asked) ?? 'mine';
  const [t, locale, followUps] = await Promise.all([
    getTranslations('monitor.followUp'),
    getLocale(),
    listFollowUps(actor, list),
  ]);
  return (
    <>
      <PageHeading title={t('name')} lead={t('lead')} />
      <LinkTabs
        label={t('lists')}
        tabs={FOLLOW_UP_LISTS.map((known) => ({
          href: followUpsPath(locale, known),
          label: t(`list.${known}`),
          current: known === list,
        }))}
      />
      {mayI(actor, 'export', 'ActivityMonth') && (
        <PageTableLinks table="follow-ups" name={t('name')} asked={{ list }} />
      )}
      <FollowUpTable
        followUps={followUps}
        caption={t('caption', { list: t(`list.${list}`), count: followUps.length })}
      />
    </>
  );
}
