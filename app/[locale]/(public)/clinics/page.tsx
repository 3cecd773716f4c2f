import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClinicCards } from '@/components/clinics/clinic-cards';
import { readClinicListRequest } from '@/components/clinics/clinic-filters';
import { districtNames } from '@/components/clinics/district-names';
import { listHref, type SearchParams } from '@/components/clinics/list-params';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { FilterForm } from '@/components/ui/filter-form';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { ParamNotice } from '@/components/ui/param-notice';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { listAlliances, listClinics, listConditions, listDistricts } from '@/lib/public-directory/public-queries';

type Props = { searchParams: Promise<SearchParams> };

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('clinics.list'), getLocale()]);
  return { title: t('title'), description: t('description'), alternates: languageAlternates(locale, '/clinics') };
}

export default async function ClinicsPage({ searchParams }: Props) {
  const [t, term, locale, districts, alliances, conditions] = await Promise.all([
    getTranslations('clinics'),
    getTranslations('terms'),
    getLocale(),
    listDistricts(),
    listAlliances(),
    listConditions(),
  ]);
  const hospitals = alliances.flatMap(({ leadHospital }) => leadHospital ?? []);
  const request = readClinicListRequest(await searchParams, {
    districts: districts.map(({ district }) => district.code),
    conditions: conditions.map(({ condition }) => condition.code),
    hospitals: hospitals.map(({ id }) => id),
  });
  const { filters, cursor } = request;
  const asked = await listClinics({ ...filters, limit: PAGE_SIZE, cursor });
  // a cursor that belongs to no list answers with the first page and says so
  const list = asked ?? (await listClinics({ ...filters, limit: PAGE_SIZE }));
  const problems = asked ? request.problems : [...request.problems, { name: 'cursor', value: cursor ?? '' }];
  const path = localePath(locale, '/clinics');

  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, '/'), label: t('city') }]} current={t('list.title')} />
      <PageHeading title={t('list.title')} lead={t('list.lead')}>
        <ButtonLink href={localePath(locale, '/calendar')}>{t('list.calendar')}</ButtonLink>
        <ButtonLink href={localePath(locale, '/conditions')} variant="quiet">
          {t('list.byCondition')}
        </ButtonLink>
      </PageHeading>
      <ParamNotice
        problems={problems}
        labels={{
          district: t('filters.district'),
          alliance: t('filters.alliance'),
          condition: t('filters.condition'),
          hospital: t('filters.hospital'),
          cursor: t('filters.cursor'),
        }}
      />
      <FilterForm
        title={t('filters.label')}
        action={path}
        columns={4}
        fields={[
          {
            kind: 'select',
            name: 'district',
            label: t('filters.district'),
            value: filters.district,
            options: districts.map(({ district }) => ({
              value: district.code,
              label: inLocale(locale, district.name, district.nameEn),
            })),
          },
          {
            kind: 'select',
            name: 'alliance',
            label: t('filters.alliance'),
            value: filters.alliance,
            options: ALLIANCE_CODES.map((code) => ({ value: code, label: term(`alliance.${code}`) })),
          },
          {
            kind: 'select',
            name: 'condition',
            label: t('filters.condition'),
            value: filters.condition,
            options: conditions
              .filter(({ condition, clinicCount }) => clinicCount > 0 || condition.code === filters.condition)
              .map(({ condition }) => ({
                value: condition.code,
                label: inLocale(locale, condition.name, condition.nameEn),
              })),
          },
          {
            kind: 'select',
            name: 'hospital',
            label: t('filters.hospital'),
            value: filters.hospital,
            options: hospitals.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) })),
          },
        ]}
      />
      {!list || list.total === 0 ? (
        <Notice title={t('list.empty')}>
          <p>{t('list.emptyNext')}</p>
          <p className="mt-3 flex flex-wrap gap-3">
            <ButtonLink href={path}>{t('filters.reset')}</ButtonLink>
            <ButtonLink href={localePath(locale, '/services')} variant="quiet">
              {t('list.search')}
            </ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          <p className="mb-3 flex flex-wrap items-center gap-3" role="status">
            {t('list.total', { count: list.total })}
            {list.clinics.some(({ clinic }) => clinic.origin === 'demonstration') && <DemoMark />}
          </p>
          <ClinicCards
            clinics={list.clinics}
            districtNames={districtNames(
              districts.map(({ district }) => district),
              locale,
            )}
            today={dateInShanghai(now())}
          />
          <Pager
            label={t('list.pager')}
            previous={t('list.first')}
            previousHref={cursor && asked ? listHref(path, filters) : null}
            nextHref={list.next ? listHref(path, { ...filters, cursor: list.next }) : null}
          />
        </>
      )}
    </>
  );
}
