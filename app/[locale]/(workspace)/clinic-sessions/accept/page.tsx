import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import {
  filterOf,
  ListPager,
  listPath,
  type Parameters,
} from '@/app/[locale]/(workspace)/clinic-sessions/review/list-page';
import { DECISION_PRESETS, DecisionList } from '@/components/clinic-sessions/decision-list';
import { ReviewFilters } from '@/components/clinic-sessions/review-filters';
import { WaitingList } from '@/components/clinic-sessions/waiting-list';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { countUnconfirmed, listReviewChoices, listToAccept } from '@/lib/clinic-sessions/review-queries';
import { cursorText } from '@/lib/clinic-sessions/review-schema';
import { listToAnswer } from '@/lib/clinic-sessions/thread-queries';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import { sendDecisions } from './actions';

type Props = { searchParams: Promise<Parameters> };

const PATH = '/clinic-sessions/accept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review.accept'))('title') };
}

export default async function AcceptPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'approve', 'ClinicSession')) notFound();
  const parameters = await searchParams;
  const filter = filterOf(parameters);
  const preset = DECISION_PRESETS.find((one) => one === parameters.preset) ?? 'plain';
  const [t, locale, page, choices, unconfirmed, disputes, returns] = await Promise.all([
    getTranslations('review.accept'),
    getLocale(),
    listToAccept(actor, filter),
    listReviewChoices(actor, 'accept'),
    countUnconfirmed(actor),
    listToAnswer(actor, 'disputed'),
    listToAnswer(actor, 'returned'),
  ]);
  const after = filter.after && cursorText(filter.after);
  const today = dateInShanghai(now());
  const presets = { plain: t('presetPlain'), all: t('presetAll'), none: t('presetNone') };
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <ReviewFilters path={PATH} filter={filter} choices={choices} />
      <Section id="waiting" title={t('waiting', { count: page.count })}>
        {page.records.length > 0 && (
          <LinkTabs
            label={t('preset')}
            tabs={DECISION_PRESETS.map((one) => ({
              href: localePath(locale, listPath(PATH, filter, { preset: one, after })),
              label: presets[one],
              current: one === preset,
            }))}
          />
        )}
        <DecisionList key={preset} records={page.records} preset={preset} action={sendDecisions} />
        <ListPager path={PATH} filter={filter} page={page} more={{ preset }} />
        {unconfirmed > 0 && <Notice>{t('unconfirmed', { count: unconfirmed })}</Notice>}
      </Section>
      <Section id="disputes" title={t('disputes', { count: disputes.count })}>
        <WaitingList records={disputes.records} today={today} empty={t('none')} />
      </Section>
      <Section id="returns" title={t('returns', { count: returns.count })}>
        <WaitingList records={returns.records} today={today} empty={t('none')} />
      </Section>
    </>
  );
}
