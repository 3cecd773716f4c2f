import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { type CivilDate, datesBetween } from '@/lib/core/dates';
import type { SessionView } from '@/lib/public-directory/schema';
import { SessionRow } from './session-row';

type Props = {
  from: CivilDate;
  to: CivilDate;
  today: CivilDate;
  sessions: readonly SessionView[];
  /** district names by code, in the reader's language */
  districtNames: ReadonlyMap<string, string>;
};

/** Sessions under the heading of their day, with a way to jump to each day. */
export function CalendarDays({ from, to, today, sessions, districtNames }: Props) {
  const t = useTranslations('calendar');
  const days = datesBetween(from, to).map((date) => ({
    date,
    sessions: sessions.filter((session) => session.date === date),
  }));
  return (
    <>
      {days.length > 1 && (
        <nav aria-label={t('days')} className="no-print my-5">
          <ul className="grid grid-cols-1 gap-2 min-[22rem]:not-senior:grid-cols-2 sm:flex sm:flex-wrap">
            {days.map((day) => (
              <li key={day.date}>
                <a
                  href={`#day-${day.date}`}
                  className="flex min-h-11 flex-wrap items-center justify-between gap-x-2 rounded-lg border border-line bg-surface px-3 no-underline hover:border-accent hover:text-accent"
                >
                  <DateText date={day.date} />
                  <span className="text-sm text-ink-soft">{t('count', { count: planned(day.sessions) })}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {days.map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.date}`} className="mt-8">
          <h2 id={`day-${day.date}`} className="flex flex-wrap items-baseline gap-x-3 text-xl">
            <DateText date={day.date} weekday="long" today={today} />
            <span className="text-base font-normal text-ink-soft">{t('count', { count: planned(day.sessions) })}</span>
          </h2>
          {day.sessions.length === 0 ? (
            <p className="mt-2 text-ink-soft">{t('noneOnDay')}</p>
          ) : (
            <ul className="mt-2 rounded-xl border border-line bg-surface px-4">
              {day.sessions.map((session) => (
                <SessionRow
                  key={`${session.clinicId} ${session.half}`}
                  session={session}
                  district={districtNames.get(session.districtCode) ?? null}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

function planned(sessions: readonly SessionView[]): number {
  return sessions.filter(({ state }) => state === 'planned').length;
}
