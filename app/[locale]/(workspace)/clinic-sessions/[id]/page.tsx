import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RecordDoneNotice, RecordReview } from '@/app/[locale]/(workspace)/clinic-sessions/review/record-review';
import { RecordMarks, RecordStateBadge } from '@/components/clinic-sessions/record-badges';
import { RecordFacts } from '@/components/session-record/record-facts';
import { RecordHeading } from '@/components/session-record/record-heading';
import { RecordParties } from '@/components/session-record/record-parties';
import { RecordStory } from '@/components/session-record/record-story';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import type { AddressParameters } from '@/lib/clinic-sessions/list-schema';
import { getClinicSession } from '@/lib/clinic-sessions/record-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<AddressParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session-list.record'))('title') };
}

export default async function ClinicSessionPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, { done }, t] = await Promise.all([params, searchParams, getTranslations('session-list.record')]);
  const record = await getClinicSession(actor, id);
  if (!record) notFound();
  const { content, late, planned, version } = record;
  const mode = content.held ? content.mode : null;
  return (
    <>
      <RecordHeading place={record} tab="record">
        <RecordStateBadge state={record.state} />
        <RecordMarks record={{ held: content.held, late, planned, mode, version, explanation: content.explanation }} />
      </RecordHeading>
      <RecordDoneNotice done={done} />
      <RecordStory record={record} />
      <Section id="facts" title={t('facts')}>
        <RecordFacts record={record} />
      </Section>
      <Section id="parties" title={t('party.title')}>
        <RecordParties record={record} />
      </Section>
      <RecordReview actor={actor} id={id} />
    </>
  );
}
