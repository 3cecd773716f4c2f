import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { sendEvaluation } from '@/app/[locale]/(workspace)/monitor/actions';
import { PageTableLinks } from '@/components/exports/format-links';
import { MonitorExplained } from '@/components/monitor/explained';
import { MonitorFilters } from '@/components/monitor/monitor-filters';
import { followUpsPath, monitorPath } from '@/components/monitor/monitor-paths';
import { MonitorTable } from '@/components/monitor/monitor-table';
import { StateCounts } from '@/components/monitor/state-counts';
import { Button, ButtonLink } from '@/components/ui/button';
import { dayText } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { ParamNotice } from '@/components/ui/param-notice';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listPlaceChoices } from '@/lib/joint-clinics/choice-queries';
import { monitorQuery, parseMonitor } from '@/lib/monitor/filter-schema';
import { getMonitor } from '@/lib/monitor/queries';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('monitor'))('title') };
}

export default async function MonitorPage({ searchParams }: Props) {
  const actor = await requireActor();
  const today = dateInShanghai(now());
  const parameters = await searchParams;
  const { misread, ...request } = parseMonitor(parameters, today);
  const [t, locale, format, monitor, places] = await Promise.all([
    getTranslations('monitor'),
    getLocale(),
    getFormatter(),
    getMonitor(actor, request),
    listPlaceChoices(actor),
  ]);
  if (!monitor) notFound();
  const { date, from, knownAt, thresholds, page, pages, clinics, total } = monitor;
  const known = format.dateTime(knownAt, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
  const pagePath = (number: number) => monitorPath(locale, { ...request, page: number }, today);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        <ButtonLink href={followUpsPath(locale, 'mine')}>{t('followUp.all')}</ButtonLink>
        <ButtonLink href={localePath(locale, '/monitor/thresholds')}>{t('threshold.title')}</ButtonLink>
        {mayI(actor, 'create', 'FollowUp') && (
          <form action={sendEvaluation} className="no-print">
            <Button variant="secondary">{t('followUp.evaluate')}</Button>
          </form>
        )}
      </PageHeading>
      {parameters.done === 'evaluated' && (
        <Notice kind="success" announce>
          {t('followUp.done.evaluated')}
        </Notice>
      )}
      <ParamNotice
        problems={misread}
        labels={Object.fromEntries(misread.map(({ name }) => [name, t(`misreadLabel.${name}`)]))}
      />
      <MonitorFilters
        date={date}
        today={today}
        filter={request.filter}
        districts={places.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }))}
      />
      <p className="text-sm text-ink-soft">
        {t('window', { from: dayText(locale, from), to: dayText(locale, date), known, version: thresholds.version })}
      </p>
      <StateCounts monitor={monitor} filter={request.filter} today={today} />
      {mayI(actor, 'export', 'ActivityMonth') && (
        <PageTableLinks
          table="monitor"
          name={t('title')}
          asked={Object.fromEntries(new URLSearchParams(monitorQuery({ ...request, page: 1 }, today)))}
        />
      )}
      <MonitorTable clinics={clinics} total={total} date={date === today ? null : date} />
      <Pager
        label={t('list.pages')}
        previousHref={page > 1 ? pagePath(page - 1) : null}
        nextHref={page < pages ? pagePath(page + 1) : null}
      />
      <MonitorExplained thresholds={thresholds.values} />
    </>
  );
}
