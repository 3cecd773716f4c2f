import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CentreList } from '@/components/alliances/centre-list';
import { ExpertsSoon } from '@/components/alliances/experts-soon';
import { HospitalCampuses } from '@/components/alliances/hospital-campuses';
import { PartFigures } from '@/components/alliances/network-figures';
import { SubdistrictLinks } from '@/components/alliances/subdistrict-links';
import { ClinicCards } from '@/components/clinics/clinic-cards';
import { districtNames } from '@/components/clinics/district-names';
import { listHref } from '@/components/clinics/list-params';
import { PlaceName } from '@/components/facility/place-name';
import { AllianceMark } from '@/components/layout/alliance-mark';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { upcomingRange } from '@/lib/joint-clinics/rules';
import { getDistrict, getNetworkTotals, listSessions } from '@/lib/public-directory/public-queries';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const [t, locale, view] = await Promise.all([
    getTranslations('alliances.districtDetail'),
    getLocale(),
    getDistrict(code),
  ]);
  if (!view) return {};
  const name = inLocale(locale, view.district.name, view.district.nameEn);
  return {
    title: name,
    description: t('description', { district: name }),
    alternates: languageAlternates(locale, `/districts/${view.district.code}`),
  };
}

export default async function DistrictPage({ params }: Props) {
  const { code } = await params;
  const [t, term, locale, view, totals] = await Promise.all([
    getTranslations('alliances'),
    getTranslations('terms'),
    getLocale(),
    getDistrict(code),
    getNetworkTotals(),
  ]);
  if (!view) notFound();
  const { district, alliance, counts, hospitals, centres, clinics, subdistricts } = view;
  const instant = now();
  const today = dateInShanghai(instant);
  const calendar = await listSessions({ district: district.code, ...upcomingRange(instant, 1) });
  const soon = calendar.sessions.filter(({ state }) => state === 'planned');
  const lead = totals.alliances.find((candidate) => candidate.alliance.code === alliance.code)?.leadHospital;
  const name = inLocale(locale, district.name, district.nameEn);
  const names = districtNames([district], locale);
  const servicesHref = listHref(localePath(locale, '/services'), { district: district.code });

  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/'), label: t('city') },
          { href: localePath(locale, '/alliances'), label: t('breadcrumb.alliances') },
          { href: localePath(locale, `/alliances/${alliance.code}`), label: term(`alliance.${alliance.code}`) },
        ]}
        current={name}
      />
      <PageHeading
        title={<PlaceName name={district.name} nameEn={district.nameEn} />}
        lead={
          lead &&
          t('districtDetail.lead', {
            alliance: term(`allianceFull.${alliance.code}`),
            hospital: inLocale(locale, lead.name, lead.nameEn),
          })
        }
      >
        <AllianceMark alliance={alliance.code} name="full" href={localePath(locale, `/alliances/${alliance.code}`)} />
        <ButtonLink href={servicesHref} variant="primary">
          <Icon name="search" />
          {t('detail.search', { name })}
        </ButtonLink>
      </PageHeading>
      <PartFigures
        counts={counts}
        figures={totals.figures}
        links={{
          centres: '#centres',
          stations: listHref(localePath(locale, '/services'), { district: district.code, kind: 'service_station' }),
          clinics: '#clinics',
          experts: '#experts',
        }}
      />
      <Section
        title={t('detail.experts')}
        id="experts"
        aside={soon.some(({ origin }) => origin === 'demonstration') && <DemoMark />}
      >
        <ExpertsSoon
          sessions={soon}
          districtNames={new Map()}
          calendarHref={listHref(localePath(locale, '/calendar'), { district: district.code })}
        />
      </Section>
      <Section title={t('detail.centres')} id="centres">
        {centres.length === 0 ? (
          <p className="text-ink-soft">{t('centres.empty')}</p>
        ) : (
          <CentreList rows={centres} today={today} />
        )}
      </Section>
      <Section
        title={t('districtDetail.clinics')}
        id="clinics"
        aside={clinics.some(({ clinic }) => clinic.origin === 'demonstration') && <DemoMark />}
      >
        {clinics.length === 0 ? (
          <p className="text-ink-soft">{t('districtDetail.noClinics')}</p>
        ) : (
          <ClinicCards clinics={clinics} districtNames={names} today={today} level={3} />
        )}
      </Section>
      {hospitals.length > 0 && (
        <Section title={t('districtDetail.hospitals')} id="hospitals">
          <div className="grid gap-3">
            {hospitals.map(({ facility }) => (
              <HospitalCampuses key={facility.id} hospital={facility} />
            ))}
          </div>
        </Section>
      )}
      {subdistricts.length > 0 && (
        <Section title={t('districtDetail.subdistricts')} id="subdistricts">
          <SubdistrictLinks subdistricts={subdistricts} />
        </Section>
      )}
    </>
  );
}
