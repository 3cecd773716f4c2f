import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { chartWords } from '@/components/charts/chart-words';
import { DASHBOARD_CHARTS, type DashboardChart, dashboardChart } from '@/components/charts/dashboard-charts';
import { Section } from '@/components/ui/section';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import type { DistrictSpread } from '@/lib/indicators/spread-schema';

/** The tables of the page that have a chart's numbers; a chart without one brings its own. */
const TABLES: Partial<Record<DashboardChart, string>> = {
  sessions: '#months',
  visits: '#months',
  experts: '#months',
  trainees: '#months',
  peers: '#peers',
  conditions: '#parts',
};

type Props = {
  dashboard: Dashboard;
  spreads: readonly DistrictSpread[];
  /** files of a chart to take away */
  actions?: (chart: DashboardChart) => React.ReactNode;
};

/** Every chart that has something to draw for the unit, two side by side where there is room. */
export function DashboardChartsSection({ dashboard, spreads, actions }: Props) {
  const t = useTranslations('charts');
  const words = chartWords(useLocale(), t, useFormatter());
  return (
    <Section id="charts" title={t('title')}>
      <p className="no-print mb-3 max-w-prose text-ink-soft">{t('lead')}</p>
      <div className="gap-4 lg:columns-2 print:columns-2">
        {DASHBOARD_CHARTS.map((chart) => {
          const drawing = dashboardChart(chart, dashboard, words, spreads);
          return (
            drawing && (
              <ChartFigure
                key={chart}
                drawing={drawing}
                tableLabel={t('tableLabel')}
                tableHref={TABLES[chart]}
                actions={actions?.(chart)}
              />
            )
          );
        })}
      </div>
    </Section>
  );
}
