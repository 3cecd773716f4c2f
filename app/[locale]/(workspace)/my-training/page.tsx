import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { sendServiceRecord } from '@/app/[locale]/(workspace)/people/actions';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { PeriodForm } from '@/components/dashboard/period-form';
import { AttendanceFigures } from '@/components/people/attendance-figures';
import { AttendanceMonths } from '@/components/people/attendance-months';
import { IssueForm } from '@/components/people/issue-form';
import { NextSessions } from '@/components/people/next-sessions';
import { MY_TRAINING_PATH } from '@/components/people/people-paths';
import { TraineeFacts } from '@/components/people/trainee-facts';
import { AttendedTable, ConditionsTable, TimelineList } from '@/components/people/trainee-sections';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { ParamNotice } from '@/components/ui/param-notice';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import { listAttendances } from '@/lib/clinic-sessions/review-queries';
import { addDays } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { getTrainee } from '@/lib/training/trainee-queries';

/** How far ahead a trainee looks. */
const DAYS_AHEAD = 14;

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.mine'))('title') };
}

export default async function MyTrainingPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (actor.role !== 'trainee') notFound();
  const { period, today, misread } = periodAsked(await searchParams);
  const [t, words, locale, trainee, waiting, plans] = await Promise.all([
    getTranslations('people.mine'),
    getTranslations('people'),
    getLocale(),
    getTrainee(actor, actor.traineeId, period),
    listAttendances(actor, false, 1),
    listPlannedSessions(actor, { from: today, to: addDays(today, DAYS_AHEAD) }),
  ]);
  if (!trainee) notFound();
  return (
    <>
      <PageHeading title={t('title')} lead={inLocale(locale, trainee.name, trainee.nameEn)}>
        {trainee.origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      {waiting.count > 0 && (
        <Notice kind="warning" title={t('waiting', { count: waiting.count })}>
          <p className="mt-2">
            <ButtonLink href={localePath(locale, '/clinic-sessions/attendance')} variant="primary">
              {t('sign')}
              <Icon name="arrowRight" />
            </ButtonLink>
          </p>
        </Notice>
      )}
      <Section id="next" title={t('next')}>
        <NextSessions plans={plans} today={today} />
      </Section>
      <Section id="attendance" title={words('attendance.title')}>
        <ParamNotice
          problems={misread ? [{ name: 'period', value: misread }] : []}
          labels={{ period: words('period') }}
        />
        <PeriodForm action={localePath(locale, MY_TRAINING_PATH)} period={period} today={today} />
        <AttendanceFigures attendance={trainee.attendance} />
        <div className="mt-4">
          <AttendanceMonths months={trainee.months} />
        </div>
      </Section>
      <Section id="sessions" title={words('sessions.title')}>
        <AttendedTable sessions={trainee.sessions} />
      </Section>
      <Section id="conditions" title={words('conditions.title')}>
        <ConditionsTable conditions={trainee.conditions} />
      </Section>
      <Section id="about" title={t('about')}>
        <TraineeFacts trainee={trainee} />
      </Section>
      <Section id="timeline" title={words('timeline.title')}>
        <TimelineList timeline={trainee.timeline} />
      </Section>
      <Section id="record" title={words('record.section')}>
        <p className="mb-3 max-w-prose text-ink-soft">{words('record.sectionLead')}</p>
        <IssueForm
          action={sendServiceRecord}
          kind="trainee"
          id={trainee.id}
          range={{ from: period.from, to: period.to }}
        />
      </Section>
    </>
  );
}
