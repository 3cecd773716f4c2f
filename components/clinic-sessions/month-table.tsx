import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { MonthListed } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { MONTH_FIGURES, monthPath, useMonthName } from './month-words';

/** Whether a month is closed, can be closed, or still runs. */
export function MonthState({ month: { close, over, figures } }: { month: MonthListed }) {
  const t = useTranslations('review.month');
  if (close) return <Badge tone="success">{t('closed')}</Badge>;
  if (!over) return <Badge>{t('running')}</Badge>;
  return <Badge tone={figures.open > 0 ? 'warning' : 'accent'}>{t(figures.open > 0 ? 'notClosed' : 'closable')}</Badge>;
}

/** The months of a district with their figures, each leading to its page. */
export function MonthTable({ months }: { months: readonly MonthListed[] }) {
  const t = useTranslations('review.month');
  const locale = useLocale();
  const nameOf = useMonthName();
  return (
    <DataTable
      compares
      caption={t('caption')}
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: ({ month }) => (
            <TextLink href={localePath(locale, monthPath(month))} className="inline-flex min-h-11 items-center">
              {nameOf(month)}
            </TextLink>
          ),
        },
        { key: 'state', header: t('state'), cell: (month) => <MonthState month={month} /> },
        ...MONTH_FIGURES.map((name) => ({
          key: name,
          header: t(`figure.${name}`),
          numeric: true,
          cell: ({ figures }: MonthListed) => figures[name],
        })),
        { key: 'open', header: t('open'), numeric: true, cell: ({ figures }) => figures.open },
      ]}
    />
  );
}
