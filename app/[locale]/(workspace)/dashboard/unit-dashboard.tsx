import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { KeptViews } from '@/app/[locale]/(workspace)/dashboard/kept-views';
import { DashboardView } from '@/components/dashboard/dashboard-view';
import { DEFAULT_PERIOD, unitPath } from '@/components/dashboard/unit-path';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { askedPeriod, fixedPeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { getDistrictSpreads } from '@/lib/indicators/spread-queries';
import { getUnit } from '@/lib/indicators/unit-queries';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What all pages of dashboards do; each says only which unit it is about. */
export async function UnitDashboard({ unit, parameters }: { unit: Unit; parameters: Parameters }) {
  const actor = await requireActor();
  const today = dateInShanghai(now());
  const { period, misread } = askedPeriod(parameters, DEFAULT_PERIOD, today);
  const [dashboard, spreads] = await Promise.all([
    getDashboard(actor, { unit, period }),
    getDistrictSpreads(actor, { unit, period }),
  ]);
  if (!dashboard || !spreads) notFound();
  const locale = await getLocale();
  return (
    <>
      <DashboardView dashboard={dashboard} spreads={spreads} today={today} misread={misread} />
      <KeptViews
        actor={actor}
        parameters={parameters}
        path={unitPath(locale, dashboard.unit, period)}
        fixedPath={unitPath(locale, dashboard.unit, fixedPeriod(period))}
      />
    </>
  );
}

/** The title of a dashboard names its unit only to those who may open it. */
export async function dashboardMetadata(unit: Unit): Promise<Metadata> {
  const actor = await requireActor();
  const [t, locale, named] = await Promise.all([getTranslations('dashboard'), getLocale(), getUnit(actor, unit)]);
  if (!named) notFound();
  return { title: t('title', { name: inLocale(locale, named.name, named.nameEn) }) };
}
