import { getTranslations } from 'next-intl/server';
import { readCalendarRequest } from '@/components/calendar/calendar-params';
import { feedEvent } from '@/components/calendar/feed-event';
import { icsProblem, icsResponse } from '@/components/calendar/ics-response';
import { listHref } from '@/components/clinics/list-params';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { DEFAULT_LOCALE, isLocale, localePath } from '@/lib/i18n/locales';
import { calendarFeed, keptFeed } from '@/lib/joint-clinics/calendar-feed';
import { upcomingRange } from '@/lib/joint-clinics/rules';
import { listConditions, listDistricts, listSessions } from '@/lib/public-directory/public-queries';
import { snapshotHealth } from '@/lib/public-directory/snapshot';

type Context = { params: Promise<{ locale: string }> };

const WEEKS = 8;

/** The expert sessions of the next eight weeks as iCalendar, with the calendar page's filters. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const [t, term, districts, conditions] = await Promise.all([
    getTranslations({ locale, namespace: 'calendar' }),
    getTranslations({ locale, namespace: 'terms' }),
    listDistricts(),
    listConditions(),
  ]);
  const instant = now();
  // a subscription always covers the coming weeks, so the page's dates are not among its parameters
  const { week: _week, day: _day, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const { filters, problems } = readCalendarRequest(asked, dateInShanghai(instant), {
    districts: districts.map(({ district }) => district.code),
    conditions: conditions.map(({ condition }) => condition.code),
  });
  const [problem] = problems;
  if (problem) return icsProblem(400, t('feed.unknownParameter', problem));

  const { siteUrl } = env();
  const { version, loadedAt } = snapshotHealth();
  const url = `${siteUrl}${listHref(localePath(locale, '/calendar'), filters)}`;
  const range = upcomingRange(instant, WEEKS);
  const { half, ...clinicFilter } = filters;
  const { sessions } = await listSessions({ ...clinicFilter, ...range });
  const body = keptFeed(JSON.stringify([url, range, version, loadedAt]), () =>
    calendarFeed({
      name: t('feed.allName'),
      description: t('feed.calendarDescription'),
      url,
      language: locale,
      revision: version ?? 0,
      stamp: new Date(loadedAt ?? 0),
      events: sessions
        .filter((session) => !half || session.half === half)
        .map((session) => feedEvent(session, { t, term, locale, siteUrl })),
    }),
  );
  return icsResponse(request, body, { filename: 'expert-sessions.ics' });
}
