import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { chosenParameters } from '@/app/[locale]/(workspace)/chosen-parameters';
import { ClinicFilters } from '@/components/joint-clinics/clinic-filters';
import { ClinicListTable } from '@/components/joint-clinics/clinic-list-table';
import { CLINICS_PATH, clinicListPath, HOLIDAYS_PATH } from '@/components/joint-clinics/clinic-paths';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listExpertChoices, listPlaceChoices } from '@/lib/joint-clinics/choice-queries';
import { listClinics } from '@/lib/joint-clinics/clinic-queries';
import { clinicFilterSchema } from '@/lib/joint-clinics/list-schema';
import { optionsOf, type Parameters } from './clinic-page';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joint-clinics');
  return { title: t('title') };
}

export default async function JointClinicsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const given = chosenParameters(await searchParams);
  const filter = clinicFilterSchema.parse(given);
  const [t, locale, { clinics, next }, places, experts] = await Promise.all([
    getTranslations('joint-clinics'),
    getLocale(),
    listClinics(actor, filter),
    listPlaceChoices(actor),
    listExpertChoices(actor),
  ]);
  const { after, ...conditions } = filter;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {mayI(actor, 'create', 'JointClinic') && (
          <ButtonLink href={localePath(locale, `${CLINICS_PATH}/new`)} variant="primary">
            {t('open.action')}
          </ButtonLink>
        )}
        <ButtonLink href={localePath(locale, HOLIDAYS_PATH)}>
          <Icon name="calendar" />
          {t('holidays.title')}
        </ButtonLink>
      </PageHeading>
      <ClinicFilters
        filter={filter}
        districts={places.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }))}
        centres={optionsOf(
          locale,
          places.flatMap(({ centres, ...group }) => centres.map((centre) => ({ ...centre, group }))),
        )}
        experts={optionsOf(locale, experts)}
      />
      <ClinicListTable clinics={clinics} />
      <Pager
        label={t('list.pages')}
        previousHref={after && clinicListPath(locale, conditions)}
        previous={t('list.first')}
        nextHref={next && clinicListPath(locale, { ...conditions, after: next })}
      />
    </>
  );
}
