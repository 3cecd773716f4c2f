import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { chosenParameters } from '@/app/[locale]/(workspace)/chosen-parameters';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { PeopleList } from '@/components/people/people-list';
import { WORKSTATIONS_PATH } from '@/components/people/people-paths';
import { WorkstationTable } from '@/components/people/workstation-table';
import { listPath } from '@/components/registry/registry-paths';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale } from '@/lib/i18n/locales';
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
  const filter = workstationFilterSchema.parse(chosenParameters(await searchParams));
  const [t, by, locale, { workstations, next }, places] = await Promise.all([
    getTranslations('people.workstations'),
    getTranslations('people.filter'),
    getLocale(),
    listWorkstations(actor, filter),
    listPlaceChoices(actor),
  ]);
  const districts = places.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }));
  return (
    <PeopleList
      of="workstations"
      title={t('title')}
      path={WORKSTATIONS_PATH}
      filter={filter}
      next={next}
      count={workstations.length}
      bring={mayI(actor, 'read', 'ListImport') ? listPath(locale, 'workstations') : undefined}
      fields={[
        {
          kind: 'select',
          name: 'district',
          label: by('district'),
          options: districts.length > 1 ? districts : [],
          value: filter.district,
        },
        {
          kind: 'select',
          name: 'standing',
          label: by('standing'),
          options: (['open', 'ended'] as const).map((value) => ({ value, label: t(value) })),
          value: filter.standing,
        },
      ]}
    >
      <WorkstationTable workstations={workstations} />
    </PeopleList>
  );
}
