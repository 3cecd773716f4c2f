import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { addDays, type CivilDate, clockTime } from '@/lib/core/dates';
import { dayText, type Weekday } from './date-words';

const TIME_ZONE = 'Asia/Shanghai';

type DateProps = {
  date: CivilDate;
  weekday?: Weekday;
  year?: boolean;
  /** given, the two nearest days are called today and tomorrow */
  today?: CivilDate;
};

/** A calendar day as people say it: 11月22日周日, Sun, 22 Nov. */
export function DateText({ date, weekday = 'short', year = false, today }: DateProps) {
  const locale = useLocale();
  const t = useTranslations('ui.date');
  const text = dayText(locale, date, weekday, year);
  const near = today === undefined ? null : date === today ? 'today' : date === addDays(today, 1) ? 'tomorrow' : null;
  return <time dateTime={date}>{near ? t(near, { date: text }) : text}</time>;
}

/** An instant, in Shanghai's time. */
export function InstantText({ at }: { at: string | Date }) {
  const format = useFormatter();
  const instant = new Date(at);
  return (
    <time dateTime={instant.toISOString()}>
      {format.dateTime(instant, { timeZone: TIME_ZONE, dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}

/** From one time of the day to another, minutes since midnight: 08:30–11:30. */
export function ClockRange({ from, to }: { from: number; to: number }) {
  return (
    <span className="whitespace-nowrap">
      {clockTime(from)}–{clockTime(to)}
    </span>
  );
}
