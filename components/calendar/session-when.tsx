import { useTranslations } from 'next-intl';
import { ClockRange, DateText } from '@/components/ui/date-text';
import type { CivilDate } from '@/lib/core/dates';
import type { SessionView } from '@/lib/public-directory/schema';

type Time = Pick<SessionView, 'date' | 'half' | 'startsMinute' | 'endsMinute'>;

/** The half-day and hours of a session: 上午 08:30–11:30. */
export function SessionTime({ session }: { session: Time }) {
  const t = useTranslations('terms.half');
  return (
    <>
      {t(session.half)} <ClockRange from={session.startsMinute} to={session.endsMinute} />
    </>
  );
}

/** Day, half-day and hours of a session: 11月25日周三 上午 08:30–11:30. */
export function SessionWhen({ session, today }: { session: Time; today?: CivilDate }) {
  return (
    <>
      <DateText date={session.date} today={today} /> <SessionTime session={session} />
    </>
  );
}
