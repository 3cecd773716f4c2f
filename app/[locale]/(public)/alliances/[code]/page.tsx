import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CentreList } from '@/components/alliances/centre-list';
import { DistrictTable } from '@/components/alliances/district-list';
import { ExpertsSoon } from '@/components/alliances/experts-soon';
import { HospitalCampuses } from '@/components/alliances/hospital-campuses';
import { PartFigures } from '@/components/alliances/network-figures';
import { districtNames } from '@/components/clinics/district-names';
import { listHref } from '@/components/clinics/list-params';
import { PlaceName } from '@/components/facility/place-name';
import { ALLIANCE_LOOKS, AllianceShape } from '@/components/layout/alliance-mark';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { upcomingRange } from '@/lib/joint-clinics/rules';
import { getAlliance, getDistrict, getNetworkTotals, listSessions } from '@/lib/public-directory/public-queries';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const [t, term, locale, view] = await Promise.all([
    getTranslations('alliances.detail'),
    getTranslations('terms'),
    getLocale(),
    getAlliance(code),
  ]);
  if (!view) return {};
  const name = term(`allianceFull.${view.alliance.code}`);
  return {
    title: name,
    description: t('description', { alliance: name }),
    alternates: languageAlternates(locale, `/alliances/${view.alliance.code}`),
  };
}

export default async function AlliancePage({ params }: Props) {
  const { code } = await params;
  const [t, term, locale, view, totals] = await Promise.all([
    getTranslations('alliances'),
    getTranslations('terms'),
    getLocale(),
    getAlliance(code),
    getNetworkTotals(),
  ]);
  if (!view) notFound();
  const { alliance, leadHospital, partnerHospitals, districts, counts } = view;
  const instant = now();
  const today = dateInShanghai(instant);
  const [calendar, ...details] = await Promise.all([
    listSessions({ alliance: alliance.code, ...upcomingRange(instant, 1) }),
    ...districts.map((district) => getDistrict(district.code)),
  ]);
  const soon = calendar.sessions.filter(({ state }) => state === 'planned');
  const name = term(`allianceFull.${alliance.code}`);
  const names = districtNames(districts, locale);
  const clinicsHref = listHref(localePath(locale, '/clinics'), { alliance: alliance.code });

  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/'), label: t('city') },
          { href: localePath(locale, '/alliances'), label: t('breadcrumb.alliances') },
        ]}
        current={term(`alliance.${alliance.code}`)}
      />
      <PageHeading
        title={
          <span className={`inline-flex items-center gap-3 ${ALLIANCE_LOOKS[alliance.code].text}`}>
            <AllianceShape alliance={alliance.code} />
            {name}
          </span>
        }
        lead={
          leadHospital &&
          t('detail.lead', {
            hospital: inLocale(locale, leadHospital.name, leadHospital.nameEn),
            districts: new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.values()),
          })
        }
      >
        <ButtonLink href={listHref(localePath(locale, '/services'), { alliance: alliance.code })} variant="primary">
          <Icon name="search" />
          {t('detail.search', { name: term(`alliance.${alliance.code}`) })}
        </ButtonLink>
      </PageHeading>
      <Section title={t('detail.figures')} id="figures">
        <PartFigures
          counts={counts}
          figures={totals.figures}
          links={{ centres: '#centres', clinics: clinicsHref, experts: '#experts' }}
        />
        <div className="mt-4">
          <DistrictTable districts={districts} />
        </div>
      </Section>
      {leadHospital && (
        <Section title={t('detail.hospital')} id="hospital">
          <HospitalCampuses hospital={leadHospital} />
          {partnerHospitals.length > 0 && (
            <p className="mt-3">
              {t('detail.partners')}
              {partnerHospitals.map((hospital) => (
                <TextLink
                  key={hospital.id}
                  href={localePath(locale, `/facilities/${hospital.id}`)}
                  className="ms-3 inline-flex min-h-11 items-center"
                >
                  <PlaceName name={hospital.name} nameEn={hospital.nameEn} />
                </TextLink>
              ))}
            </p>
          )}
        </Section>
      )}
      <Section
        title={t('detail.experts')}
        id="experts"
        aside={soon.some(({ origin }) => origin === 'demonstration') && <DemoMark />}
      >
        <ExpertsSoon
          sessions={soon}
          districtNames={names}
          calendarHref={listHref(localePath(locale, '/calendar'), { alliance: alliance.code })}
        />
      </Section>
      <Section
        title={t('detail.centres')}
        id="centres"
        aside={<TextLink href={clinicsHref}>{t('detail.clinics')}</TextLink>}
      >
        <div className="grid gap-3">
          {details.map(
            (detail) =>
              detail && (
                <Disclosure
                  key={detail.district.code}
                  summary={t('centres.count', {
                    district: inLocale(locale, detail.district.name, detail.district.nameEn),
                    count: detail.centres.length,
                  })}
                >
                  <CentreList rows={detail.centres} today={today} />
                </Disclosure>
              ),
          )}
        </div>
      </Section>
    </>
  );
}
