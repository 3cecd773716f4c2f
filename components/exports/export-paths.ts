import type { DashboardTable } from '@/lib/exports/dashboard-tables-rules';
import type { ExportKind } from '@/lib/exports/file-schema';
import type { ExportFormat } from '@/lib/exports/schema';
import type { TableName } from '@/lib/exports/table-schema';
import { type Locale, localePath } from '@/lib/i18n/locales';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';

/** Where the tables of a unit's dashboard are taken out: one of them, or all as a workbook. */
export function dashboardExportPath(
  locale: Locale,
  { level, code }: Pick<UnitNamed, 'level' | 'code'>,
  period: Period,
  one?: { table: DashboardTable; format: ExportFormat },
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

/** The files of one's own that are made in the background; it may say what was just done. */
export function exportsPath(locale: Locale, said?: { done: 'requested' | 'cancelled' } | { problem: 'many' }): string {
  return localePath(locale, said ? `/exports?${new URLSearchParams(said)}` : '/exports');
}

/** Where a file in the background is asked for; `query` is the address of what it is made of. */
export function newExportPath(locale: Locale, kind: ExportKind, query: string): string {
  return localePath(locale, `/exports/new?${new URLSearchParams({ kind, query })}`);
}

/** Where the work reports of a unit and its parts are asked for. */
export function workReportsPath(
  locale: Locale,
  { level, code }: Pick<UnitNamed, 'level' | 'code'>,
  period: Period,
): string {
  return newExportPath(
    locale,
    'work_reports',
    new URLSearchParams({ level, code, period: periodText(period) }).toString(),
  );
}

/** Where a file that is ready is fetched. */
export function exportFilePath(locale: Locale, id: string): string {
  return localePath(locale, `/exports/file?id=${id}`);
}

/** Where a chart of a unit's dashboard is taken out as a picture. */
export function chartPath(
  locale: Locale,
  { level, code }: Pick<UnitNamed, 'level' | 'code'>,
  period: Period,
  picture: Readonly<Record<string, string>> & { chart: string; format: 'png' | 'svg' },
): string {
  const query = new URLSearchParams({ level, code, period: periodText(period), ...picture });
  return localePath(locale, `/dashboard/chart?${query}`);
}

/** Where the table of a page beside the dashboards is taken out; `asked` are the page's own parameters. */
export function tableExportPath(
  locale: Locale,
  table: TableName,
  asked: Readonly<Record<string, string>>,
  format: ExportFormat,
): string {
  return localePath(locale, `/exports/table?${new URLSearchParams({ ...asked, table, format })}`);
}
