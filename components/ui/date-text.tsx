import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { addDays, type CivilDate, clockTime, instantInShanghai } from '@/lib/core/dates';
import type { Locale } from '@/lib/i18n/locales';

const TIME_ZONE = 'Asia/Shanghai';
const NOON = 12 * 60;

type DateProps = {
  date: CivilDate;
  weekday?: 'short' | 'long' | 'none';
  year?: boolean;
  /** given, the two nearest days are called today and tomorrow */
  today?: CivilDate;
};

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times its use, and next-intl keeps its own for one request only. */
function dayFormat(locale: Locale, weekday: 'short' | 'long' | 'none', year: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${weekday} ${year}`;
  const known = dayFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: TIME_ZONE,
    year: year ? 'numeric' : undefined,
    month: 'short',
    day: 'numeric',
    weekday: weekday === 'none' ? undefined : weekday,
  });
  dayFormats.set(key, made);
  return made;
}

/** A calendar day as people say it: 11月22日周日, Sun, 22 Nov. */
export function DateText({ date, weekday = 'short', year = false, today }: DateProps) {
  const locale = useLocale();
  const t = useTranslations('ui.date');
  const text = dayFormat(locale, weekday, year).format(instantInShanghai(date, NOON));
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
