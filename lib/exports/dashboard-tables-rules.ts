import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { ChildRow, Dashboard, FourNumbers, MonthPoint, Tile } from '@/lib/indicators/dashboard-schema';
import type { Figure, IndicatorDefinition } from '@/lib/indicators/schema';
import {
  countValue,
  dateColumn,
  type FileTable,
  figureValue,
  indicatorNumber,
  numberColumn,
  textColumn,
} from './table-rules';

// The tables of a dashboard, from the object that its page is made from.

export const DASHBOARD_TABLES = ['indicators', 'four', 'alliances', 'parts', 'peers', 'months'] as const;
export type DashboardTable = (typeof DASHBOARD_TABLES)[number];

export const FOUR_NUMBERS = ['expected', 'logged', 'held', 'confirmed'] as const satisfies (keyof FourNumbers)[];
/** What the months tell, in the order of the page. */
export const MONTH_COUNTS = [
  'expected',
  'logged',
  'held',
  'confirmed',
  'extra',
  'visitsNew',
  'visitsReturn',
  'expertPlanned',
  'expertSubstitute',
  'expertAbsent',
  'withTrainee',
  'traineeLed',
  'loggedAll',
  'onTime',
  'disputed',
  'returned',
] as const satisfies (keyof MonthPoint)[];

/** The tables that a dashboard has, in the order of its page; one without rows is left out. */
export function dashboardTables(dashboard: Dashboard, language: FileLanguage): FileTable[] {
  const { alliances, children, tiles } = dashboard;
  const tables: Record<DashboardTable, FileTable> = {
    indicators: indicatorsTable(dashboard, language),
    four: fourTable(dashboard, language),
    alliances: partsTable('alliances', alliances, tiles, language),
    parts: partsTable('parts', children, tiles, language),
    peers: peersTable(dashboard, language),
    months: monthsTable(dashboard, language),
  };
  return DASHBOARD_TABLES.map((id) => tables[id]).filter(({ rows }) => rows.length > 0);
}

function nameOf(table: DashboardTable, language: FileLanguage): Pick<FileTable, 'id' | 'name'> {
  return { id: table, name: language.text(`exports.sheet.${table}`) };
}

function indicatorsTable({ tiles, asOf }: Dashboard, language: FileLanguage): FileTable {
  const t = language.text;
  const value = (figure: Figure, { definition }: Tile) => figureValue(figure, definition, language);
  return {
    ...nameOf('indicators', language),
    columns: [
      textColumn(t('exports.column.indicator'), 30),
      numberColumn(t('exports.column.value')),
      textColumn(t('exports.column.unit'), 10),
      numberColumn(t('exports.column.numerator')),
      numberColumn(t('exports.column.denominator')),
      numberColumn(t('exports.column.previous')),
      numberColumn(t('exports.column.yearBefore')),
      numberColumn(t('exports.column.target')),
      dateColumn(t('exports.column.targetUntil')),
      dateColumn(t('exports.column.asOf')),
    ],
    rows: tiles.map((tile) => {
      const { definition, figure, target } = tile;
      return [
        inLocale(language.locale, definition.name, definition.nameEn),
        value(figure, tile),
        t(`exports.unit.${definition.unit}`),
        countValue(figure.numerator),
        countValue(figure.denominator),
        value(tile.previous, tile),
        value(tile.yearBefore, tile),
        target && indicatorNumber(target.value, definition),
        target?.periodTo ?? null,
        asOf,
      ];
    }),
  };
}

function fourTable({ fourNumbers, fourNumbersBefore }: Dashboard, language: FileLanguage): FileTable {
  const t = language.text;
  return {
    ...nameOf('four', language),
    columns: [
      textColumn(t('exports.column.number'), 16),
      numberColumn(t('exports.column.value')),
      numberColumn(t('exports.column.ofAbove')),
      numberColumn(t('exports.column.previous')),
    ],
    rows: [...FOUR_NUMBERS, 'extra' as const].map((name, index) => {
      const above = name === 'extra' ? undefined : FOUR_NUMBERS[index - 1];
      const whole = above ? fourNumbers[above] : 0;
      return [
        t(name === 'extra' ? 'dashboard.months.extra' : `dashboard.four.${name}`),
        countValue(fourNumbers[name]),
        whole > 0 ? { value: fourNumbers[name] / whole, decimals: 1, percent: true } : null,
        countValue(fourNumbersBefore[name]),
      ];
    }),
  };
}

/** The indicators that are told of parts: a part may be of a level where one is not counted. */
export function toldOfParts(rows: readonly ChildRow[], tiles: readonly Tile[]): IndicatorDefinition[] {
  return tiles
    .map(({ definition }) => definition)
    .filter(({ id }) => rows.some(({ figures }) => figures[id].missing !== 'not_at_this_level'));
}

function partsTable(
  id: 'alliances' | 'parts',
  rows: readonly ChildRow[],
  tiles: readonly Tile[],
  language: FileLanguage,
): FileTable {
  const t = language.text;
  const { locale } = language;
  // the four numbers stand in columns of their own
  const told = toldOfParts(rows, tiles).filter((one) => !one.id.startsWith('sessions_'));
  return {
    ...nameOf(id, language),
    columns: [
      textColumn(t('dashboard.parts.unit'), 34),
      ...FOUR_NUMBERS.map((name) => numberColumn(t(`dashboard.four.${name}`))),
      numberColumn(t('dashboard.months.extra')),
      ...told.map(({ name, nameEn }) => numberColumn(inLocale(locale, name, nameEn))),
    ],
    rows: rows.map(({ unit, fourNumbers, figures }) => [
      inLocale(locale, unit.name, unit.nameEn),
      ...FOUR_NUMBERS.map((name) => countValue(fourNumbers[name])),
      countValue(fourNumbers.extra),
      ...told.map((definition) => figureValue(figures[definition.id], definition, language)),
    ]),
  };
}

const BAND = ['least', 'lowerQuartile', 'median', 'upperQuartile', 'most'] as const;

function peersTable({ peers, tiles }: Dashboard, language: FileLanguage): FileTable {
  const t = language.text;
  return {
    ...nameOf('peers', language),
    columns: [
      textColumn(t('dashboard.peers.indicator'), 30),
      numberColumn(t('exports.column.peers')),
      numberColumn(t('dashboard.peers.own')),
      ...BAND.map((name) => numberColumn(t(`dashboard.peers.${name}`))),
    ],
    rows: peers.flatMap((band) => {
      const definition = tiles.find((tile) => tile.definition.id === band.indicatorId)?.definition;
      if (!definition) return [];
      return [
        [
          inLocale(language.locale, definition.name, definition.nameEn),
          countValue(band.count),
          band.own === null ? t('dashboard.missing.not_given') : indicatorNumber(band.own, definition),
          ...BAND.map((name) => indicatorNumber(band[name], definition)),
        ],
      ];
    }),
  };
}

function monthsTable({ months }: Dashboard, language: FileLanguage): FileTable {
  const t = language.text;
  return {
    ...nameOf('months', language),
    columns: [
      textColumn(t('dashboard.months.month'), 11),
      ...MONTH_COUNTS.map((name) => numberColumn(t(`exports.month.${name}.name`))),
    ],
    rows: months.map((month) => [month.month.slice(0, 7), ...MONTH_COUNTS.map((name) => countValue(month[name]))]),
  };
}
