import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { chosenParameters } from '@/app/[locale]/(workspace)/chosen-parameters';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ExpertTable } from '@/components/people/expert-table';
import { PeopleList } from '@/components/people/people-list';
import { EXPERTS_PATH } from '@/components/people/people-paths';
import { listPath } from '@/components/registry/registry-paths';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale } from '@/lib/i18n/locales';
import { EXPERT_TITLES } from '@/lib/joint-clinics/schema';
import { listExpertHospitals, listExperts } from '@/lib/training/expert-queries';
import { expertFilterSchema } from '@/lib/training/schema';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.experts'))('listTitle') };
}

export default async function ExpertsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'read', 'Expert')) notFound();
  const filter = expertFilterSchema.parse(chosenParameters(await searchParams));
  const [t, term, by, locale, { experts, next }, hospitals] = await Promise.all([
    getTranslations('people.experts'),
    getTranslations('terms.expertTitle'),
    getTranslations('people.filter'),
    getLocale(),
    listExperts(actor, filter),
    listExpertHospitals(actor),
  ]);
  return (
    <PeopleList
      of="experts"
      title={t('listTitle')}
      path={EXPERTS_PATH}
      filter={filter}
      next={next}
      count={experts.length}
      bring={mayI(actor, 'read', 'ListImport') ? listPath(locale, 'experts') : undefined}
      fields={[
        {
          kind: 'select',
          name: 'title',
          label: t('title'),
          options: EXPERT_TITLES.map((value) => ({ value, label: term(value) })),
          value: filter.title,
        },
        {
          kind: 'select',
          name: 'hospital',
          label: by('hospital'),
          options:
            hospitals.length > 1
              ? hospitals.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }))
              : [],
          value: filter.hospital,
        },
      ]}
    >
      <ExpertTable experts={experts} />
    </PeopleList>
  );
}
