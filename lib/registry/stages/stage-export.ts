import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { err, type Result } from '@/lib/core/result';
import { type Fact, meaningsTable, originFacts } from '@/lib/exports/about-rules';
import type { ExportFormat, MadeFile } from '@/lib/exports/schema';
import { tableFile } from '@/lib/exports/table-file';
import { countValue, type FileTable, numberColumn, textColumn } from '@/lib/exports/table-rules';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { isDemonstration } from '@/lib/indicators/demonstration';
import { reachedIn } from './stage-month-rules';
import { getStageMonths } from './stage-months';
import { STAGES, type StageKind, type StageMonths } from './stage-schema';

/**
 * Progress of a kind by month and district as a file.
 * @returns NOT_FOUND for roles that keep no stages; UNAVAILABLE without the database
 */
export async function exportStages(
  actor: Actor,
  { kind, format }: { kind: StageKind; format: ExportFormat },
  language: FileLanguage,
): Promise<Result<MadeFile>> {
  const months = await getStageMonths(actor, kind);
  if (!months) return err({ code: 'NOT_FOUND' });
  const t = language.text;
  const today = dateInShanghai(now());
  const title = t(`stages.kind.${kind}`);
  const file = {
    trail: { label: 'Stages', after: { kind } },
    names: { fileName: [t('stages.months.title'), title, today].join('-'), plainName: `stages-${kind}-${today}` },
    tables: [monthsTable(months, language)],
    definitions: meaningsTable(
      [
        ...STAGES.map((stage): Fact => [t(`stages.stage.${stage}`), t(`stages.means.${stage}`)]),
        [t('stages.months.opened'), t('stages.months.note')],
        [t('stages.months.reached'), t(`stages.months.counted.${kind}`)],
      ],
      language,
    ),
    facts: [
      [t('exports.about.table'), t('stages.months.title')],
      [t('exports.about.filters'), title],
      [t('exports.about.asOf'), today],
      ...originFacts(await isDemonstration(), { name: actor.displayName, role: actor.role, at: now() }, language),
    ] satisfies Fact[],
  };
  return await tableFile(actor, file, format, language);
}

function monthsTable({ kind, whole, districts }: StageMonths, { text: t, locale }: FileLanguage): FileTable {
  return {
    id: 'stages',
    name: t('stages.months.title'),
    columns: [
      textColumn(t('stages.months.unit'), 16),
      textColumn(t('stages.months.month'), 10),
      ...STAGES.map((stage) => numberColumn(t(`stages.stage.${stage}`))),
      ...(['opened', 'closedIn', 'reached', 'target'] as const).map((key) => numberColumn(t(`stages.months.${key}`))),
    ],
    rows: [whole, ...districts].flatMap(({ district, points, target }) =>
      points.map((point) => [
        district ? inLocale(locale, district.name, district.nameEn) : t('stages.months.whole'),
        point.month.slice(0, 7),
        ...STAGES.map((stage) => countValue(point[stage])),
        ...[point.opened, point.closedIn, reachedIn(kind, point)].map(countValue),
        target ? countValue(target.value) : null,
      ]),
    ),
  };
}
