import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import {
  clinicTitle,
  DoneNotice,
  type Parameters,
  requireClinic,
} from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { changePath, clinicPath } from '@/components/joint-clinics/clinic-paths';
import { ClinicSummary } from '@/components/joint-clinics/clinic-summary';
import { ExceptionTable } from '@/components/joint-clinics/exception-table';
import { PlanWarnings } from '@/components/joint-clinics/plan-warnings';
import { SlotTable } from '@/components/joint-clinics/slot-table';
import { StatusActions } from '@/components/joint-clinics/status-actions';
import { StatusTable } from '@/components/joint-clinics/status-table';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { listClinicWarnings } from '@/lib/joint-clinics/plan-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.tab');
  return { title: await clinicTitle(params, t('overview'), await getLocale()) };
}

export default async function JointClinicPage({ params, searchParams }: Props) {
  const { actor, clinic } = await requireClinic(params);
  const { id, named, today, schedule, exceptions, statuses, mayChange } = clinic;
  const [t, locale, warnings, parameters] = await Promise.all([
    getTranslations('joint-clinics'),
    getLocale(),
    listClinicWarnings(actor, id),
    searchParams,
  ]);
  const present = schedule.filter(({ validTo }) => validTo === null || validTo >= today);
  const past = schedule.filter((line) => !present.includes(line));
  const [coming, over] = [
    exceptions.filter(({ date }) => date >= today),
    exceptions.filter(({ date }) => date < today),
  ];
  const common = { clinicId: id, named };
  return (
    <>
      <ClinicHeading clinic={clinic} page={null} tab="overview" />
      <DoneNotice parameters={parameters} />
      {warnings && <PlanWarnings warnings={warnings} />}
      <Section
        id="facts"
        title={t('fact.title')}
        aside={mayChange && <TextLink href={`${clinicPath(locale, id)}/facts`}>{t('fact.change')}</TextLink>}
      >
        <ClinicSummary clinic={clinic} />
      </Section>
      <Section id="slots" title={t('slots.title')}>
        <SlotTable
          {...common}
          lines={present}
          today={today}
          mayChange={mayChange}
          caption={t('slots.title')}
          empty={t('slots.empty')}
        />
        {mayChange && (
          <p className="mt-3 flex flex-wrap gap-3">
            <ButtonLink href={changePath(locale, id, 'addLine')}>{t('slots.add')}</ButtonLink>
          </p>
        )}
        {past.length > 0 && (
          <div className="mt-3">
            <Disclosure summary={t('slots.past', { count: past.length })}>
              <SlotTable
                {...common}
                lines={past}
                today={today}
                mayChange={false}
                caption={t('slots.past', { count: past.length })}
                empty=""
              />
            </Disclosure>
          </div>
        )}
      </Section>
      <Section id="exceptions" title={t('exceptions.title')}>
        <ExceptionTable {...common} exceptions={coming} caption={t('exceptions.title')} empty={t('exceptions.empty')} />
        {mayChange && (
          <p className="mt-3 flex flex-wrap gap-3">
            <ButtonLink href={changePath(locale, id, 'removeSession')}>{t('exceptions.remove')}</ButtonLink>
            <ButtonLink href={changePath(locale, id, 'addSession')}>{t('exceptions.add')}</ButtonLink>
          </p>
        )}
        {over.length > 0 && (
          <div className="mt-3">
            <Disclosure summary={t('exceptions.past', { count: over.length })}>
              <ExceptionTable
                {...common}
                exceptions={over.toReversed()}
                caption={t('exceptions.past', { count: over.length })}
                empty=""
              />
            </Disclosure>
          </div>
        )}
      </Section>
      <Section id="statuses" title={t('statuses.title')}>
        {mayChange && <StatusActions clinicId={id} statuses={statuses} today={today} />}
        <StatusTable clinicId={id} statuses={statuses} today={today} mayChange={mayChange} />
      </Section>
    </>
  );
}
