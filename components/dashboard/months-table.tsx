import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { monthText } from '@/components/ui/date-words';
import type { MonthPoint } from '@/lib/indicators/dashboard-schema';

const COUNTS = [
  'expected',
  'logged',
  'held',
  'confirmed',
  'extra',
  'visitsNew',
  'visitsReturn',
  'expertPlanned',
  'expertSubstitute',
  'expertAbsent',
  'withTrainee',
  'traineeLed',
] as const;

/** Month by month, what the tiles are made of. */
export function MonthsTable({ months, caption }: { months: readonly MonthPoint[]; caption: string }) {
  const t = useTranslations('dashboard.months');
  const locale = useLocale();
  const format = useFormatter();
  const columns: Column<MonthPoint>[] = [
    {
      key: 'month',
      header: t('month'),
      whole: true,
      cell: ({ month }) => <time dateTime={month.slice(0, 7)}>{monthText(locale, month)}</time>,
    },
    ...COUNTS.map((name) => ({
      key: name,
      header: t(name),
      numeric: true,
      cell: (row: MonthPoint) => format.number(row[name]),
    })),
  ];
  return (
    <DataTable caption={caption} captionHidden compares columns={columns} rows={months} rowKey={({ month }) => month} />
  );
}
