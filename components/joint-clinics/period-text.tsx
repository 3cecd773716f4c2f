import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { addDays, type CivilDate } from '@/lib/core/dates';

/** A period in words: since when, or from when until when; `last` is its last day, null while it goes on. */
export function PeriodText({ from, last }: { from: CivilDate; last: CivilDate | null }) {
  const t = useTranslations('joint-clinics.period');
  const start = () => <DateText date={from} year weekday="none" />;
  if (last === null) return <>{t.rich('since', { from: start })}</>;
  return <>{t.rich('between', { from: start, last: () => <DateText date={last} year weekday="none" /> })}</>;
}

/** The last day of a period whose end is exclusive. */
export function lastDayOf(validTo: CivilDate | null): CivilDate | null {
  return validTo && addDays(validTo, -1);
}
