import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { optionsOf, type Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { peopleListPath, TRAINEES_PATH } from '@/components/people/people-paths';
import { TraineeTable } from '@/components/people/trainee-table';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
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
  // what is empty in a form means any
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const filter = traineeFilterSchema.parse(given);
  const [t, by, locale, { trainees, next }, places, mentors] = await Promise.all([
    getTranslations('people.trainees'),
    getTranslations('people.filter'),
    getLocale(),
    listTrainees(actor, filter, period),
    listPlaceChoices(actor),
    listExpertChoices(actor),
  ]);
  const { after, ...conditions } = filter;
  const years = Array.from({ length: 8 }, (_, index) => String(Number(today.slice(0, 4)) - index));
  const centres = places.flatMap(({ centres: own, ...group }) => own.map((centre) => ({ ...centre, group })));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FilterForm
        title={by('title')}
        action={localePath(locale, TRAINEES_PATH)}
        fields={[
          {
            kind: 'text',
            name: 'text',
            label: by('text'),
            hint: t('textHint'),
            maxLength: 120,
            value: filter.text,
          },
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
      />
      <TraineeTable trainees={trainees} />
      <Pager
        label={t('pages')}
        previousHref={after && peopleListPath(locale, TRAINEES_PATH, conditions)}
        previous={t('first')}
        nextHref={next && peopleListPath(locale, TRAINEES_PATH, { ...conditions, after: next })}
      />
    </>
  );
}
