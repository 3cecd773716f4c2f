import { chartFile } from '@/components/charts/chart-file';
import type { ChartWords } from '@/components/charts/chart-words';
import { type DashboardChart, dashboardChart } from '@/components/charts/dashboard-charts';
import { monthsText } from '@/lib/exports/about-rules';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';

// The charts of a dashboard as files: the drawings of its page, with whose figures they are and where they come from.

function wordsIn({ locale, text, number }: FileLanguage): ChartWords {
  return {
    text: (key, values) => text(`charts.${key}`, values),
    number,
    name: (chinese, english) => inLocale(locale, chinese, english),
  };
}

/** A chart as an SVG document complete in itself; null where the unit has nothing to draw in it. */
export function drawnChart(
  chart: DashboardChart,
  dashboard: Dashboard,
  language: FileLanguage,
): { title: string; description: string; svg: string } | null {
  const drawing = dashboardChart(chart, dashboard, wordsIn(language));
  if (!drawing) return null;
  const { unit, period, asOf, demonstration } = dashboard;
  const name = inLocale(language.locale, unit.name, unit.nameEn);
  const { title, description } = drawing;
  const svg = chartFile(drawing, {
    subtitle: language.text('exports.chart.subtitle', { name, months: monthsText(period, language) }),
    source: language.text(demonstration ? 'exports.chart.demonstration' : 'exports.chart.source', { asOf }),
  });
  return { title, description, svg };
}

/** What a report shows; the others stand in its tables, and each picture takes half a second to draw. */
const REPORT_CHARTS = ['sessions', 'visits', 'peers'] as const satisfies readonly DashboardChart[];

/** The charts of a report, in their order; those in which the unit has nothing to draw are left out. */
export function reportCharts(dashboard: Dashboard, language: FileLanguage) {
  return REPORT_CHARTS.flatMap((chart) => drawnChart(chart, dashboard, language) ?? []);
}
