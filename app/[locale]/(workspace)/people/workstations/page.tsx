import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { peopleListPath, WORKSTATIONS_PATH } from '@/components/people/people-paths';
import { WorkstationTable } from '@/components/people/workstation-table';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listPlaceChoices } from '@/lib/joint-clinics/choice-queries';
import { listWorkstations } from '@/lib/training/workstation-queries';
import { workstationFilterSchema } from '@/lib/training/workstation-schema';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.workstations'))('title') };
}

export default async function WorkstationsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'read', 'FamousPhysicianWorkstation')) notFound();
  // what is empty in a form means any
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const filter = workstationFilterSchema.parse(given);
  const [t, by, locale, { workstations, next }, places] = await Promise.all([
    getTranslations('people.workstations'),
    getTranslations('people.filter'),
    getLocale(),
    listWorkstations(actor, filter),
    listPlaceChoices(actor),
  ]);
  const { after, ...conditions } = filter;
  const districts = places.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FilterForm
        title={by('title')}
        action={localePath(locale, WORKSTATIONS_PATH)}
        fields={[
          {
            ...{ kind: 'text', name: 'text', label: by('text'), hint: t('textHint') },
            ...{ maxLength: 120, value: filter.text },
          },
          {
            ...{ kind: 'select', name: 'district', label: by('district') },
            ...{ options: districts.length > 1 ? districts : [], value: filter.district },
          },
          {
            ...{ kind: 'select', name: 'standing', label: by('standing'), value: filter.standing },
            options: (['open', 'ended'] as const).map((value) => ({ value, label: t(value) })),
          },
        ]}
      />
      <WorkstationTable workstations={workstations} />
      <Pager
        label={t('pages')}
        previousHref={after && peopleListPath(locale, WORKSTATIONS_PATH, conditions)}
        previous={t('first')}
        nextHref={next && peopleListPath(locale, WORKSTATIONS_PATH, { ...conditions, after: next })}
      />
    </>
  );
}
