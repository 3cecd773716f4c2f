import { useLocale, useTranslations } from 'next-intl';
import { ExpertName } from '@/components/calendar/expert-name';
import { SessionTime } from '@/components/calendar/session-when';
import { StopReason } from '@/components/calendar/stop-reason';
import { Badge } from '@/components/ui/badge';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CivilDate } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import type { SessionView } from '@/lib/public-directory/schema';

export type SessionShown = Pick<
  SessionView,
  | 'clinicId'
  | 'expert'
  | 'date'
  | 'half'
  | 'startsMinute'
  | 'endsMinute'
  | 'state'
  | 'cause'
  | 'added'
  | 'reason'
  | 'reasonEn'
> &
  Partial<Pick<SessionView, 'notHeld'>>;

type Props = {
  sessions: readonly SessionShown[];
  today: CivilDate;
  /** a preview of what is not saved yet offers nothing for one's calendar */
  preview?: boolean;
};

/** The sessions of one clinic in the coming weeks, planned and stopped, each with a way into one's own calendar. */
export function SessionTable({ sessions, today, preview }: Props) {
  const t = useTranslations('clinics.sessions');
  const term = useTranslations('terms');
  const locale = useLocale();
  return (
    <ol className="rounded-xl border border-line bg-surface px-4">
      {sessions.map((session) => {
        const stopped = session.state === 'stopped';
        return (
          <li
            key={`${session.date} ${session.half}`}
            className="grid gap-x-4 gap-y-1 border-b border-line py-3 last:border-b-0 sm:grid-cols-[14rem_1fr_auto] sm:items-center"
          >
            <p className={stopped ? 'text-ink-soft line-through' : 'font-medium'}>
              <DateText date={session.date} today={today} />
              <br />
              <SessionTime session={session} />
            </p>
            <div>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <ExpertName expert={session.expert} />
                {stopped && <Badge tone="danger">{term('sessionState.stopped')}</Badge>}
                {!stopped && session.added && <Badge tone="info">{term('sessionAdded')}</Badge>}
              </p>
              {stopped && (
                <p className="text-danger">
                  <StopReason session={session} />
                </p>
              )}
            </div>
            {!stopped && !preview && (
              <a
                href={localePath(
                  locale,
                  `/clinics/${session.clinicId}/calendar.ics?session=${session.date}-${session.half}`,
                )}
                className="no-print inline-flex min-h-11 items-center gap-2 text-link"
              >
                <Icon name="calendar" />
                {t('add')}
                <VisuallyHidden>
                  <DateText date={session.date} /> <SessionTime session={session} />
                </VisuallyHidden>
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
