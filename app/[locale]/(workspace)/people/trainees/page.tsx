import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { chosenParameters } from '@/app/[locale]/(workspace)/chosen-parameters';
import { optionsOf, type Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { PeopleList } from '@/components/people/people-list';
import { TRAINEES_PATH } from '@/components/people/people-paths';
import { TraineeTable } from '@/components/people/trainee-table';
import { listPath } from '@/components/registry/registry-paths';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale } from '@/lib/i18n/locales';
import { listExpertChoices, listPlaceChoices } from '@/lib/joint-clinics/choice-queries';
import { traineeFilterSchema } from '@/lib/training/schema';
import { listTrainees } from '@/lib/training/trainee-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.trainees'))('title') };
}

export default async function TraineesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { period, today } = periodAsked({});
  const filter = traineeFilterSchema.parse(chosenParameters(await searchParams));
  const [t, by, locale, { trainees, next }, places, mentors] = await Promise.all([
    getTranslations('people.trainees'),
    getTranslations('people.filter'),
    getLocale(),
    listTrainees(actor, filter, period),
    listPlaceChoices(actor),
    listExpertChoices(actor),
  ]);
  const years = Array.from({ length: 8 }, (_, index) => String(Number(today.slice(0, 4)) - index));
  const centres = places.flatMap(({ centres: own, ...group }) => own.map((centre) => ({ ...centre, group })));
  return (
    <PeopleList
      of="trainees"
      title={t('title')}
      path={TRAINEES_PATH}
      filter={filter}
      next={next}
      count={trainees.length}
      bring={mayI(actor, 'read', 'ListImport') ? listPath(locale, 'trainees') : undefined}
      fields={[
        {
          kind: 'select',
          name: 'district',
          label: by('district'),
          options:
            places.length > 1
              ? places.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }))
              : [],
          value: filter.district,
        },
        {
          kind: 'select',
          name: 'centre',
          label: by('centre'),
          options: centres.length > 1 ? optionsOf(locale, centres) : [],
          value: filter.centre,
        },
        {
          kind: 'select',
          name: 'mentor',
          label: by('mentor'),
          options: optionsOf(locale, mentors),
          value: filter.mentor,
        },
        {
          kind: 'select',
          name: 'cohort',
          label: by('cohort'),
          options: years.map((year) => ({ value: year, label: t('cohortYear', { cohort: year }) })),
          value: filter.cohort,
        },
        {
          kind: 'select',
          name: 'employment',
          label: by('employment'),
          options: (['dual', 'single'] as const).map((value) => ({ value, label: t(value) })),
          value: filter.employment,
        },
        {
          kind: 'select',
          name: 'standing',
          label: by('standing'),
          options: (['active', 'ended'] as const).map((value) => ({ value, label: t(value) })),
          value: filter.standing,
        },
      ]}
    >
      <TraineeTable trainees={trainees} />
    </PeopleList>
  );
}
