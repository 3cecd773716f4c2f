import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { clinicTitle, type Parameters, requireClinic } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ObjectHistory } from '@/components/audit/object-history';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
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
  const [t, locale, history] = await Promise.all([
    getTranslations('joint-clinics.tab'),
    getLocale(),
    listObjectHistory(actor, { type: 'JointClinic', id: clinic.id }, { cursor }),
  ]);
  const path = clinicPath(locale, clinic.id, 'history');
  return (
    <>
      <ClinicHeading clinic={clinic} page={t('history')} tab="history" />
      <ObjectHistory history={history} path={path} cursor={cursor} />
    </>
  );
}
