import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import type { DistrictSpread } from '@/lib/indicators/spread-schema';
import type { ChartWords } from './chart-words';
import type { Drawing } from './drawing';
import { expertsChart, sessionsChart, traineesChart, visitsChart } from './month-charts';
import { conditionsChart, districtsChart, peersChart, programmesChart } from './unit-charts';

/** The charts of a dashboard by their names, which addresses and files repeat. */
export const DASHBOARD_CHARTS = [
  'sessions',
  'visits',
  'experts',
  'trainees',
  'peers',
  'programmes',
  'conditions',
  'districts',
] as const;
export type DashboardChart = (typeof DASHBOARD_CHARTS)[number];

/**
 * A chart of a dashboard, from its data and a language alone: pages draw it with `ChartFigure`, files are made of it by
 * `chartFile`.
 * @param spreads the districts of the unit, for their chart alone
 * @returns null where the unit has nothing to draw in it
 */
export function dashboardChart(
  chart: DashboardChart,
  dashboard: Dashboard,
  words: ChartWords,
  spreads: readonly DistrictSpread[] = [],
): Drawing | null {
  switch (chart) {
    case 'sessions':
      return sessionsChart(dashboard.months, words);
    case 'visits':
      return visitsChart(dashboard.months, words);
    case 'experts':
      return expertsChart(dashboard.months, words);
    case 'trainees':
      return traineesChart(dashboard.months, words);
    case 'peers':
      return peersChart(dashboard.peers, dashboard.tiles, words);
    case 'programmes':
      return programmesChart(dashboard.tiles, words);
    case 'conditions':
      return conditionsChart(dashboard, words);
    case 'districts':
      return districtsChart(spreads, words);
  }
}
