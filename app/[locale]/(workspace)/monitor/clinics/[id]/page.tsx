import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { OpenFollowUpForm } from '@/app/[locale]/(workspace)/monitor/follow-ups/follow-up-forms';
import { unitPath } from '@/components/dashboard/unit-path';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { MonitorExplained } from '@/components/monitor/explained';
import { FollowUpTable } from '@/components/monitor/follow-up-table';
import { KeptStates } from '@/components/monitor/kept-states';
import { clinicMonitorPath, monitorPath } from '@/components/monitor/monitor-paths';
import { NumbersTable } from '@/components/monitor/numbers-table';
import { ReasonList } from '@/components/monitor/reason-list';
import { SignalList } from '@/components/monitor/signal-list';
import { StateHistory } from '@/components/monitor/state-history';
import { StateMark } from '@/components/monitor/state-mark';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button, ButtonLink } from '@/components/ui/button';
import { dayText } from '@/components/ui/date-words';
import { InputField } from '@/components/ui/field';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { ParamNotice } from '@/components/ui/param-notice';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { monthOf } from '@/lib/indicators/period-rules';
import { parseMonitor } from '@/lib/monitor/filter-schema';
import { listClinicFollowUps } from '@/lib/monitor/follow-up-queries';
import { getClinicMonitor } from '@/lib/monitor/queries';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Read once for the title and the page. */
const monitorOf = cache(async (actor: Actor, id: string, date: CivilDate) => await getClinicMonitor(actor, id, date));

async function load({ params, searchParams }: Props) {
  const actor = await requireActor();
  const today = dateInShanghai(now());
  const [{ id }, parameters] = await Promise.all([params, searchParams]);
  const { date, misread } = parseMonitor({ date: parameters.date }, today);
  const monitor = await monitorOf(actor, id, date);
  if (!monitor) notFound();
  return { actor, monitor, today, misread };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { clinic } = (await load(props)).monitor;
  const [t, locale] = await Promise.all([getTranslations('monitor.clinic'), getLocale()]);
  return { title: t('title', { name: inLocale(locale, clinic.name, clinic.nameEn) }) };
}

export default async function ClinicMonitorPage(props: Props) {
  const { actor, monitor, today, misread } = await load(props);
  const [t, locale, format, followUps] = await Promise.all([
    getTranslations('monitor'),
    getLocale(),
    getFormatter(),
    listClinicFollowUps(actor, monitor.clinic.id),
  ]);
  const { clinic, centre, district, date, from, knownAt, thresholds, state, reasons, signals, origin } = monitor;
  const name = inLocale(locale, clinic.name, clinic.nameEn);
  const known = format.dateTime(knownAt, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
  const list = monitorPath(locale, { date, filter: {}, page: 1 }, today);
  return (
    <>
      <Breadcrumbs trail={[{ href: list, label: t('clinic.allClinics') }]} current={name} />
      <PageHeading
        title={name}
        lead={`${inLocale(locale, district.name, district.nameEn)} · ${inLocale(locale, centre.name, centre.nameEn)}`}
      >
        <StateMark state={state} />
        {origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      <ParamNotice problems={misread} labels={{ date: t('misreadLabel.date') }} />
      <p className="text-sm text-ink-soft">
        {t('window', { from: dayText(locale, from), to: dayText(locale, date), known, version: thresholds.version })}
      </p>
      <form
        method="get"
        action={clinicMonitorPath(locale, clinic.id, null)}
        className="no-print my-4 flex flex-wrap items-end gap-3"
      >
        <InputField
          id="monitor-date"
          name="date"
          type="date"
          label={t('filter.date')}
          max={today}
          defaultValue={date}
        />
        <Button>{t('clinic.otherDay')}</Button>
      </form>
      <Section id="why" title={t('clinic.why')}>
        <p className="mb-2 max-w-prose text-ink-soft">{t(`stateMeans.${state}`)}</p>
        <ReasonList reasons={reasons} />
      </Section>
      <Section id="check" title={t('signal.title')}>
        <SignalList signals={signals} clinicId={clinic.id} />
      </Section>
      <Section id="follow-ups" title={t('followUp.ofClinic')}>
        {followUps.length > 0 ? (
          <FollowUpTable
            followUps={followUps}
            caption={t('followUp.caption', { list: t('followUp.ofClinic'), count: followUps.length })}
          />
        ) : (
          <p>{t('followUp.noneOfClinic')}</p>
        )}
        {mayI(actor, 'create', 'FollowUp') && followUps.every(({ closedAt }) => closedAt !== null) && (
          <div className="mt-4">
            <OpenFollowUpForm clinicId={clinic.id} />
          </div>
        )}
      </Section>
      <Section id="numbers" title={t('clinic.numbersTitle')}>
        <NumbersTable monitor={monitor} />
      </Section>
      <Section id="history" title={t('clinic.historyTitle')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('clinic.historyLead')}</p>
        <StateHistory monitor={monitor} />
        <KeptStates kept={monitor.kept} />
      </Section>
      <nav aria-label={t('clinic.otherPages')} className="no-print mt-8 flex flex-wrap gap-3">
        <ButtonLink href={clinicPath(locale, clinic.id)}>{t('clinic.plan')}</ButtonLink>
        <ButtonLink href={unitPath(locale, { level: 'clinic', code: clinic.id }, monthOf(today))}>
          {t('clinic.dashboard')}
        </ButtonLink>
      </nav>
      <MonitorExplained thresholds={thresholds.values} />
    </>
  );
}
