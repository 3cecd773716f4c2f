import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MonthTable } from '@/components/clinic-sessions/month-table';
import { PageHeading } from '@/components/ui/page-heading';
import { requireActor } from '@/lib/auth/require-actor';
import { listMonths } from '@/lib/clinic-sessions/month-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review.month'))('title') };
}

export default async function MonthsPage() {
  const actor = await requireActor();
  const [t, seen] = await Promise.all([getTranslations('review.month'), listMonths(actor)]);
  if (!seen) notFound();
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <MonthTable months={seen.months} />
      <p className="mt-3 text-sm text-ink-soft">{t('expectedNote')}</p>
    </>
  );
}
