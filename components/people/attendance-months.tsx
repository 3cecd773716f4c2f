import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { chartWords } from '@/components/charts/chart-words';
import { monthColumns } from '@/components/charts/month-columns';
import { monthText } from '@/components/ui/date-words';
import { TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import type { AttendedMonth } from '@/lib/training/schema';

const PAINTS = { observing: 'fourth', assisting: 'second', leading: 'first' } as const;

/** Sessions attended month by month, by the part taken: from observing to leading. */
export function AttendanceMonths({ months }: { months: readonly AttendedMonth[] }) {
  const t = useTranslations('people.attendance');
  const charts = useTranslations('charts');
  const part = useTranslations('sessions.part');
  const locale = useLocale();
  const words = chartWords(locale, charts, useFormatter());
  const count = (kind: (typeof TRAINEE_PARTS)[number]) => months.reduce((sum, { parts }) => sum + parts[kind], 0);
  const [first, last] = [months[0], months.at(-1)];
  const drawing = monthColumns({
    id: 'attendance',
    title: t('byMonth'),
    description: t('byMonthDescription', {
      from: first ? monthText(locale, first.month) : '',
      to: last ? monthText(locale, last.month) : '',
      observing: count('observing'),
      assisting: count('assisting'),
      leading: count('leading'),
    }),
    months: months.map(({ month }) => month),
    parts: TRAINEE_PARTS.map((kind) => ({
      paint: PAINTS[kind],
      label: part(kind),
      values: months.map(({ parts }) => parts[kind]),
    })),
    words,
  });
  return <ChartFigure drawing={drawing} tableLabel={charts('tableLabel')} />;
}
