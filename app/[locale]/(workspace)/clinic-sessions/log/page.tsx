import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EarlierList } from '@/components/logging/earlier-list';
import { LogForm } from '@/components/logging/log-form.client';
import { LoggingWords } from '@/components/logging/logging-words';
import { whyFixed } from '@/components/logging/may-be-sent';
import { RecordNotices } from '@/components/logging/record-notices';
import { SessionHeading } from '@/components/logging/session-heading';
import { slotSchema } from '@/components/logging/session-values';
import { requireActor } from '@/lib/auth/require-actor';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import { ownerOf } from '@/lib/clinic-sessions/submission-answer-schema';
import { sendSession } from './actions';
import { ChooseSession } from './choose-session';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('logging'))('title') };
}

export default async function LogPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { clinic, date, half } = await searchParams;
  const slot = slotSchema.safeParse({ clinicId: clinic, date, half });
  if (!slot.success) return <ChooseSession actor={actor} given={{ clinic, date, half }} />;
  const form = await getSessionForm(actor, slot.data);
  if (!form) notFound();
  const owner = ownerOf(actor);
  return (
    <LoggingWords>
      <SessionHeading form={form} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <RecordNotices form={form} />
          {!whyFixed(form) && <LogForm form={form} owner={owner} submissionId={randomUUID()} action={sendSession} />}
        </div>
        <EarlierList earlier={form.earlier} />
      </div>
    </LoggingWords>
  );
}
