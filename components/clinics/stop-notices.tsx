import { useLocale, useTranslations } from 'next-intl';
import { SessionWhen } from '@/components/calendar/session-when';
import { StopReason } from '@/components/calendar/stop-reason';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { inLocale } from '@/lib/i18n/locales';
import type { StatusPeriod } from '@/lib/joint-clinics/schema';
import type { SessionView } from '@/lib/public-directory/schema';

type Props = {
  /** the clinic's present status period, where its history has one */
  period: StatusPeriod | null;
  sessions: readonly SessionView[];
};

/** What will not take place in the coming weeks, and why: above everything else on a clinic's page. */
export function StopNotices({ period, sessions }: Props) {
  const t = useTranslations('clinics.stopNotices');
  const locale = useLocale();
  const reason = period && inLocale(locale, period.reason, period.reasonEn);
  // while the clinic is suspended one notice says it all; its single sessions need none of their own
  const stopped = sessions.filter(
    ({ state, cause }) => state === 'stopped' && !(period?.status === 'suspended' && cause === 'suspended'),
  );
  return (
    <>
      {period && period.status !== 'operating' && (
        <Notice kind={period.status === 'preparing' ? 'info' : 'stop'} title={t(`status.${period.status}`)}>
          <p>
            {t.rich('since', { date: () => <DateText date={period.validFrom} year weekday="none" /> })}
            {reason && t('reason', { reason })}
          </p>
        </Notice>
      )}
      {stopped.length > 0 && (
        <Notice kind="stop" title={t('title', { count: stopped.length })}>
          <ul className="mt-1 grid gap-1">
            {stopped.map((session) => (
              <li key={`${session.date} ${session.half}`}>
                <SessionWhen session={session} />
                <span className="text-danger">
                  {t('colon')}
                  <StopReason session={session} />
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
