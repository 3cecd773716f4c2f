import { notFound } from 'next/navigation';
import { askedView, given, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { fileResponse, noFile } from '@/app/[locale]/(workspace)/file-response';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import { exportFollowUps, exportMonitor } from '@/lib/exports/monitor-export';
import { EXPORT_FORMATS, type MadeFile } from '@/lib/exports/schema';
import { TABLE_NAMES, type TableName } from '@/lib/exports/table-schema';
import { exportTargets } from '@/lib/exports/targets-export';
import { exportView } from '@/lib/exports/view-export';
import { type FileLanguage, fileLanguage } from '@/lib/i18n/file-language';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { TARGET_STATES } from '@/lib/indicators/target-schema';
import { lastWeek, parseWeek } from '@/lib/indicators/week-rules';
import { parseMonitor } from '@/lib/monitor/filter-schema';
import { FOLLOW_UP_LISTS } from '@/lib/monitor/follow-up-schema';
import { exportStages } from '@/lib/registry/stages/stage-export';
import { stageFilterSchema } from '@/lib/registry/stages/stage-schema';

type Context = { params: Promise<{ locale: string }> };

/** The table of a page as a file, asked for by the page's own parameters; that it was made is in the trail. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await requireActor();
  const { locale } = await params;
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const table = TABLE_NAMES.find((one) => one === parameters.table);
  if (!table) notFound();
  const language = await fileLanguage(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const made = await make(table, parameters, language);
  return made.ok ? fileResponse(made.value) : noFile(made.error, language.text('exports.unavailable'));
}

async function make(table: TableName, parameters: Parameters, language: FileLanguage): Promise<Result<MadeFile>> {
  const actor = await requireActor();
  const today = dateInShanghai(now());
  const format = EXPORT_FORMATS.find((one) => one === parameters.format) ?? 'xlsx';
  switch (table) {
    case 'monitor': {
      const { date, filter } = parseMonitor(parameters, today);
      return await exportMonitor(actor, { date, filter, format }, language);
    }
    case 'follow-ups': {
      const list = FOLLOW_UP_LISTS.find((one) => one === parameters.list) ?? 'mine';
      return await exportFollowUps(actor, { list, format }, language);
    }
    case 'targets': {
      const state = TARGET_STATES.find((one) => one === parameters.state) ?? 'running';
      return await exportTargets(actor, { state, format }, language);
    }
    case 'stages':
      return await exportStages(actor, { kind: stageFilterSchema.parse(parameters).kind, format }, language);
    default: {
      const { unit, period } = await askedView(parameters);
      const week = parseWeek(given(parameters, 'week') ?? '', today) ?? lastWeek(today);
      return await exportView(actor, { view: table, unit, period, week, format }, language);
    }
  }
}
