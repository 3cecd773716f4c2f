import 'server-only';
import { exportWords } from '@/app/[locale]/(workspace)/clinic-sessions/export/export-words';
import { drawCharts } from '@/app/[locale]/(workspace)/dashboard/draw-charts';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { MOST_IN_BACKGROUND, sessionListFile } from '@/lib/clinic-sessions/list-export';
import { parseSessionList, sessionListQuery } from '@/lib/clinic-sessions/list-schema';
import { now } from '@/lib/core/clock';
import { monthsText } from '@/lib/exports/about-rules';
import type { ExportMaker, ExportMakers } from '@/lib/exports/export-job';
import type { ExportKind } from '@/lib/exports/file-schema';
import { askedReports, findReportsUnit, workReportsMaker } from '@/lib/exports/work-reports';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';

// What can be made in the background: each kind reads the address it is asked for at, names the file, and makes it.

function askedSessions(query: string) {
  const { filter, columns } = parseSessionList(Object.fromEntries(new URLSearchParams(query)));
  return { filter, columns };
}

const makeSessions: ExportMaker = async (actor, query, language, progress) => {
  if (!mayI(actor, 'export', 'ClinicSession')) return null;
  const asked = askedSessions(query);
  const file = sessionListFile(actor, { ...asked, format: 'xlsx' }, await exportWords(actor, asked, language), {
    madeAt: now(),
    most: MOST_IN_BACKGROUND,
    onRows: (rows) => progress(rows, null),
  });
  const fileName = file.fileName.replace('clinic-sessions', language.text('exports.kind.clinic_sessions'));
  return { ...file, fileName, plainName: file.fileName };
};

export const EXPORT_MAKERS: ExportMakers = {
  clinic_sessions: makeSessions,
  work_reports: workReportsMaker(drawCharts),
};

/** What a file is called in the list, and the query it is made from; null for what the actor may not ask for. */
export async function describedExport(
  actor: Actor,
  kind: ExportKind,
  query: string,
  language: FileLanguage,
): Promise<{ label: string; query: string } | null> {
  if (kind === 'clinic_sessions') {
    if (!mayI(actor, 'export', 'ClinicSession')) return null;
    const asked = askedSessions(query);
    const { conditions } = await exportWords(actor, asked, language);
    const label = language.text('exports.files.label.sessions', { conditions });
    return { label: Array.from(label).slice(0, 200).join(''), query: sessionListQuery(asked) };
  }
  const asked = askedReports(query);
  const unit = asked && (await findReportsUnit(actor, asked));
  if (!asked || !unit) return null;
  const name = inLocale(language.locale, unit.name, unit.nameEn);
  return {
    label: language.text('exports.files.label.reports', { name, months: monthsText(asked.period, language) }),
    query,
  };
}
