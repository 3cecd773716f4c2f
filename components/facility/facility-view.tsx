import { useLocale, useTranslations } from 'next-intl';
import { AllianceMark } from '@/components/layout/alliance-mark';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { ReadAloud } from '@/components/ui/read-aloud';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';
import type { FacilityDetail } from '@/lib/public-directory/views-schema';
import { CampusList } from './campus-list';
import { FacilityClinics } from './clinics';
import { FormerNames } from './former-names';
import { PlaceList } from './place-list';
import { Reach } from './reach';
import { Services } from './services';
import { WeekTable } from './week-table';

const SPOKEN_ID = 'reach';

type Props = {
  detail: FacilityDetail;
  today: CivilDate;
  posterHref: string;
  reportHref: string;
  /** when the record last changed, in words */
  updated: string;
  /** true while hours, telephone and services are made up, also of places that exist */
  demonstration: boolean;
};

/** That a place is suspended or closed, and since when where it is known. */
function StatusSince({ facility: { status, closing, suspension } }: { facility: FacilityRecord }) {
  const t = useTranslations('facility.status');
  const date = status === 'closed' ? closing?.on : suspension?.since;
  if (status === 'operating') return null;
  return date ? t.rich(`${status}Since`, { day: () => <DateText date={date} weekday="none" year /> }) : t(status);
}

/** One place: how to reach it first, then its week, its experts, what it offers, and what lies around it. */
export function FacilityView({ detail, today, posterHref, reportHref, updated, demonstration }: Props) {
  const t = useTranslations('facility');
  const terms = useTranslations('terms');
  const locale = useLocale();
  const { facility, district, centre, stations, clinics, week, opening } = detail;
  // its own stations and centre are listed already
  const listed = new Set([centre, ...stations].map((place) => place?.id));
  const neighbours = detail.neighbours.filter(({ id }) => !listed.has(id));
  // a place that has closed offers nothing any more, whatever its entry says
  const open = facility.status !== 'closed';
  const mark = demonstration ? <DemoMark /> : null;
  const path = (to: string) => localePath(locale, to);
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);
  const kind = facility.stationKind ? terms(`stationKind.${facility.stationKind}`) : terms(`kind.${facility.kind}`);
  const { lat, lon } = facility.position;
  const aroundHref = `${path('/services')}?near=${lat.toFixed(3)},${lon.toFixed(3)}`;

  return (
    <>
      <Breadcrumbs
        trail={[
          { href: path('/alliances'), label: t('city') },
          { href: path(`/alliances/${facility.alliance}`), label: terms(`allianceFull.${facility.alliance}`) },
          { href: path(`/districts/${district.code}`), label: named(district) },
          ...(centre ? [{ href: path(`/facilities/${centre.id}`), label: named(centre) }] : []),
        ]}
        current={named(facility)}
      />
      <PageHeading
        title={named(facility)}
        lead={<span lang={locale === 'en' ? 'zh-CN' : 'en'}>{locale === 'en' ? facility.name : facility.nameEn}</span>}
      >
        <Badge>{kind}</Badge>
        <AllianceMark alliance={facility.alliance} href={path(`/alliances/${facility.alliance}`)} />
        {facility.demonstrationStation && <Badge tone="accent">{terms('demonstrationStation')}</Badge>}
        {facility.status !== 'operating' && <Badge tone="danger">{terms(`facilityStatus.${facility.status}`)}</Badge>}
        {mark}
      </PageHeading>
      <FormerNames names={facility.formerNames} />
      {facility.status !== 'operating' && (
        <Notice kind="stop" title={<StatusSince facility={facility} />}>
          {facility.suspension?.reason && (
            <p>
              {t('status.because', {
                reason: inLocale(locale, facility.suspension.reason, facility.suspension.reasonEn),
              })}
            </p>
          )}
          {detail.successors.length > 0 && (
            <>
              <p>{t('status.goTo')}</p>
              <PlaceList places={detail.successors} />
            </>
          )}
          <TextLink href={aroundHref}>{t('status.elsewhere')}</TextLink>
        </Notice>
      )}

      <div className="grid gap-6 *:min-w-0 lg:grid-cols-2 lg:items-start">
        <section aria-labelledby="reach-title">
          <h2 id="reach-title" className="sr-only">
            {t('reach.title')}
          </h2>
          <div id={SPOKEN_ID}>
            <Reach detail={detail} today={today} />
          </div>
          <div className="mt-3">
            <ReadAloud targetId={SPOKEN_ID} />
          </div>
        </section>
        {facility.status === 'operating' && (
          <section aria-labelledby="hours">
            <h2 id="hours" className="mb-3 flex flex-wrap items-center gap-x-3 text-xl">
              {t('hours.title')} {mark}
            </h2>
            {opening.state === 'unknown' ? (
              <p className="text-ink-soft">{t('hours.unknown')}</p>
            ) : (
              <WeekTable week={week} today={today} />
            )}
          </section>
        )}
      </div>

      {clinics.length > 0 && (
        <Section
          id="clinics"
          title={t(facility.kind === 'lead_hospital' ? 'clinics.hospitalTitle' : 'clinics.title')}
          aside={mark}
        >
          <FacilityClinics detail={detail} today={today} />
        </Section>
      )}
      {open && (
        <Section id="services" title={t('services.title')} aside={mark}>
          <Services detail={detail} />
        </Section>
      )}
      {facility.campuses.length > 0 && (
        <Section id="campuses" title={t('structure.campuses')}>
          <CampusList campuses={facility.campuses} />
        </Section>
      )}
      {centre && (
        <Section id="centre" title={t('structure.centre')}>
          <PlaceList places={[centre]} />
        </Section>
      )}
      {stations.length > 0 && (
        <Section id="stations" title={t('structure.stations', { count: stations.length })} aside={mark}>
          <p className="mb-2 text-sm text-ink-soft">{t('structure.stationsHint')}</p>
          <PlaceList places={stations} more={(count) => t('structure.stationsMore', { count })} />
        </Section>
      )}
      {neighbours.length > 0 && (
        <Section id="neighbours" title={t('structure.neighbours')}>
          <PlaceList places={neighbours} kinds />
        </Section>
      )}
      <Section id="actions" title={t('actions.title')}>
        <div className="no-print flex flex-wrap gap-3">
          <ButtonLink href={aroundHref}>
            <Icon name="search" />
            {t('actions.around')}
          </ButtonLink>
          {open && (
            <ButtonLink href={posterHref}>
              <Icon name="print" />
              {t('actions.poster')}
            </ButtonLink>
          )}
          <ButtonLink href={reportHref}>
            <Icon name="flag" />
            {t('actions.report')}
          </ButtonLink>
        </div>
        <p className="mt-3 text-sm text-ink-soft">{updated}</p>
      </Section>
    </>
  );
}
