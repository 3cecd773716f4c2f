import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendClinicFacts } from '@/app/[locale]/(workspace)/joint-clinics/actions';
import { clinicTitle, requireClinic } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { factFields } from '@/app/[locale]/(workspace)/joint-clinics/fact-fields';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { ActionForm } from '@/components/ui/action-form';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.fact');
  return { title: await clinicTitle(params, t('change'), await getLocale()) };
}

export default async function ClinicFactsPage({ params }: Props) {
  const { clinic } = await requireClinic(params);
  if (!clinic.mayChange) notFound();
  const [t, field, { names, rest }] = await Promise.all([
    getTranslations('joint-clinics.fact'),
    getTranslations('joint-clinics.field'),
    factFields(clinic),
  ]);
  const departments = [
    { name: 'department', label: field('department'), maxLength: 40, defaultValue: clinic.department },
    { name: 'departmentEn', label: field('departmentEn'), maxLength: 80, defaultValue: clinic.departmentEn },
  ];
  return (
    <>
      <ClinicHeading clinic={clinic} page={t('change')} tab={null} />
      <ActionForm
        id="facts"
        action={sendClinicFacts}
        fields={[...names, ...departments, ...rest]}
        hidden={{ clinicId: clinic.id, version: String(clinic.version) }}
        note={t('note')}
        submit={t('save')}
      />
    </>
  );
}
