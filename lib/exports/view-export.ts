import 'server-only';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, type Result } from '@/lib/core/result';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { getCoverage } from '@/lib/indicators/coverage-queries';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import { getQuality } from '@/lib/indicators/quality-queries';
import type { Unit } from '@/lib/indicators/schema';
import { getSurvival } from '@/lib/indicators/survival-queries';
import { getUnitView, type UnitView } from '@/lib/indicators/view-queries';
import { getWeekDigest } from '@/lib/indicators/week-queries';
import type { Week } from '@/lib/indicators/week-schema';
import { type Fact, meaningsTable, monthsText, originFacts } from './about-rules';
import type { ExportFormat, MadeFile } from './schema';
import { tableFile } from './table-file';
import type { ViewName } from './table-schema';
import { coverageTables, qualityTables, survivalTables, type ViewTables } from './view-tables-rules';
import { weekTables } from './week-tables-rules';

/** A view of a unit: of a period, the digest of a week. */
export type ViewExport = { view: ViewName; unit: Unit; period: Period; week: Week; format: ExportFormat };

/**
 * The tables of one of a unit's views as a file, from the object that its page is made from.
 * @returns NOT_FOUND for a unit that is not there, out of scope, or not the reader's to take out; UNAVAILABLE without the
 * database
 */
export async function exportView(actor: Actor, asked: ViewExport, language: FileLanguage): Promise<Result<MadeFile>> {
  if (!mayI(actor, 'export', 'ActivityMonth')) return err({ code: 'NOT_FOUND' });
  const [heading, made] = await Promise.all([getUnitView(actor, asked), tablesOf(actor, asked, language)]);
  if (!heading || !made) return err({ code: 'NOT_FOUND' });
  const { view, week, period, format } = asked;
  const { level, code } = heading.unit;
  const t = language.text;
  const time = view === 'week' ? week.from : periodText(period);
  const name = inLocale(language.locale, heading.unit.name, heading.unit.nameEn);
  const maker = { name: actor.displayName, role: actor.role, at: now() };
  const file = {
    trail: { label: 'View', after: { view, level, code, period: time } },
    names: { fileName: [name, t(`views.${view}.tab`), time].join('-'), plainName: [view, code, time].join('-') },
    tables: made.tables,
    definitions: meaningsTable(made.meanings, language),
    facts: [...unitFacts(heading, asked, language), ...originFacts(heading.demonstration, maker, language)],
  };
  return await tableFile(actor, file, format, language);
}

async function tablesOf(actor: Actor, asked: ViewExport, language: FileLanguage): Promise<ViewTables | null> {
  switch (asked.view) {
    case 'coverage': {
      const coverage = await getCoverage(actor, asked);
      return coverage && coverageTables(coverage, language);
    }
    case 'quality': {
      const quality = await getQuality(actor, asked);
      return quality && qualityTables(quality, language);
    }
    case 'survival': {
      const survival = await getSurvival(actor, asked);
      return survival && survivalTables(survival, language);
    }
    case 'week': {
      const digest = await getWeekDigest(actor, asked);
      return digest && weekTables(digest, language);
    }
  }
}

function unitFacts({ unit, path, asOf }: UnitView, { view, period, week }: ViewExport, language: FileLanguage): Fact[] {
  const { text: t, locale } = language;
  const steps = path.map((step) => inLocale(locale, step.unit.name, step.unit.nameEn));
  return [
    [t('exports.about.table'), t(`views.${view}.tab`)],
    [t('exports.about.unit'), inLocale(locale, unit.name, unit.nameEn)],
    [t('exports.about.path'), steps.join(t('exports.about.step'))],
    [
      t('exports.about.period'),
      view === 'week' ? t('exports.about.days', { from: week.from, to: week.to }) : monthsText(period, language),
    ],
    [t('exports.about.filters'), t('exports.about.noFilters')],
    ...(view === 'week' ? [] : [[t('exports.about.asOf'), asOf] as const]),
  ];
}
