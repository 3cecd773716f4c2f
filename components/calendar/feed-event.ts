import type { useTranslations } from 'next-intl';
import { inLocale, type Locale, localePath } from '@/lib/i18n/locales';
import type { FeedEvent } from '@/lib/joint-clinics/schema';
import type { SessionView } from '@/lib/public-directory/schema';
import { stopText } from './stop-text';

type Context = {
  t: ReturnType<typeof useTranslations<'calendar'>>;
  term: ReturnType<typeof useTranslations<'terms'>>;
  locale: Locale;
  /** the portal's public address, without a slash at its end */
  siteUrl: string;
  /** room and street address where the reader's feed is of one clinic */
  place?: { room: string | null; address: string | null };
};

/** Words one session as a calendar entry in the reader's language. */
export function feedEvent(session: SessionView, { t, term, locale, siteUrl, place }: Context): FeedEvent {
  const clinic = inLocale(locale, session.clinicName, session.clinicNameEn);
  const expert = `${inLocale(locale, session.expert.name, session.expert.nameEn)} ${term(`expertTitle.${session.expert.title}`)}`;
  const centre = inLocale(locale, session.centreName, session.centreNameEn);
  const stopped = session.state === 'stopped';
  const url = `${siteUrl}${localePath(locale, `/clinics/${session.clinicId}`)}`;
  const lines = [
    reasonLine(session, t, locale),
    t('feed.expert', { expert }),
    t('feed.hospital', { hospital: inLocale(locale, session.hospitalName, session.hospitalNameEn) }),
    t('feed.conditions', {
      conditions: session.conditions.map(({ name, nameEn }) => inLocale(locale, name, nameEn)).join(t('feed.and')),
    }),
    session.origin === 'demonstration' ? t('feed.demonstration') : null,
    url,
  ];
  return {
    clinicId: session.clinicId,
    date: session.date,
    half: session.half,
    startsMinute: session.startsMinute,
    endsMinute: session.endsMinute,
    stopped,
    summary: stopped ? t('feed.stoppedSummary', { clinic }) : t('feed.summary', { clinic, expert }),
    location: [centre, place?.room, place?.address].filter(Boolean).join(t('feed.and')),
    description: lines.filter((line) => line !== null).join('\n'),
    url,
  };
}

function reasonLine(session: SessionView, t: Context['t'], locale: Locale): string | null {
  if (session.cause) return stopText(session, t, locale);
  const reason = inLocale(locale, session.reason, session.reasonEn);
  return session.added && reason !== null ? t('feed.added', { reason }) : null;
}
