import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { periodText } from '@/lib/indicators/period-rules';
import type { PaperPicture } from './document-rules';
import { recordExport } from './export-trail';
import { CONTENT_TYPES, type DashboardExport, type MadeFile } from './schema';
import { wordFile } from './word-document';
import { workReport } from './work-report-rules';

/** Draws the charts of a dashboard for paper; components know how, lib does not. */
export type DrawCharts = (dashboard: Dashboard, language: FileLanguage) => Promise<readonly PaperPicture[]>;

/**
 * The work report of a unit in a period as a Word file, from the object that its dashboard is made from; that it was made
 * is recorded first.
 * @returns NOT_FOUND for a unit that is not there, out of scope, or not the reader's to take out; UNAVAILABLE without the
 * database
 */
export async function exportWorkReport(
  actor: Actor,
  { unit, period }: Pick<DashboardExport, 'unit' | 'period'>,
  language: FileLanguage,
  draw: DrawCharts,
): Promise<Result<MadeFile>> {
  if (!mayI(actor, 'export', 'ActivityMonth')) return err({ code: 'NOT_FOUND' });
  const dashboard = await getDashboard(actor, { unit, period });
  if (!dashboard) return err({ code: 'NOT_FOUND' });
  const { level, code, name, nameEn } = dashboard.unit;
  const recorded = await recordExport(actor, 'WorkReport', { level, code, period: periodText(period), format: 'docx' });
  if (!recorded.ok) return recorded;
  const made = { name: actor.displayName, role: actor.role, at: now() };
  const pictures = await draw(dashboard, language);
  const bytes = await wordFile(workReport(dashboard, language, made, pictures), language);
  const title = language.text('work-report.fileTitle');
  return ok({
    fileName: `${[inLocale(language.locale, name, nameEn), title, periodText(period)].join('-')}.docx`,
    plainName: `work-report-${code}-${periodText(period)}.docx`,
    contentType: CONTENT_TYPES.docx,
    body: once(bytes),
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
