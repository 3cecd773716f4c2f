import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ObjectHistory } from '@/components/audit/object-history';
import { recordPath } from '@/components/clinic-sessions/row-names';
import { RecordHeading } from '@/components/session-record/record-heading';
import { listObjectHistory } from '@/lib/audit/queries';
import { parseAuditParameters } from '@/lib/audit/schema';
import { requireActor } from '@/lib/auth/require-actor';
import type { AddressParameters } from '@/lib/clinic-sessions/list-schema';
import { getRecordPlace } from '@/lib/clinic-sessions/record-queries';
import { localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<AddressParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session-list.record'))('tab.history') };
}

export default async function RecordHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, parameters] = await Promise.all([params, searchParams]);
  const place = await getRecordPlace(actor, id);
  if (!place) notFound();
  const { cursor } = parseAuditParameters({ cursor: parameters.cursor });
  const [t, locale, history] = await Promise.all([
    getTranslations('session-list.record'),
    getLocale(),
    listObjectHistory(actor, { type: 'ClinicSession', id }, { cursor }),
  ]);
  const path = localePath(locale, `${recordPath(id)}/history`);
  return (
    <>
      <RecordHeading place={place} tab="history" />
      <p className="mb-4 max-w-prose text-ink-soft">{t('historyLead')}</p>
      <ObjectHistory history={history} path={path} cursor={cursor} />
    </>
  );
}
