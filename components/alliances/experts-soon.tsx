import { useTranslations } from 'next-intl';
import { SessionRow } from '@/components/calendar/session-row';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { SessionView } from '@/lib/public-directory/schema';

const SHOWN = 8;

type Props = {
  sessions: readonly SessionView[];
  districtNames: ReadonlyMap<string, string>;
  /** the calendar with the same filter */
  calendarHref: string;
};

/** The expert sessions of the next seven days in a part of the network, the first few of them. */
export function ExpertsSoon({ sessions, districtNames, calendarHref }: Props) {
  const t = useTranslations('alliances.experts');
  return (
    <>
      {sessions.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="rounded-xl border border-line bg-surface px-4">
          {sessions.slice(0, SHOWN).map((session) => (
            <SessionRow
              key={`${session.clinicId} ${session.date} ${session.half}`}
              session={session}
              district={districtNames.get(session.districtCode) ?? null}
              dated
            />
          ))}
        </ul>
      )}
      <p className="no-print mt-4">
        <ButtonLink href={calendarHref}>
          <Icon name="calendar" />
          {sessions.length > SHOWN ? t('all', { count: sessions.length }) : t('calendar')}
        </ButtonLink>
      </p>
    </>
  );
}
