import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { sendServiceRecord } from '@/app/[locale]/(workspace)/people/actions';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { PeriodForm } from '@/components/dashboard/period-form';
import { AttendanceFigures } from '@/components/people/attendance-figures';
import { AttendanceMonths } from '@/components/people/attendance-months';
import { IssueForm } from '@/components/people/issue-form';
import { COUNTED_STATES, personPath, TRAINEES_PATH } from '@/components/people/people-paths';
import { TraineeFacts } from '@/components/people/trainee-facts';
import { AttendedTable, ConditionsTable, TimelineList } from '@/components/people/trainee-sections';
import { filteredListPath } from '@/components/session-list/list-paths';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { ParamNotice } from '@/components/ui/param-notice';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { getTrainee } from '@/lib/training/trainee-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

/** The page and its title ask for the same trainee; cached by texts and not by a new object. */
const traineeOf = cache(async (id: string, from: CivilDate, to: CivilDate) => {
  return await getTrainee(await requireActor(), id, { from, to });
});

async function requireTrainee({ params, searchParams }: Props) {
  const asked = periodAsked(await searchParams);
  const trainee = await traineeOf((await params).id, asked.period.from, asked.period.to);
  if (!trainee) notFound();
  return { trainee, ...asked };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ trainee }, t, locale] = await Promise.all([
    requireTrainee(props),
    getTranslations('people.trainees'),
    getLocale(),
  ]);
  return { title: t('pageOf', { name: inLocale(locale, trainee.name, trainee.nameEn) }) };
}

export default async function TraineePage(props: Props) {
  const [actor, { trainee, period, today, misread }, t, words, locale] = await Promise.all([
    requireActor(),
    requireTrainee(props),
    getTranslations('people.trainees'),
    getTranslations('people'),
    getLocale(),
  ]);
  const name = inLocale(locale, trainee.name, trainee.nameEn);
  const { from, to } = period;
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, TRAINEES_PATH), label: t('title') }]} current={name} />
      <PageHeading title={name}>
        {!trainee.active && <Badge>{t('ended')}</Badge>}
        {trainee.origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      <TraineeFacts trainee={trainee} />
      <Section id="attendance" title={words('attendance.title')}>
        <ParamNotice
          problems={misread ? [{ name: 'period', value: misread }] : []}
          labels={{ period: words('period') }}
        />
        <PeriodForm action={personPath(locale, 'trainee', trainee.id)} period={period} today={today} />
        <AttendanceFigures
          attendance={trainee.attendance}
          sessionsHref={filteredListPath(locale, {
            state: COUNTED_STATES,
            trainee: trainee.id,
            held: 'held',
            from,
            to,
          })}
        />
        <div className="mt-4">
          <AttendanceMonths months={trainee.months} />
        </div>
      </Section>
      <Section id="conditions" title={words('conditions.title')}>
        <ConditionsTable conditions={trainee.conditions} />
      </Section>
      <Section id="sessions" title={words('sessions.title')}>
        <AttendedTable sessions={trainee.sessions} />
      </Section>
      <Section id="timeline" title={words('timeline.title')}>
        <TimelineList timeline={trainee.timeline} />
      </Section>
      {mayI(actor, 'update', 'TraineeDoctor') && (
        <Section id="record" title={words('record.section')}>
          <p className="mb-3 max-w-prose text-ink-soft">{words('record.sectionLead')}</p>
          <IssueForm
            action={sendServiceRecord}
            kind="trainee"
            id={trainee.id}
            range={{ from: period.from, to: period.to }}
          />
        </Section>
      )}
    </>
  );
}
