import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import type { IndicatorDefinition } from '@/lib/indicators/schema';
import { MONTH_COUNTS } from './dashboard-tables-rules';
import type { FileTable } from './table-rules';

// What a file of a dashboard says about itself: whose figures of when, and what each of them means.

/** Who made a file, and when. */
export type Maker = { name: string; role: string; at: Date };

export type Fact = readonly [label: string, text: string];

/** A period in whole months: 2026-07 to 2026-09. */
export function monthsText({ from, to }: Period, { text }: FileLanguage): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return first === last ? first : text('exports.about.months', { first, last });
}

/** Unit, period, what it is compared with, date of reading, kind of data, maker. */
export function dashboardFacts(dashboard: Dashboard, made: Maker, language: FileLanguage): Fact[] {
  const t = language.text;
  const { unit, path, period, previous, yearBefore, asOf, computedAt } = dashboard;
  const name = (one: Dashboard['unit']) => inLocale(language.locale, one.name, one.nameEn);
  return [
    [t('exports.about.unit'), name(unit)],
    [t('exports.about.path'), path.map((step) => name(step.unit)).join(t('exports.about.step'))],
    [t('exports.about.level'), t(`exports.level.${unit.level}`)],
    [
      t('exports.about.period'),
      t('exports.about.periodText', { months: monthsText(period, language), address: periodText(period) }),
    ],
    [t('exports.about.previous'), monthsText(previous, language)],
    [t('exports.about.yearBefore'), monthsText(yearBefore, language)],
    [t('exports.about.filters'), t('exports.about.noFilters')],
    [t('exports.about.asOf'), asOf],
    [t('exports.about.computedAt'), language.instant(new Date(computedAt))],
    ...originFacts(dashboard.demonstration, made, language),
    [t('exports.about.missing'), t('exports.about.missingText')],
  ];
}

/** Whether the figures are made up, and who took them out when. */
export function originFacts(
  demonstration: boolean,
  { at, name, role }: Maker,
  { text: t, instant }: FileLanguage,
): Fact[] {
  return [
    [t('exports.about.data'), t(demonstration ? 'exports.about.demonstration' : 'exports.about.own')],
    [t('exports.about.made'), t('exports.about.madeText', { at: instant(at), name, role: t(`accounts.role.${role}`) })],
  ];
}

/** The facts as a sheet. */
export function factsTable(facts: readonly Fact[], { text }: FileLanguage): FileTable {
  return {
    id: 'about',
    name: text('exports.sheet.about'),
    columns: [
      { header: text('exports.about.fact'), kind: 'text', width: 20 },
      { header: text('exports.about.says'), kind: 'text', width: 90, wrap: true },
    ],
    rows: facts,
  };
}

/** What columns and words of a table mean, where they are no indicators. */
export function meaningsTable(meanings: readonly Fact[], { text: t }: FileLanguage): FileTable {
  return {
    id: 'definitions',
    name: t('exports.sheet.definitions'),
    columns: [
      { header: t('exports.definition.name'), kind: 'text', width: 28, wrap: true },
      { header: t('exports.definition.tells'), kind: 'text', width: 90, wrap: true },
    ],
    rows: meanings,
  };
}

/** The words of every indicator of a dashboard, then those of the counts that are no indicators. */
export function definitionsTable({ tiles }: Pick<Dashboard, 'tiles'>, language: FileLanguage): FileTable {
  const table = indicatorsMeant(
    tiles.map(({ definition }) => definition),
    language,
  );
  const t = language.text;
  const counts = MONTH_COUNTS.map((name) => [
    t(`exports.month.${name}.name`),
    t(`exports.month.${name}.meaning`),
    null,
    null,
    t('exports.unit.count'),
    null,
    t('exports.source.computed'),
  ]);
  return { ...table, rows: [...table.rows, ...counts] };
}

/** The words of indicators as a sheet. */
export function indicatorsMeant(
  definitions: readonly IndicatorDefinition[],
  { text: t, locale }: FileLanguage,
): FileTable {
  const column = (key: string, width: number) =>
    ({ header: t(`exports.definition.${key}`), kind: 'text', width, wrap: true }) as const;
  return {
    id: 'definitions',
    name: t('exports.sheet.definitions'),
    columns: [
      column('name', 28),
      column('tells', 44),
      column('numerator', 34),
      column('denominator', 30),
      column('unit', 10),
      column('direction', 12),
      column('source', 14),
      column('matters', 50),
      { header: t('exports.definition.version'), kind: 'number', width: 8 },
      { header: t('exports.definition.reviewedOn'), kind: 'date', width: 13 },
      { header: t('exports.definition.nextReviewOn'), kind: 'date', width: 13 },
      column('author', 20),
      column('reviewer', 20),
    ],
    rows: definitions.map((d) => [
      inLocale(locale, d.name, d.nameEn),
      inLocale(locale, d.tells, d.tellsEn),
      inLocale(locale, d.numerator, d.numeratorEn),
      d.denominator && inLocale(locale, d.denominator, d.denominatorEn ?? d.denominator),
      t(`exports.unit.${d.unit}`),
      t(`exports.direction.${d.goodDirection}`),
      t(`exports.source.${d.source}`),
      inLocale(locale, d.matters, d.mattersEn),
      d.version,
      d.reviewedOn,
      d.nextReviewOn,
      d.author,
      d.reviewer,
    ]),
  };
}
