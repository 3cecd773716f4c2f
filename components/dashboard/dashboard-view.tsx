import { useLocale, useTranslations } from 'next-intl';
import { ChartLinks } from '@/components/exports/chart-links';
import { TableLinks, TakeAway } from '@/components/exports/take-away';
import { DEFINITIONS_PATH } from '@/components/indicators/definition-paths';
import { targetListPath } from '@/components/targets/target-paths';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DateText } from '@/components/ui/date-text';
import { monthText } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import type { DashboardTable } from '@/lib/exports/dashboard-tables-rules';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { periodText, previousOf, yearBefore } from '@/lib/indicators/period-rules';
import type { DistrictSpread } from '@/lib/indicators/spread-schema';
import { ChangesList } from './changes-list';
import { DashboardChartsSection } from './dashboard-charts-section';
import { FourNumbers } from './four-numbers';
import { IndicatorTile } from './indicator-tile';
import { MonthsTable } from './months-table';
import { PartsTable } from './parts-table';
import { PeersTable } from './peers-table';
import { PeriodForm } from './period-form';
import { unitPath } from './unit-path';
import { ViewTabs } from './view-tabs';

type Props = {
  dashboard: Dashboard;
  spreads: readonly DistrictSpread[];
  today: CivilDate;
  misread: string | null;
};

/** How a unit of the network is doing: the four numbers first, then every indicator, its months and its parts. */
export function DashboardView({ dashboard, spreads, today, misread }: Props) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const { unit, path, period, tiles, months, children, alliances, peers, asOf } = dashboard;
  const name = inLocale(locale, unit.name, unit.nameEn);
  const address =
    unitPath(locale, unit, { ...period, kind: 'twelve_months' }).split('?')[0] ?? localePath(locale, '/dashboard');
  const trail = path
    .slice(0, -1)
    .flatMap((step) =>
      step.open
        ? [{ href: unitPath(locale, step.unit, period), label: inLocale(locale, step.unit.name, step.unit.nameEn) }]
        : [],
    );
  const onePast = previousOf(period).from === yearBefore(period).from;
  const links = (table: DashboardTable) => <TableLinks unit={unit} period={period} table={table} />;
  return (
    <>
      {trail.length > 0 && <Breadcrumbs trail={trail} current={name} />}
      <PageHeading
        title={t('title', { name })}
        lead={t('lead', { period: monthText(locale, period.from), until: monthText(locale, period.to) })}
      >
        {dashboard.demonstration && <OriginMark origin="demonstration" />}
        <span className="text-sm text-ink-soft">
          {t('asOf')} <DateText date={asOf} weekday="none" year />
        </span>
      </PageHeading>
      <ViewTabs unit={unit} period={period} current="dashboard" />
      {misread !== null && (
        <Notice kind="warning" title={t('misread', { text: misread })}>
          {t('misreadHelp')}
        </Notice>
      )}
      <PeriodForm action={address} period={period} today={today} />
      <TakeAway unit={unit} period={period} />
      <Section id="four" title={t('fourTitle')} aside={links('four')}>
        <FourNumbers dashboard={dashboard} />
      </Section>
      <Section id="changes" title={t('changes.title')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('changes.lead')}</p>
        <ChangesList changes={dashboard.changes} tiles={tiles} />
      </Section>
      <Section id="indicators" title={t('indicatorsTitle')} aside={links('indicators')}>
        <p className="no-print mb-3 flex flex-wrap gap-x-6">
          <TextLink href={targetListPath(locale, 'running')}>{t('targets')}</TextLink>
          <TextLink href={localePath(locale, DEFINITIONS_PATH)}>{t('definitions')}</TextLink>
        </p>
        <ul className="grid gap-4 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3 print:grid-cols-4! print:gap-2!">
          {tiles.map((tile) => (
            <IndicatorTile key={tile.definition.id} tile={tile} onePast={onePast} />
          ))}
        </ul>
      </Section>
      <DashboardChartsSection
        dashboard={dashboard}
        spreads={spreads}
        actions={(chart) => <ChartLinks unit={unit} period={period} chart={chart} />}
      />
      {alliances.length > 0 && (
        <Section id="alliances" title={t('partsOf.alliance')} aside={links('alliances')}>
          <PartsTable
            rows={alliances}
            tiles={tiles}
            period={period}
            caption={t('partsOf.alliance')}
            empty={t('noParts')}
          />
        </Section>
      )}
      {unit.level !== 'clinic' && (
        <Section
          id="parts"
          aside={children.length > 0 && links('parts')}
          title={t(
            `partsOf.${unit.level === 'city' || unit.level === 'alliance' ? 'district' : unit.level === 'district' ? 'centre' : 'clinic'}`,
          )}
        >
          <PartsTable
            rows={children}
            tiles={tiles}
            period={period}
            caption={t('partsCaption', { name })}
            empty={t('noParts')}
          />
        </Section>
      )}
      {peers.length > 0 && (
        <Section id="peers" title={t('peers.title')} aside={links('peers')}>
          <p className="mb-3 max-w-prose text-ink-soft">{t('peers.lead', { count: peers[0]?.count ?? 0 })}</p>
          <PeersTable peers={peers} tiles={tiles} caption={t('peers.title')} />
        </Section>
      )}
      <Section id="months" title={t('monthsTitle')} aside={links('months')}>
        <MonthsTable months={months} caption={t('monthsTitle')} />
      </Section>
      <p className="mt-8 text-sm text-ink-soft">{t('permalink', { period: periodText(period) })}</p>
    </>
  );
}
