import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { filterOf, ListPager, type Parameters } from '@/app/[locale]/(workspace)/clinic-sessions/review/list-page';
import { ConfirmList } from '@/components/clinic-sessions/confirm-list';
import { ReviewFilters } from '@/components/clinic-sessions/review-filters';
import { WaitingList } from '@/components/clinic-sessions/waiting-list';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { listNotHeld, listReviewChoices, listToConfirm } from '@/lib/clinic-sessions/review-queries';
import { listToAnswer } from '@/lib/clinic-sessions/thread-queries';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { sendConfirmations } from './actions';

type Props = { searchParams: Promise<Parameters> };

const PATH = '/clinic-sessions/confirm';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review.confirm'))('title') };
}

export default async function ConfirmPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'confirm', 'ClinicSession')) notFound();
  const filter = filterOf(await searchParams);
  const [t, page, choices, disputes, notHeld] = await Promise.all([
    getTranslations('review.confirm'),
    listToConfirm(actor, filter),
    listReviewChoices(actor, 'confirm'),
    listToAnswer(actor, 'disputed'),
    listNotHeld(actor, { ...filter, after: null }),
  ]);
  return (
    <>
      <PageHeading title={t('title')} lead={t(actor.role === 'expert' ? 'leadExpert' : 'leadAlliance')} />
      {actor.role !== 'expert' && <ReviewFilters path={PATH} filter={filter} choices={choices} />}
      <Section id="waiting" title={t('waiting', { count: page.count })}>
        <ConfirmList id="to-confirm" records={page.records} action={sendConfirmations} empty={t('empty')} />
        <ListPager path={PATH} filter={filter} page={page} />
      </Section>
      {disputes.count > 0 && (
        <Section id="disputes" title={t('disputes', { count: disputes.count })}>
          <p className="mb-3 max-w-prose text-ink-soft">{t('disputesLead')}</p>
          <WaitingList records={disputes.records} today={dateInShanghai(now())} empty={t('empty')} />
        </Section>
      )}
      <Section id="not-held" title={t('notHeld', { count: notHeld.count })}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('notHeldLead')}</p>
        <ConfirmList id="reported" records={notHeld.records} action={sendConfirmations} empty={t('none')} disputeOnly />
      </Section>
    </>
  );
}
