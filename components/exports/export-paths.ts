import type { DashboardTable } from '@/lib/exports/dashboard-tables-rules';
import { type Locale, localePath } from '@/lib/i18n/locales';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';

/** Where the tables of a unit's dashboard are taken out: one of them, or all as a workbook. */
export function dashboardExportPath(
  locale: Locale,
  { level, code }: Pick<UnitNamed, 'level' | 'code'>,
  period: Period,
  one?: { table: DashboardTable; format: 'xlsx' | 'csv' },
): string {
  const query = new URLSearchParams({ level, code, period: periodText(period), ...one });
  return localePath(locale, `/dashboard/export?${query}`);
}

/** Where the work report of a unit is taken out. */
export function workReportPath(
  locale: Locale,
  { level, code }: Pick<UnitNamed, 'level' | 'code'>,
  period: Period,
): string {
  const query = new URLSearchParams({ level, code, period: periodText(period) });
  return localePath(locale, `/dashboard/work-report?${query}`);
}
