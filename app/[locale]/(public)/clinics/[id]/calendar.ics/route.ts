import { getTranslations } from 'next-intl/server';
import { feedEvent } from '@/components/calendar/feed-event';
import { icsProblem, icsResponse } from '@/components/calendar/ics-response';
import { env } from '@/lib/core/env';
import { DEFAULT_LOCALE, inLocale, isLocale, localePath } from '@/lib/i18n/locales';
import { calendarFeed } from '@/lib/joint-clinics/calendar-feed';
import { getClinic } from '@/lib/public-directory/public-queries';
import { snapshotHealth } from '@/lib/public-directory/snapshot';

type Context = { params: Promise<{ locale: string; id: string }> };

/** The sessions of one clinic as iCalendar: all of the next eight weeks, or the one named by `session` (date-half). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: given, id } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const [t, term, detail] = await Promise.all([
    getTranslations({ locale, namespace: 'calendar' }),
    getTranslations({ locale, namespace: 'terms' }),
    getClinic(id),
  ]);
  if (!detail) return icsProblem(404, t('feed.unknownClinic'));
  const wanted = new URL(request.url).searchParams.get('session');
  const sessions = detail.sessions.filter(({ date, half }) => wanted === null || wanted === `${date}-${half}`);
  if (wanted !== null && sessions.length === 0) return icsProblem(404, t('feed.unknownSession'));

  const { clinic, centre } = detail;
  const { siteUrl } = env();
  const { version, loadedAt } = snapshotHealth();
  const place = { room: clinic.room, address: inLocale(locale, centre.address, centre.addressEn) };
  const body = calendarFeed({
    name: t('feed.name', { clinic: inLocale(locale, clinic.name, clinic.nameEn) }),
    description: t('feed.calendarDescription'),
    url: `${siteUrl}${localePath(locale, `/clinics/${clinic.id}`)}`,
    language: locale,
    revision: version ?? 0,
    stamp: new Date(loadedAt ?? 0),
    events: sessions.map((session) => feedEvent(session, { t, term, locale, siteUrl, place })),
  });
  return icsResponse(request, body, { filename: `${clinic.id}.ics` });
}
