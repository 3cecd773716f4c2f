import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { CSV_START, csvLine } from '@/lib/core/csv';
import { err, ok, type Result } from '@/lib/core/result';
import { xlsxStream } from '@/lib/core/xlsx';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { periodText } from '@/lib/indicators/period-rules';
import { dashboardFacts, definitionsTable, factsTable, type Maker } from './about-rules';
import { type DashboardTable, dashboardTables } from './dashboard-tables-rules';
import { recordExport } from './export-trail';
import { CONTENT_TYPES, type DashboardExport, type MadeFile } from './schema';
import { type FileTable, plainValue, sheetOf } from './table-rules';

/**
 * The tables of a dashboard as a file, from the object that its page is made from; that it was made is recorded first.
 * @returns NOT_FOUND for a unit or a table that is not there, out of scope, or not the reader's to take out; UNAVAILABLE
 * without the database
 */
export async function exportDashboard(
  actor: Actor,
  { unit, period, table, format }: DashboardExport,
  language: FileLanguage,
): Promise<Result<MadeFile>> {
  if (!mayI(actor, 'export', 'ActivityMonth')) return err({ code: 'NOT_FOUND' });
  const dashboard = await getDashboard(actor, { unit, period });
  if (!dashboard) return err({ code: 'NOT_FOUND' });
  const tables = dashboardTables(dashboard, language).filter(({ id }) => table === null || id === table);
  const [first] = tables;
  if (!first) return err({ code: 'NOT_FOUND' });
  const { level, code } = dashboard.unit;
  const recorded = await recordExport(actor, 'Dashboard', { level, code, period: periodText(period), table, format });
  if (!recorded.ok) return recorded;
  const maker = { name: actor.displayName, role: actor.role, at: now() };
  const { fileName, plainName } = namesOf(dashboard, table, language);
  return ok({
    fileName: `${fileName}.${format}`,
    plainName: `${plainName}.${format}`,
    contentType: CONTENT_TYPES[format],
    body: format === 'csv' ? csvBytes(first, language) : xlsxStream(sheetsOf(dashboard, tables, maker, language)),
  });
}

/** The first table, what its indicators mean, the other tables, and what the file is about. */
function sheetsOf(dashboard: Dashboard, tables: readonly FileTable[], maker: Maker, language: FileLanguage) {
  const [first, ...others] = tables.map(sheetOf);
  const about = sheetOf(factsTable(dashboardFacts(dashboard, maker, language), language));
  return [
    ...(first ? [first] : []),
    sheetOf(definitionsTable(dashboard, language)),
    ...others,
    { ...about, table: false, named: false },
  ];
}

function namesOf({ unit, period }: Dashboard, table: DashboardTable | null, language: FileLanguage) {
  const name = inLocale(language.locale, unit.name, unit.nameEn);
  const title = language.text(table ? `exports.sheet.${table}` : 'dashboard.name');
  return {
    fileName: [name, title, periodText(period)].join('-'),
    plainName: ['dashboard', unit.code, ...(table ? [table] : []), periodText(period)].join('-'),
  };
}

async function* csvBytes({ columns, rows }: FileTable, language: FileLanguage): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_START + csvLine(columns.map(({ header }) => header)));
  yield Buffer.from(rows.map((row) => csvLine(row.map((value) => plainValue(value, language)))).join(''));
}
