import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import type { ClinicMonitor } from '@/lib/monitor/views-schema';
import { clinicMonitorPath } from './monitor-paths';
import { useMonitorWords } from './reason-list';
import { StateMark } from './state-mark';

/** The state of every week, the newest first, each a way to the judgement of that day. */
export function StateHistory({ monitor: { clinic, history } }: { monitor: Pick<ClinicMonitor, 'clinic' | 'history'> }) {
  const t = useTranslations('monitor');
  const words = useMonitorWords();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('clinic.historyCaption')}
      captionHidden
      rows={history}
      rowKey={({ date }) => date}
      empty={t('list.empty')}
      columns={[
        { key: 'date', header: t('clinic.asOf'), cell: ({ date }) => <DateText date={date} weekday="none" year /> },
        { key: 'state', header: t('clinic.state'), cell: ({ state }) => <StateMark state={state} /> },
        ...(['expected', 'held', 'confirmed'] as const).map((name) => ({
          key: name,
          header: t(`list.column.${name}`),
          numeric: true,
          cell: (point: ClinicMonitor['history'][number]) => words.number(point[name]),
        })),
        {
          key: 'check',
          header: t('list.column.check'),
          numeric: true,
          cell: ({ signals }) => words.number(signals),
        },
        {
          key: 'link',
          header: t('clinic.seeThen'),
          cell: ({ date }) => (
            <TextLink
              href={clinicMonitorPath(locale, clinic.id, date)}
              aria-label={t('clinic.seeThenNamed', { date })}
              className="-my-2.5 inline-flex min-h-11 items-center"
            >
              {t('clinic.seeThen')}
            </TextLink>
          ),
        },
      ]}
    />
  );
}
