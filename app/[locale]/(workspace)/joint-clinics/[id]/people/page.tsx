import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import {
  sendExpert,
  sendExpertEnd,
  sendTrainee,
  sendTraineeEnd,
} from '@/app/[locale]/(workspace)/joint-clinics/actions';
import {
  clinicTitle,
  DoneNotice,
  optionsOf,
  type Parameters,
  requireClinic,
} from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { PersonTable } from '@/components/joint-clinics/person-table';
import { ActionForm } from '@/components/ui/action-form';
import type { FormField } from '@/components/ui/form-field';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import { Section } from '@/components/ui/section';
import { listExpertChoices, listTraineeChoices } from '@/lib/joint-clinics/choice-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.tab');
  return { title: await clinicTitle(params, t('people'), await getLocale()) };
}

export default async function ClinicPeoplePage({ params, searchParams }: Props) {
  const { actor, clinic } = await requireClinic(params);
  const { id, hospital, centre, mayChange, mayAssignTrainees, today } = clinic;
  const [t, tab, field, locale, parameters, experts, trainees] = await Promise.all([
    getTranslations('joint-clinics.people'),
    getTranslations('joint-clinics.tab'),
    getTranslations('joint-clinics.field'),
    getLocale(),
    searchParams,
    mayChange ? listExpertChoices(actor, { action: 'update', hospitalId: hospital.id }) : [],
    mayAssignTrainees ? listTraineeChoices(actor, centre.id) : [],
  ]);
  const hidden = { clinicId: id, version: String(clinic.version) };
  const assignFields = (label: string, options: (Option | OptionGroup)[]): FormField[] => [
    { kind: 'select', name: 'personId', label, empty: field('choose'), options },
    { kind: 'date', name: 'from', label: field('from'), defaultValue: today, min: today },
    { kind: 'date', name: 'until', label: field('untilWithout'), hint: field('untilWithoutHint'), min: today },
  ];
  return (
    <>
      <ClinicHeading clinic={clinic} page={tab('people')} tab="people" />
      <DoneNotice parameters={parameters} />
      <Section id="experts" title={t('experts')}>
        <PersonTable
          people={clinic.experts}
          today={today}
          caption={t('experts')}
          empty={t('noExperts')}
          kind="expert"
          end={mayChange ? { action: sendExpertEnd, hidden } : null}
        />
        {mayChange && (
          <div className="mt-3">
            <ActionForm
              id="expert"
              action={sendExpert}
              hidden={hidden}
              fields={assignFields(field('expert'), optionsOf(locale, experts))}
              summary={t('assignExpert')}
              submit={t('assign')}
            />
          </div>
        )}
      </Section>
      <Section id="trainees" title={t('trainees')}>
        <PersonTable
          people={clinic.trainees}
          today={today}
          caption={t('trainees')}
          empty={t('noTrainees')}
          kind="trainee"
          end={mayAssignTrainees ? { action: sendTraineeEnd, hidden } : null}
        />
        {mayAssignTrainees && (
          <div className="mt-3">
            <ActionForm
              id="trainee"
              action={sendTrainee}
              hidden={hidden}
              fields={assignFields(field('trainee'), optionsOf(locale, trainees))}
              summary={t('assignTrainee')}
              submit={t('assign')}
            />
          </div>
        )}
      </Section>
    </>
  );
}
