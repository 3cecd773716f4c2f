import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { FollowUpForms } from '@/app/[locale]/(workspace)/monitor/follow-ups/follow-up-forms';
import { FollowUpDue, FollowUpOwner } from '@/components/monitor/follow-up-owner';
import { FollowUpThread } from '@/components/monitor/follow-up-thread';
import { clinicMonitorPath, followUpsPath } from '@/components/monitor/monitor-paths';
import { StateMark } from '@/components/monitor/state-mark';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DateText, InstantText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale } from '@/lib/i18n/locales';
import { getFollowUp } from '@/lib/monitor/follow-up-queries';

const DONE = ['opened', 'commented', 'taken', 'handedOver', 'closed'] as const;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('monitor.followUp'))('title') };
}

export default async function FollowUpPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, { done: said }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('monitor.followUp'),
    getLocale(),
  ]);
  const followUp = await getFollowUp(actor, id);
  if (!followUp) notFound();
  const done = DONE.find((known) => known === said);
  const { clinic, centre, district, state, stateOn, openedAt, openedByName, outcome, thread } = followUp;
  return (
    <>
      <Breadcrumbs trail={[{ href: followUpsPath(locale, 'mine'), label: t('name') }]} current={t('title')} />
      <PageHeading
        title={inLocale(locale, clinic.name, clinic.nameEn)}
        lead={`${inLocale(locale, district.name, district.nameEn)} · ${inLocale(locale, centre.name, centre.nameEn)}`}
      />
      {done && (
        <Notice kind="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <Section id="facts" title={t('facts')}>
        <DescriptionList
          items={[
            { key: 'state', term: t('column.state'), description: <StateMark state={state} /> },
            {
              key: 'stateOn',
              term: t('stateOn'),
              description: (
                <>
                  <DateText date={stateOn} weekday="none" year />{' '}
                  <TextLink href={clinicMonitorPath(locale, clinic.id, null)}>{t('clinicNow')}</TextLink>
                </>
              ),
            },
            {
              key: 'opened',
              term: t('openedOn'),
              description: (
                <>
                  <InstantText at={openedAt} /> ·{' '}
                  {openedByName ? t('openedBy', { name: openedByName }) : t('openedByJob')}
                </>
              ),
            },
            { key: 'owner', term: t('column.owner'), description: <FollowUpOwner followUp={followUp} /> },
            { key: 'due', term: t('column.due'), description: <FollowUpDue followUp={followUp} /> },
            {
              key: 'outcome',
              term: t('column.outcome'),
              description: outcome ? t(`outcome.${outcome}`) : t('noOutcome'),
            },
          ]}
        />
      </Section>
      <Section id="thread" title={t('thread')}>
        <FollowUpThread thread={thread} />
        <FollowUpForms followUp={followUp} />
      </Section>
    </>
  );
}
