import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClinicCards } from '@/components/clinics/clinic-cards';
import { ConditionWords } from '@/components/clinics/condition-explained';
import { districtNames } from '@/components/clinics/district-names';
import { listHref } from '@/components/clinics/list-params';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { getCondition, listDistricts, showsDemonstration } from '@/lib/public-directory/public-queries';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const [t, locale, view] = await Promise.all([
    getTranslations('clinics.conditionPage'),
    getLocale(),
    getCondition(code),
  ]);
  if (!view) return {};
  const name = inLocale(locale, view.condition.name, view.condition.nameEn);
  return {
    title: name,
    description: t('description', { condition: name }),
    alternates: languageAlternates(locale, `/conditions/${view.condition.code}`),
  };
}

export default async function ConditionPage({ params }: Props) {
  const { code } = await params;
  const [t, locale, view, districts, demonstration] = await Promise.all([
    getTranslations('clinics'),
    getLocale(),
    getCondition(code),
    listDistricts(),
    showsDemonstration(),
  ]);
  if (!view) notFound();
  const { condition, centreCount, clinics, preparations } = view;
  const name = inLocale(locale, condition.name, condition.nameEn);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/'), label: t('city') },
          { href: localePath(locale, '/conditions'), label: t('conditionList.title') },
        ]}
        current={name}
      />
      <PageHeading
        title={
          locale === 'en' ? (
            <>
              {condition.nameEn}{' '}
              <span lang="zh-CN" className="font-normal text-ink-soft">
                {condition.name}
              </span>
            </>
          ) : (
            condition.name
          )
        }
      >
        <span className="text-ink-soft">
          {t('conditionPage.department', {
            department: inLocale(locale, condition.department, condition.departmentEn),
          })}
        </span>
        {condition.beyondNational && <Badge tone="accent">{t('condition.beyondNational')}</Badge>}
      </PageHeading>
      <ConditionWords condition={condition} />
      <Section title={t('conditionPage.where')} id="where">
        <p className="flex flex-wrap items-center gap-2">
          {t('conditionPage.centres', { count: centreCount })}
          {demonstration && <DemoMark />}
        </p>
        <p className="mt-3">
          <ButtonLink href={listHref(localePath(locale, '/services'), { condition: condition.code })} variant="primary">
            <Icon name="search" />
            {t('conditionPage.search')}
          </ButtonLink>
        </p>
      </Section>
      <Section
        title={t('conditionPage.clinics')}
        id="clinics"
        aside={clinics.some(({ clinic }) => clinic.origin === 'demonstration') && <DemoMark />}
      >
        {clinics.length === 0 ? (
          <p className="text-ink-soft">{t('conditionPage.noClinics')}</p>
        ) : (
          <ClinicCards
            clinics={clinics}
            districtNames={districtNames(
              districts.map(({ district }) => district),
              locale,
            )}
            today={dateInShanghai(now())}
            level={3}
          />
        )}
      </Section>
      {preparations.length > 0 && (
        <Section title={t('conditionPage.preparations')} id="preparations">
          <ul className="grid gap-2">
            {preparations.map(({ preparation, hospital }) => (
              <li key={preparation.id} className="flex flex-wrap items-center gap-x-3">
                <span>
                  {inLocale(locale, preparation.name, preparation.nameEn)}
                  <span className="text-ink-soft"> · {inLocale(locale, hospital.name, hospital.nameEn)}</span>
                </span>
                {preparation.origin === 'demonstration' && <DemoMark />}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-ink-soft">{t('conditionPage.preparationsNote')}</p>
        </Section>
      )}
      <Notice>
        <p>{t('conditionPage.disclaimer')}</p>
      </Notice>
    </>
  );
}
