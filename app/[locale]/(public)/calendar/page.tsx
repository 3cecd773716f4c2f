import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CalendarDays } from '@/components/calendar/calendar-days';
import { CalendarFilters } from '@/components/calendar/calendar-filters';
import { neighbourParams, readCalendarRequest } from '@/components/calendar/calendar-params';
import { Subscribe } from '@/components/calendar/subscribe';
import { districtNames } from '@/components/clinics/district-names';
import { listHref, type SearchParams } from '@/components/clinics/list-params';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { ParamNotice } from '@/components/ui/param-notice';
import { Section } from '@/components/ui/section';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import { languageAlternates, localePath } from '@/lib/i18n/locales';
import { listConditions, listDistricts, listSessions } from '@/lib/public-directory/public-queries';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('calendar.page'), getLocale()]);
  return { title: t('title'), description: t('description'), alternates: languageAlternates(locale, '/calendar') };
}

export default async function CalendarPage({ searchParams }: Props) {
  const [t, city, locale, districtViews, conditionViews] = await Promise.all([
    getTranslations('calendar'),
    getTranslations('clinics'),
    getLocale(),
    listDistricts(),
    listConditions(),
  ]);
  const today = dateInShanghai(now());
  const districts = districtViews.map(({ district }) => district);
  const conditions = conditionViews.filter(({ clinicCount }) => clinicCount > 0).map(({ condition }) => condition);
  const { view, from, to, filters, problems } = readCalendarRequest(await searchParams, today, {
    districts: districts.map(({ code }) => code),
    conditions: conditionViews.map(({ condition }) => condition.code),
  });
  const { half, ...clinicFilter } = filters;
  const calendar = await listSessions({ ...clinicFilter, from, to });
  const sessions = calendar.sessions.filter((session) => !half || session.half === half);
  const stopped = sessions.filter(({ state }) => state === 'stopped').length;

  const path = localePath(locale, '/calendar');
  const neighbour = (direction: -1 | 1) => {
    const params = neighbourParams({ view, from }, today, direction);
    return params && listHref(path, { ...params, ...filters });
  };
  const feedPath = listHref(localePath(locale, '/calendar/feed.ics'), filters);
  const previousHref = neighbour(-1);
  const nextHref = neighbour(1);

  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, '/'), label: city('city') }]} current={t('page.title')} />
      <PageHeading title={t('page.title')} lead={t('page.lead')}>
        <ButtonLink href={localePath(locale, '/clinics')}>{t('page.clinics')}</ButtonLink>
      </PageHeading>
      <ParamNotice
        problems={problems}
        labels={{
          week: t('filters.week'),
          day: t('filters.day'),
          district: t('filters.district'),
          alliance: t('filters.alliance'),
          condition: t('filters.condition'),
          half: t('filters.half'),
        }}
      />
      <LinkTabs
        label={t('view.label')}
        tabs={(['week', 'day'] as const).map((tab) => ({
          href: listHref(path, { [tab]: from, ...filters }),
          label: t(`view.${tab}`),
          current: tab === view,
        }))}
      />
      <CalendarFilters
        action={path}
        request={{ view, from, filters }}
        today={today}
        districts={districts}
        conditions={conditions}
      />
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1" role="status">
        <strong className="text-lg font-semibold">
          {view === 'day' ? (
            <DateText date={from} year />
          ) : (
            t.rich('page.range', { from: () => <DateText date={from} year />, to: () => <DateText date={to} /> })
          )}
        </strong>
        <span>{t('page.summary', { planned: sessions.length - stopped, stopped })}</span>
        {sessions.some(({ origin }) => origin === 'demonstration') && <DemoMark />}
      </p>
      {sessions.length === 0 ? (
        <Notice title={t('page.empty')}>
          <p>{t('page.emptyNext')}</p>
          {nextHref && (
            <p className="mt-3">
              <ButtonLink href={nextHref}>{t(`pager.${view}.next`)}</ButtonLink>
            </p>
          )}
        </Notice>
      ) : (
        <CalendarDays
          from={from}
          to={to}
          today={today}
          sessions={sessions}
          districtNames={districtNames(districts, locale)}
        />
      )}
      <Pager
        label={t('pager.label')}
        previousHref={previousHref}
        nextHref={sessions.length === 0 ? null : nextHref}
        previous={t(`pager.${view}.previous`)}
        next={t(`pager.${view}.next`)}
      />
      <div className="no-print">
        <Section title={t('page.subscribe')} id="subscribe">
          <p className="mb-3 max-w-prose text-ink-soft">{t('page.subscribeNote')}</p>
          <Subscribe href={feedPath} address={`${env().siteUrl}${feedPath}`} />
        </Section>
      </div>
    </>
  );
}
