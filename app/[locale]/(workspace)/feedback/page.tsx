import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { feedbackPath } from '@/components/feedback/feedback-paths';
import { ReportFilters } from '@/components/feedback/report-filters';
import { ReportTable } from '@/components/feedback/report-table';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { listReports } from '@/lib/directory/report-queries';
import { reportFilterSchema } from '@/lib/directory/report-schema';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedback'))('title') };
}

export default async function FeedbackPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'read', 'InformationReport')) notFound();
  const filter = reportFilterSchema.parse(await searchParams);
  const [t, locale, { reports, next }] = await Promise.all([
    getTranslations('feedback'),
    getLocale(),
    listReports(actor, filter),
  ]);
  const { after, ...conditions } = filter;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <ReportFilters filter={filter} />
      <ReportTable reports={reports} />
      <Pager
        label={t('pages')}
        previousHref={after && feedbackPath(locale, conditions)}
        previous={t('first')}
        nextHref={next && feedbackPath(locale, { ...conditions, after: next })}
      />
    </>
  );
}
