import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { jobsPath } from '@/components/jobs/jobs-paths';
import { NightlyTable } from '@/components/jobs/nightly-table';
import { RunTable } from '@/components/jobs/run-table';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { getJobs } from '@/lib/audit/job-queries';
import { requireActor } from '@/lib/auth/require-actor';
import { sendJobRun } from './actions';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') };
}

export default async function JobsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const jobs = await getJobs(actor);
  if (!jobs) notFound();
  const [{ done }, t, locale] = await Promise.all([searchParams, getTranslations('jobs'), getLocale()]);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {done === 'requested' && (
        <Notice kind="success" announce>
          {t('done.requested')}
        </Notice>
      )}
      {!jobs.opened && <Notice kind="warning">{t('notOpened')}</Notice>}
      <p className="no-print my-4">
        <ButtonLink href={jobsPath(locale)}>{t('refresh')}</ButtonLink>
      </p>
      <Section id="nightly" title={t('nightly.title')}>
        <NightlyTable jobs={jobs.nightly} request={mayI(actor, 'create', 'JobRequest') ? sendJobRun : null} />
      </Section>
      <Section id="runs" title={t('runs.title')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('runs.note')}</p>
        <RunTable runs={jobs.runs} />
      </Section>
    </>
  );
}
