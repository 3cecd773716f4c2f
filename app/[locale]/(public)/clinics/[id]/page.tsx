import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ExpertName } from '@/components/calendar/expert-name';
import { SessionWhen } from '@/components/calendar/session-when';
import { Subscribe } from '@/components/calendar/subscribe';
import { ClinicCards } from '@/components/clinics/clinic-cards';
import { ClinicFacts } from '@/components/clinics/clinic-facts';
import { ConditionsExplained } from '@/components/clinics/condition-explained';
import { districtNames } from '@/components/clinics/district-names';
import { SessionTable } from '@/components/clinics/session-table';
import { StatusHistory } from '@/components/clinics/status-history';
import { STATUS_TONES } from '@/components/clinics/status-tones';
import { StopNotices } from '@/components/clinics/stop-notices';
import { PlaceName } from '@/components/facility/place-name';
import { AllianceMark } from '@/components/layout/alliance-mark';
import { ClinicDescription } from '@/components/seo/clinic-description';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { statusPeriodOn } from '@/lib/joint-clinics/rules';
import { getClinic, getCondition, listDistricts } from '@/lib/public-directory/public-queries';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const [t, locale, detail] = await Promise.all([getTranslations('clinics.detail'), getLocale(), getClinic(id)]);
  if (!detail) return {};
  const { clinic, centre, hospital } = detail;
  const name = inLocale(locale, clinic.name, clinic.nameEn);
  return {
    title: name,
    description: t('description', {
      clinic: name,
      hospital: inLocale(locale, hospital.name, hospital.nameEn),
      centre: inLocale(locale, centre.name, centre.nameEn),
    }),
    alternates: languageAlternates(locale, `/clinics/${clinic.id}`),
  };
}

export default async function ClinicPage({ params }: Props) {
  const { id } = await params;
  const [t, term, locale, detail] = await Promise.all([
    getTranslations('clinics'),
    getTranslations('terms'),
    getLocale(),
    getClinic(id),
  ]);
  if (!detail) notFound();
  const { clinic, status, centre, district, alliance, sessions, nextSession, statusHistory, others } = detail;
  const [districts, ...conditions] = await Promise.all([
    listDistricts(),
    ...clinic.conditionCodes.map((code) => getCondition(code)),
  ]);
  const today = dateInShanghai(now());
  const period = statusPeriodOn(statusHistory, today);
  const feedPath = localePath(locale, `/clinics/${clinic.id}/calendar.ics`);

  return (
    <>
      <ClinicDescription detail={detail} />
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/'), label: t('city') },
          { href: localePath(locale, `/alliances/${alliance.code}`), label: term(`alliance.${alliance.code}`) },
          {
            href: localePath(locale, `/districts/${district.code}`),
            label: inLocale(locale, district.name, district.nameEn),
          },
          { href: localePath(locale, `/facilities/${centre.id}`), label: inLocale(locale, centre.name, centre.nameEn) },
        ]}
        current={inLocale(locale, clinic.name, clinic.nameEn)}
      />
      <PageHeading title={<PlaceName name={clinic.name} nameEn={clinic.nameEn} />}>
        <Badge tone={STATUS_TONES[status]}>{term(`clinicStatus.${status}`)}</Badge>
        <AllianceMark alliance={alliance.code} href={localePath(locale, `/alliances/${alliance.code}`)} />
        {clinic.origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      {clinic.origin === 'demonstration' && <p className="text-sm text-ink-soft">{t('detail.demonstration')}</p>}
      {status === 'closed' && detail.continuedBy && (
        <Notice>
          {t('detail.continues')}{' '}
          <TextLink href={localePath(locale, `/clinics/${detail.continuedBy.id}`)}>
            {inLocale(locale, detail.continuedBy.centre.name, detail.continuedBy.centre.nameEn)}
          </TextLink>
        </Notice>
      )}
      <StopNotices period={period} sessions={sessions} />
      {status !== 'closed' && (
        <Card className="mt-4">
          <p className="text-ink-soft">{nextSession ? t('detail.next') : t('detail.noNext')}</p>
          {nextSession && (
            <>
              <p className="text-xl font-semibold">
                <SessionWhen session={nextSession} today={today} />
              </p>
              <p>
                <ExpertName expert={nextSession.expert} />
              </p>
            </>
          )}
        </Card>
      )}
      <Section title={t('detail.treats')} id="treats">
        <ConditionsExplained conditions={conditions.flatMap((view) => view?.condition ?? [])} />
      </Section>
      <Section title={t('detail.facts')} id="facts">
        <ClinicFacts detail={detail} period={period} />
        <StatusHistory history={statusHistory} />
        <p className="mt-4">
          <TextLink href={localePath(locale, `/facilities/${centre.id}`)} className="inline-flex min-h-11 items-center">
            {t('detail.place')}
          </TextLink>
        </p>
      </Section>
      {status !== 'closed' && (
        <Section title={t('detail.sessions')} id="sessions">
          {sessions.length === 0 ? (
            <Notice>
              <p>{t('detail.noSessions')}</p>
            </Notice>
          ) : (
            <>
              <SessionTable sessions={sessions} today={today} />
              <p className="mt-2 text-sm text-ink-soft">{t('detail.sessionsNote')}</p>
            </>
          )}
        </Section>
      )}
      {status !== 'closed' && (
        <Section title={t('detail.calendar')} id="calendar">
          <Subscribe href={feedPath} address={`${env().siteUrl}${feedPath}`} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('detail.others')} id="others">
          <ClinicCards
            clinics={others}
            districtNames={districtNames(
              districts.map((view) => view.district),
              locale,
            )}
            today={today}
            level={3}
          />
        </Section>
      )}
      <p className="no-print mt-10">
        <ButtonLink href={localePath(locale, `/report?clinic=${encodeURIComponent(clinic.id)}`)} variant="quiet">
          <Icon name="flag" />
          {t('detail.report')}
        </ButtonLink>
      </p>
    </>
  );
}
