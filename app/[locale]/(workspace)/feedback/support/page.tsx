import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskSupportForm } from '@/app/[locale]/(workspace)/feedback/support/support-forms';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { supportPath } from '@/components/feedback/feedback-paths';
import { SupportFilters } from '@/components/feedback/support-filters';
import { AnswerTimesTable, SupportTable } from '@/components/feedback/support-table';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { listSupport } from '@/lib/directory/support-queries';
import { supportFilterSchema } from '@/lib/directory/support-schema';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedback.support'))('title') };
}

export default async function SupportPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = supportFilterSchema.parse(await searchParams);
  const [t, locale, { requests, next, times }] = await Promise.all([
    getTranslations('feedback.support'),
    getLocale(),
    listSupport(actor, filter),
  ]);
  const { after, ...conditions } = filter;
  const asksForSome = Object.values(filter).some((value) => value !== null);
  const answers = mayI(actor, 'update', 'SupportRequest');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <AskSupportForm role={actor.role} open={!answers && requests.length === 0} />
      {requests.length === 0 && !asksForSome ? (
        <p className="my-4">{t('none')}</p>
      ) : (
        <>
          <SupportFilters filter={filter} answers={answers} />
          <SupportTable requests={requests} />
        </>
      )}
      <Pager
        label={t('pages')}
        previousHref={after && supportPath(locale, conditions)}
        previous={t('first')}
        nextHref={next && supportPath(locale, { ...conditions, after: next })}
      />
      {times.some(({ answered }) => answered > 0) && (
        <Section id="times" title={t('times')}>
          <AnswerTimesTable times={times} />
        </Section>
      )}
    </>
  );
}
