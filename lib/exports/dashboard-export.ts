import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, type Result } from '@/lib/core/result';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { periodText } from '@/lib/indicators/period-rules';
import { dashboardFacts, definitionsTable } from './about-rules';
import { type DashboardTable, dashboardTables } from './dashboard-tables-rules';
import type { DashboardExport, MadeFile } from './schema';
import { tableFile } from './table-file';

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
  const { level, code } = dashboard.unit;
  const maker = { name: actor.displayName, role: actor.role, at: now() };
  const file = {
    trail: { label: 'Dashboard', after: { level, code, period: periodText(period), table } },
    names: namesOf(dashboard, table, language),
    tables,
    definitions: definitionsTable(dashboard, language),
    facts: dashboardFacts(dashboard, maker, language),
  };
  return await tableFile(actor, file, format, language);
}

function namesOf({ unit, period }: Dashboard, table: DashboardTable | null, language: FileLanguage) {
  const name = inLocale(language.locale, unit.name, unit.nameEn);
  const title = language.text(table ? `exports.sheet.${table}` : 'dashboard.name');
  return {
    fileName: [name, title, periodText(period)].join('-'),
    plainName: ['dashboard', unit.code, ...(table ? [table] : []), periodText(period)].join('-'),
  };
}
