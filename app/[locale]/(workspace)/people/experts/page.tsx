import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ExpertTable } from '@/components/people/expert-table';
import { EXPERTS_PATH, peopleListPath } from '@/components/people/people-paths';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
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
  // what is empty in a form means any
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const filter = expertFilterSchema.parse(given);
  const [t, term, by, locale, { experts, next }, hospitals] = await Promise.all([
    getTranslations('people.experts'),
    getTranslations('terms.expertTitle'),
    getTranslations('people.filter'),
    getLocale(),
    listExperts(actor, filter),
    listExpertHospitals(actor),
  ]);
  const { after, ...conditions } = filter;
  return (
    <>
      <PageHeading title={t('listTitle')} lead={t('lead')} />
      <FilterForm
        title={by('title')}
        action={localePath(locale, EXPERTS_PATH)}
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
      />
      <ExpertTable experts={experts} />
      <Pager
        label={t('pages')}
        previousHref={after && peopleListPath(locale, EXPERTS_PATH, conditions)}
        previous={t('first')}
        nextHref={next && peopleListPath(locale, EXPERTS_PATH, { ...conditions, after: next })}
      />
    </>
  );
}
