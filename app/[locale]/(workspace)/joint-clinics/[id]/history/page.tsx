import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { clinicTitle, type Parameters, requireClinic } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { AuditTable } from '@/components/audit/audit-table';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { listObjectHistory } from '@/lib/audit/queries';
import { parseAuditParameters } from '@/lib/audit/schema';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.tab');
  return { title: await clinicTitle(params, t('history'), await getLocale()) };
}

export default async function ClinicHistoryPage({ params, searchParams }: Props) {
  const { actor, clinic } = await requireClinic(params);
  const { cursor } = parseAuditParameters({ cursor: (await searchParams).cursor });
  const [t, audit, locale, history] = await Promise.all([
    getTranslations('joint-clinics.tab'),
    getTranslations('audit'),
    getLocale(),
    listObjectHistory(actor, { type: 'JointClinic', id: clinic.id }, { cursor }),
  ]);
  const path = clinicPath(locale, clinic.id, 'history');
  return (
    <>
      <ClinicHeading clinic={clinic} page={t('history')} tab="history" />
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
