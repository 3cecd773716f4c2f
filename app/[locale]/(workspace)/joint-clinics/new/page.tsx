import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendNewClinic } from '@/app/[locale]/(workspace)/joint-clinics/actions';
import { optionsOf } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { factFields } from '@/app/[locale]/(workspace)/joint-clinics/fact-fields';
import { clinicListPath } from '@/components/joint-clinics/clinic-paths';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { FormField } from '@/components/ui/form-field';
import { PageHeading } from '@/components/ui/page-heading';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { listExpertChoices, listPlaceChoices } from '@/lib/joint-clinics/choice-queries';
import { BACKDATING_DAYS } from '@/lib/joint-clinics/opening-rules';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.open');
  return { title: t('title') };
}

export default async function NewClinicPage() {
  const actor = await requireActor();
  if (!mayI(actor, 'create', 'JointClinic')) notFound();
  const [title, t, field, locale, places, experts, { names, rest }] = await Promise.all([
    getTranslations('joint-clinics'),
    getTranslations('joint-clinics.open'),
    getTranslations('joint-clinics.field'),
    getLocale(),
    listPlaceChoices(actor),
    listExpertChoices(actor, { action: 'update' }),
    factFields(null),
  ]);
  const today = dateInShanghai(now());
  const centres = places.flatMap(({ centres: hosts, ...group }) => hosts.map((centre) => ({ ...centre, group })));
  const fields: FormField[] = [
    {
      kind: 'select',
      name: 'centreId',
      label: field('centre'),
      empty: field('choose'),
      options: optionsOf(locale, centres),
    },
    {
      kind: 'select',
      name: 'expertId',
      label: field('firstExpert'),
      hint: field('firstExpertHint'),
      empty: field('choose'),
      options: optionsOf(locale, experts),
    },
    ...names,
    ...rest,
    {
      kind: 'date',
      name: 'openedOn',
      label: field('openedOn'),
      hint: field('openedOnHint', { days: BACKDATING_DAYS }),
      defaultValue: today,
      min: addDays(today, -BACKDATING_DAYS),
    },
  ];
  return (
    <>
      <Breadcrumbs trail={[{ href: clinicListPath(locale, {}), label: title('title') }]} current={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <ActionForm
        id="open"
        action={sendNewClinic}
        fields={fields}
        hidden={{ submissionId: randomUUID() }}
        submit={t('submit')}
      />
    </>
  );
}
