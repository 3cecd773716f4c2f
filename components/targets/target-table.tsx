import { useLocale, useTranslations } from 'next-intl';
import { useFigureText } from '@/components/dashboard/figure-text';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { monthText } from '@/components/ui/date-words';
import { inLocale } from '@/lib/i18n/locales';
import type { TargetRow } from '@/lib/indicators/target-schema';
import { targetPath } from './target-paths';

type Props = { rows: readonly TargetRow[]; caption: string; empty: string; withUnit?: boolean };

/** Targets beside what was reached, and how far there is to go: in the order of the network, no rank. */
export function TargetTable({ rows, caption, empty, withUnit = true }: Props) {
  const t = useTranslations('targets');
  const locale = useLocale();
  const text = useFigureText();
  const columns: (Column<TargetRow> | false)[] = [
    withUnit && {
      key: 'unit',
      header: t('column.unit'),
      cell: ({ unit }) => inLocale(locale, unit.name, unit.nameEn),
    },
    {
      key: 'indicator',
      header: t('column.indicator'),
      wide: true,
      cell: ({ id, definition }) => (
        <a href={targetPath(locale, id)} className="text-link">
          {inLocale(locale, definition.name, definition.nameEn)}
        </a>
      ),
    },
    {
      key: 'period',
      header: t('column.period'),
      whole: true,
      cell: (row) => `${monthText(locale, row.periodFrom)} – ${monthText(locale, row.periodTo)}`,
    },
    {
      key: 'target',
      header: t('column.target'),
      numeric: true,
      cell: (row) => (
        <>
          {row.definition.goodDirection === 'down' ? '≤ ' : '≥ '}
          {text.number(row.value, row.definition)}
        </>
      ),
    },
    {
      key: 'actual',
      header: t('column.actual'),
      numeric: true,
      cell: ({ figure, definition, state }) =>
        figure ? text.figure(figure, definition) : t(state === 'coming' ? 'notBegun' : 'notOpen'),
    },
    {
      key: 'distance',
      header: t('column.distance'),
      numeric: true,
      cell: (row) => <DistanceText row={row} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={columns.filter((column) => column !== false)}
    />
  );
}

/** How far there is to go, in words and with a mark. */
export function DistanceText({ row: { distance, definition } }: { row: TargetRow }) {
  const t = useTranslations('targets');
  const text = useFigureText();
  if (!distance) return '—';
  if (distance.reached) return <Badge tone="success">{t('reached')}</Badge>;
  const points = definition.unit === 'percent';
  const value = text.plain(distance.left, definition);
  return <Badge tone="warning">{t(points ? 'leftPoints' : 'left', { value })}</Badge>;
}
