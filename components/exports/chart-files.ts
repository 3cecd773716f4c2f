import { chartFile } from '@/components/charts/chart-file';
import type { ChartWords } from '@/components/charts/chart-words';
import { DASHBOARD_CHARTS, type DashboardChart, dashboardChart } from '@/components/charts/dashboard-charts';
import type { Drawing } from '@/components/charts/drawing';
import { monthsText } from '@/lib/exports/about-rules';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import type { DistrictSpread } from '@/lib/indicators/spread-schema';

// The charts of a dashboard as files: the drawings of its page, with whose figures they are and where they come from.

/** Every picture that a unit has: the charts of its dashboard, and those of the views beside it. */
export const FIGURES = [...DASHBOARD_CHARTS, 'weeks', 'map', 'quality', 'survival'] as const;
export type FigureName = (typeof FIGURES)[number];

/** The language of a file for charts. */
export function wordsIn({ locale, text, number }: FileLanguage): ChartWords {
  return {
    text: (key, values) => text(`charts.${key}`, values),
    number,
    name: (chinese, english) => inLocale(locale, chinese, english),
  };
}

/** Whose figures a picture shows, and until when they are known. */
type About = Pick<Dashboard, 'unit' | 'period' | 'asOf' | 'demonstration'>;
type Drawn = { title: string; description: string; svg: string };

/** A drawing as an SVG document complete in itself; `time` says the period where it is not one of whole months. */
export function pictureOf(
  drawing: Drawing,
  { unit, period, asOf, demonstration }: About,
  language: FileLanguage,
  time = monthsText(period, language),
): Drawn {
  const name = inLocale(language.locale, unit.name, unit.nameEn);
  const { title, description } = drawing;
  const svg = chartFile(drawing, {
    subtitle: language.text('exports.chart.subtitle', { name, months: time }),
    source: language.text(demonstration ? 'exports.chart.demonstration' : 'exports.chart.source', { asOf }),
  });
  return { title, description, svg };
}

/** A chart of a dashboard as a picture; null where the unit has nothing to draw in it. */
export function drawnChart(
  chart: DashboardChart,
  dashboard: Dashboard,
  language: FileLanguage,
  spreads: readonly DistrictSpread[] = [],
): Drawn | null {
  const drawing = dashboardChart(chart, dashboard, wordsIn(language), spreads);
  return drawing && pictureOf(drawing, dashboard, language);
}

/** What a report shows; the others stand in its tables, and each picture takes half a second to draw. */
const REPORT_CHARTS = ['sessions', 'visits', 'peers'] as const satisfies readonly DashboardChart[];

/** The charts of a report, in their order; those in which the unit has nothing to draw are left out. */
export function reportCharts(dashboard: Dashboard, language: FileLanguage) {
  return REPORT_CHARTS.flatMap((chart) => drawnChart(chart, dashboard, language) ?? []);
}
