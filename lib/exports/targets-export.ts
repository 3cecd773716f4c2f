import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { err, type Result } from '@/lib/core/result';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { isDemonstration } from '@/lib/indicators/demonstration';
import { listTargets } from '@/lib/indicators/target-queries';
import type { TargetRow, TargetState } from '@/lib/indicators/target-schema';
import { type Fact, indicatorsMeant, originFacts } from './about-rules';
import type { ExportFormat, MadeFile } from './schema';
import { tableFile } from './table-file';
import {
  dateColumn,
  type FileTable,
  figureValue,
  indicatorNumber,
  longColumn,
  numberColumn,
  textColumn,
} from './table-rules';

/**
 * The targets of the reader's units in one state as a file, with how far each unit is from them.
 * @returns NOT_FOUND for roles that take no figures out; UNAVAILABLE without the database
 */
export async function exportTargets(
  actor: Actor,
  { state, format }: { state: TargetState; format: ExportFormat },
  language: FileLanguage,
): Promise<Result<MadeFile>> {
  if (!mayI(actor, 'export', 'ActivityMonth')) return err({ code: 'NOT_FOUND' });
  const rows = await listTargets(actor, { state });
  const t = language.text;
  const [today, shown] = [dateInShanghai(now()), t(`targets.state.${state}`)];
  const definitions = new Map(rows.map(({ definition }) => [`${definition.id}/${definition.version}`, definition]));
  const maker = { name: actor.displayName, role: actor.role, at: now() };
  const file = {
    trail: { label: 'Targets', after: { state } },
    names: { fileName: [t('targets.title'), shown, today].join('-'), plainName: `targets-${state}-${today}` },
    tables: [targetTable(rows, language)],
    definitions: indicatorsMeant([...definitions.values()], language),
    facts: [
      [t('exports.about.table'), t('targets.title')],
      [t('exports.about.filters'), shown],
      [t('exports.about.asOf'), today],
      ...originFacts(await isDemonstration(), maker, language),
    ] satisfies Fact[],
  };
  return await tableFile(actor, file, format, language);
}

function targetTable(rows: readonly TargetRow[], language: FileLanguage): FileTable {
  const { text: t, locale } = language;
  const column = (key: string) => t(`targets.column.${key}`);
  return {
    id: 'targets',
    name: t('exports.view.targets'),
    columns: [
      textColumn(column('unit'), 36),
      textColumn(column('indicator'), 30),
      dateColumn(t('exports.view.from')),
      dateColumn(t('exports.view.to')),
      textColumn(t('exports.definition.direction'), 12),
      numberColumn(column('target')),
      numberColumn(column('actual')),
      numberColumn(t('exports.view.left')),
      textColumn(t('exports.view.reached'), 10),
      longColumn(column('source'), 40),
      longColumn(column('reason'), 40),
      textColumn(column('setBy'), 18),
    ],
    rows: rows.map(({ unit, definition, figure, distance, ...row }) => [
      inLocale(locale, unit.name, unit.nameEn),
      inLocale(locale, definition.name, definition.nameEn),
      row.periodFrom,
      row.periodTo,
      t(`exports.direction.${definition.goodDirection}`),
      indicatorNumber(row.value, definition),
      figure
        ? figureValue(figure, definition, language)
        : t(row.state === 'coming' ? 'targets.notBegun' : 'targets.notOpen'),
      distance && indicatorNumber(distance.left, definition),
      distance && t(distance.reached ? 'targets.reached' : 'exports.view.notReached'),
      row.source,
      row.reason,
      row.setByName,
    ]),
  };
}
