import { useTranslations } from 'next-intl';
import { PeriodForm } from '@/components/dashboard/period-form';
import type { FormAction } from '@/components/ui/form-state';
import { ParamNotice } from '@/components/ui/param-notice';
import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/core/dates';
import type { Period } from '@/lib/indicators/period-rules';
import type { DayRange, TraineeSeen } from '@/lib/training/schema';
import { AttendanceFigures } from './attendance-figures';
import { AttendanceMonths } from './attendance-months';
import { IssueForm } from './issue-form';
import { AttendedTable, ConditionsTable, TimelineList } from './trainee-sections';

/** The period a page of a person shows, and what of the address was not understood. */
export type AskedPeriod = { period: Period & DayRange; today: CivilDate; misread: string | null };

/** Chooses the period of a page of a person. */
export function PeriodChoice({ action, asked }: { action: string; asked: AskedPeriod }) {
  const t = useTranslations('people');
  const { period, today, misread } = asked;
  return (
    <>
      <ParamNotice problems={misread ? [{ name: 'period', value: misread }] : []} labels={{ period: t('period') }} />
      <PeriodForm action={action} period={period} today={today} />
    </>
  );
}

type RecordProps = { issue: FormAction; kind: 'trainee' | 'expert'; id: string; range: DayRange };

/** Where a service record of the period is issued. */
export function RecordSection({ issue, kind, id, range }: RecordProps) {
  const t = useTranslations('people.record');
  return (
    <Section id="record" title={t('section')}>
      <p className="mb-3 max-w-prose text-ink-soft">{t('sectionLead')}</p>
      <IssueForm action={issue} kind={kind} id={id} range={{ from: range.from, to: range.to }} />
    </Section>
  );
}

type Props = {
  trainee: TraineeSeen;
  /** the address of the page, in the language of the page */
  action: string;
  asked: AskedPeriod;
  sessionsHref?: string;
  /** null for those who may not issue service records */
  issue: FormAction | null;
};

/** What a trainee attended and saw, where the trainee was, and the record to take along. */
export function TrainingSections({ trainee, action, asked, sessionsHref, issue }: Props) {
  const t = useTranslations('people');
  return (
    <>
      <Section id="attendance" title={t('attendance.title')}>
        <PeriodChoice action={action} asked={asked} />
        <AttendanceFigures attendance={trainee.attendance} sessionsHref={sessionsHref} />
        <div className="mt-4">
          <AttendanceMonths months={trainee.months} />
        </div>
      </Section>
      <Section id="conditions" title={t('conditions.title')}>
        <ConditionsTable conditions={trainee.conditions} />
      </Section>
      <Section id="sessions" title={t('sessions.title')}>
        <AttendedTable sessions={trainee.sessions} />
      </Section>
      <Section id="timeline" title={t('timeline.title')}>
        <TimelineList timeline={trainee.timeline} />
      </Section>
      {issue && <RecordSection issue={issue} kind="trainee" id={trainee.id} range={asked.period} />}
    </>
  );
}
