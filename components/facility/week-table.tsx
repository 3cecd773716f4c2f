import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { ClockRange, DateText } from '@/components/ui/date-text';
import type { CivilDate } from '@/lib/core/dates';
import type { DayHours, DayNote } from '@/lib/directory/schema';
import { inLocale } from '@/lib/i18n/locales';

type Props = { week: readonly DayHours[]; today: CivilDate };

/** The hours of seven dates, today marked, each with why it differs from the ordinary week. */
export function WeekTable({ week, today }: Props) {
  const t = useTranslations('facility.hours');
  const noteText = useDayNote();
  const noted = week.some(({ note }) => note !== null);
  const columns: Column<DayHours>[] = [
    {
      key: 'day',
      header: t('day'),
      cell: ({ date }) => (
        <span className={date === today ? 'font-semibold' : undefined}>
          <DateText date={date} /> {date === today && <Badge tone="accent">{t('today')}</Badge>}
        </span>
      ),
    },
    { key: 'time', header: t('time'), cell: (day) => <Intervals intervals={day.intervals} /> },
  ];
  if (noted) columns.push({ key: 'note', header: t('note'), cell: ({ note }) => note && noteText(note) });
  return <DataTable caption={t('caption')} captionHidden columns={columns} rows={week} rowKey={({ date }) => date} />;
}

/** The intervals of a day: 08:00–11:30，13:00–16:30; closed when there are none. */
export function Intervals({ intervals }: { intervals: DayHours['intervals'] }) {
  const t = useTranslations('facility.hours');
  if (intervals.length === 0) return <span className="text-ink-soft">{t('closed')}</span>;
  return intervals.map(({ opensMinute, closesMinute }, index) => (
    <span key={opensMinute}>
      {index > 0 && t('separator')}
      <ClockRange from={opensMinute} to={closesMinute} />
    </span>
  ));
}

function useDayNote(): (note: DayNote) => string {
  const t = useTranslations('facility.hours');
  const locale = useLocale();
  return ({ kind, text, textEn }) => {
    const name = inLocale(locale, text, textEn);
    if (kind === 'exception') return name;
    return t(kind === 'holiday' ? 'holiday' : 'makeup', { name });
  };
}
