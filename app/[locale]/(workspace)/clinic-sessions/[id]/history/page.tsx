import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuditTable } from '@/components/audit/audit-table';
import { recordPath } from '@/components/clinic-sessions/row-names';
import { RecordHeading } from '@/components/session-record/record-heading';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
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
  const [audit, t, locale, history] = await Promise.all([
    getTranslations('audit'),
    getTranslations('session-list.record'),
    getLocale(),
    listObjectHistory(actor, { type: 'ClinicSession', id }, { cursor }),
  ]);
  const path = localePath(locale, `${recordPath(id)}/history`);
  return (
    <>
      <RecordHeading place={place} tab="history" />
      <p className="mb-4 max-w-prose text-ink-soft">{t('historyLead')}</p>
      {history.ok ? (
        <>
          <AuditTable entries={history.value.entries} history />
          <Pager
            label={audit('pager.label')}
            previousHref={cursor === undefined ? null : path}
            previous={audit('pager.newest')}
            nextHref={history.value.next === null ? null : `${path}?cursor=${history.value.next}`}
            next={audit('pager.older')}
          />
        </>
      ) : (
        <Notice kind="warning">{audit('unavailable')}</Notice>
      )}
    </>
  );
}
