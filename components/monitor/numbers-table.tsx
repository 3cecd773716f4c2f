import { useLocale, useTranslations } from 'next-intl';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { SessionFilter } from '@/lib/clinic-sessions/list-schema';
import type { ClinicMonitor } from '@/lib/monitor/views-schema';
import { recordsBehind } from './monitor-paths';
import { useMonitorWords } from './reason-list';

type Row = { key: string; value: number | null; records: SessionFilter | 'plan' | null };

/** Every number of the window and, where records lie behind it, the way to them. */
export function NumbersTable({ monitor }: { monitor: ClinicMonitor }) {
  const t = useTranslations('monitor');
  const words = useMonitorWords();
  const locale = useLocale();
  const { numbers, clinic, from, to } = { ...monitor, to: monitor.date };
  const rows: Row[] = [
    { key: 'expected', value: numbers.expected, records: 'plan' },
    { key: 'logged', value: numbers.logged, records: {} },
    { key: 'notLogged', value: numbers.expected - numbers.logged, records: 'plan' },
    { key: 'pending', value: numbers.pending, records: null },
    { key: 'held', value: numbers.held, records: { held: 'held' } },
    { key: 'notHeld', value: numbers.logged - numbers.held, records: { held: 'not_held' } },
    { key: 'confirmed', value: numbers.confirmed, records: { held: 'held', state: ['confirmed', 'accepted'] } },
    {
      key: 'unconfirmed',
      value: numbers.unconfirmed,
      records: { held: 'held', state: ['submitted', 'disputed', 'returned'] },
    },
    { key: 'extra', value: numbers.extra, records: { extra: true } },
    ...(['expertPlanned', 'expertSubstitute', 'expertAbsent'] as const).map((key) => ({
      key,
      value: numbers[key],
      records: { held: 'held' } as const,
    })),
    ...(['visitsNew', 'visitsReturn', 'medianVisits', 'trainees'] as const).map((key) => ({
      key,
      value: numbers[key],
      records: null,
    })),
  ];
  const name = (key: string) => t(`number.${key}`, { days: monitor.thresholds.values.confirmDays });
  const link = ({ key, records }: Row) => {
    if (records === null) return null;
    const href =
      records === 'plan'
        ? clinicPath(locale, clinic.id, 'month')
        : recordsBehind(locale, { clinicId: clinic.id, from, to }, records);
    return (
      <TextLink href={href}>
        {t(records === 'plan' ? 'clinic.showPlan' : 'clinic.show')}
        <span className="sr-only">{name(key)}</span>
      </TextLink>
    );
  };
  return (
    <DataTable
      caption={t('clinic.numbersCaption')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', header: t('clinic.number'), cell: ({ key }) => name(key) },
        {
          key: 'value',
          header: t('clinic.count'),
          numeric: true,
          cell: ({ value }) => (value === null ? t('missing') : words.number(value)),
        },
        { key: 'records', header: t('clinic.records'), cell: link },
      ]}
    />
  );
}
