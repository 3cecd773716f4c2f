import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AttendanceList } from '@/components/clinic-sessions/attendance-list';
import { SignedTable } from '@/components/clinic-sessions/signed-table';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { listAttendances } from '@/lib/clinic-sessions/review-queries';
import { sendSignatures } from './actions';

/** Enough to see that what was signed is signed. */
const SIGNED_SHOWN = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review.attendance'))('title') };
}

export default async function AttendancePage() {
  const actor = await requireActor();
  if (!mayI(actor, 'confirm', 'ClinicSessionTrainee')) notFound();
  const [t, waiting, signed] = await Promise.all([
    getTranslations('review.attendance'),
    listAttendances(actor, false),
    listAttendances(actor, true, SIGNED_SHOWN),
  ]);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Section id="waiting" title={t('waiting', { count: waiting.count })}>
        <AttendanceList records={waiting.records} action={sendSignatures} />
      </Section>
      <Section id="signed" title={t('signed')}>
        <SignedTable records={signed.records} />
      </Section>
    </>
  );
}
