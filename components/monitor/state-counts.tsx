import { useLocale, useTranslations } from 'next-intl';
import type { CivilDate } from '@/lib/core/dates';
import type { MonitorFilter } from '@/lib/monitor/filter-schema';
import { MONITOR_STATES } from '@/lib/monitor/schema';
import type { Monitor } from '@/lib/monitor/views-schema';
import { monitorPath } from './monitor-paths';
import { StateMark } from './state-mark';

type Props = { monitor: Pick<Monitor, 'counts' | 'signalled' | 'date'>; filter: MonitorFilter; today: CivilDate };

/** How many clinics are in each state, each a way to them. */
export function StateCounts({ monitor: { counts, signalled, date }, filter, today }: Props) {
  const t = useTranslations('monitor.counts');
  const means = useTranslations('monitor.stateMeans');
  const locale = useLocale();
  const to = (more: MonitorFilter) => monitorPath(locale, { date, filter: { ...filter, ...more }, page: 1 }, today);
  const all = MONITOR_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <section aria-label={t('title')} className="my-5">
      <ul className="grid gap-3 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-5 print:grid-cols-5">
        {MONITOR_STATES.map((state) => (
          <li key={state}>
            <a
              href={to({ state })}
              aria-current={filter.state === state ? 'true' : undefined}
              className="block h-full rounded-xl border border-line bg-surface p-4 no-underline hover:border-accent aria-[current]:border-2 aria-[current]:border-accent"
            >
              <span className="flex flex-wrap items-center justify-between gap-2">
                <StateMark state={state} />
                <span className="text-2xl font-semibold tabular-nums">{counts[state]}</span>
              </span>
              <span className="mt-2 block text-sm text-ink-soft">{means(state)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="no-print mt-3 flex flex-wrap gap-x-6">
        <a className="text-link inline-flex min-h-11 items-center" href={to({ state: undefined, check: undefined })}>
          {t('all', { count: all })}
        </a>
        <a className="text-link inline-flex min-h-11 items-center" href={to({ state: undefined, check: true })}>
          {t('check', { count: signalled })}
        </a>
      </p>
    </section>
  );
}
