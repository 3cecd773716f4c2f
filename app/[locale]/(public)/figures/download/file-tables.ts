import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { XlsxColumn } from '@/lib/core/xlsx';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import { periodText } from '@/lib/indicators/period-rules';
import { publicRows } from '@/lib/indicators/public-figures-rules';
import type { PublicFigures } from '@/lib/indicators/public-figures-schema';
import { listSubdistrictResidents } from '@/lib/indicators/public-queries';
import { getNetworkTotals } from '@/lib/public-directory/public-queries';

// The tables of the public figures as a file says them, in the language of whoever asks.

type Cell = string | number | null;
/** A table without dates of Excel's own: CSV writes the very same cells. */
export type FileTable = { name: string; columns: readonly XlsxColumn[]; rows: readonly (readonly Cell[])[] };

async function wordsIn(locale: Locale) {
  const words = async (namespace: 'figures' | 'counting' | 'terms' | 'data.figures') =>
    await getTranslations({ locale, namespace });
  const [figures, counting, terms, data] = await Promise.all([
    words('figures'),
    words('counting'),
    words('terms'),
    words('data.figures'),
  ]);
  return { figures, counting, terms, data };
}
type Words = Awaited<ReturnType<typeof wordsIn>>;

/** Text columns are so wide, columns of numbers as wide as their heading. */
function columnsOf({ figures: t }: Words, names: readonly (readonly [string, 'text' | 'number', number])[]) {
  return names.map(([name, kind, width]): XlsxColumn => ({ header: t(`column.${name}`), kind, width }));
}

function figureTable(figures: PublicFigures, words: Words, locale: Locale): FileTable {
  const { figures: t, counting, terms } = words;
  const quarter = periodText(figures.quarter);
  const data = figures.demonstration ? terms('origin.demonstration') : '';
  return {
    name: t('file.figures'),
    columns: columnsOf(words, [
      ['quarter', 'text', 10],
      ['level', 'text', 12],
      ['code', 'text', 10],
      ['unit', 'text', 28],
      ['id', 'text', 26],
      ['indicator', 'text', 30],
      ['value', 'number', 12],
      ['measure', 'text', 26],
      ['numerator', 'number', 12],
      ['denominator', 'number', 12],
      ['remark', 'text', 24],
      ['version', 'number', 8],
      ['data', 'text', 18],
    ]),
    rows: publicRows(figures).map(({ unit, definition, figure }) => [
      quarter,
      counting(`level.${unit.level}`),
      unit.code,
      inLocale(locale, unit.name, unit.nameEn),
      definition.id,
      inLocale(locale, definition.name, definition.nameEn),
      figure.value,
      counting(`unit.${definition.unit}`, { decimals: definition.decimals }),
      figure.numerator,
      figure.denominator,
      figure.missing ? t(`missing.${figure.missing}`) : '',
      definition.version,
      data,
    ]),
  };
}

async function totalsTable(words: Words): Promise<FileTable> {
  const { figures } = await getNetworkTotals();
  return {
    name: words.figures('file.published'),
    columns: columnsOf(words, [
      ['indicator', 'text', 36],
      ['published', 'number', 12],
      ['planned', 'number', 12],
      ['year', 'text', 8],
      ['source', 'text', 60],
      ['counted', 'number', 14],
      ['data', 'text', 18],
    ]),
    rows: figures.map(({ key, published, target, counted, origin }) => [
      words.data(`key.${key}`),
      published?.value ?? null,
      target?.value ?? null,
      published?.asOf ?? '',
      published?.source ?? '',
      counted,
      words.terms(`origin.${origin}`),
    ]),
  };
}

async function residentsTable(words: Words, locale: Locale): Promise<FileTable> {
  const rows = await listSubdistrictResidents();
  return {
    name: words.figures('file.residents'),
    columns: columnsOf(words, [
      ['code', 'text', 12],
      ['subdistrict', 'text', 28],
      ['district', 'text', 20],
      ['year', 'number', 8],
      ['residents', 'number', 12],
      ['residents65', 'number', 14],
      ['source', 'text', 50],
      ['data', 'text', 18],
    ]),
    rows: rows.map((row) => [
      row.code,
      inLocale(locale, row.name, row.nameEn),
      inLocale(locale, row.district.name, row.district.nameEn),
      row.year,
      row.residents,
      row.residents65,
      row.source,
      words.terms(`origin.${row.origin}`),
    ]),
  };
}

function definitionTable({ definitions }: PublicFigures, words: Words, locale: Locale): FileTable {
  const { counting } = words;
  const terms = ['tells', 'matters', 'numerator', 'denominator', 'query', 'unit', 'direction', 'version'] as const;
  return {
    name: words.figures('file.definitions'),
    columns: [
      ...columnsOf(words, [['indicator', 'text', 30]]),
      ...terms.map((term): XlsxColumn => ({ header: counting(`term.${term}`), kind: 'text', width: 40 })),
    ],
    rows: definitions.map((one) => [
      inLocale(locale, one.name, one.nameEn),
      inLocale(locale, one.tells, one.tellsEn),
      inLocale(locale, one.matters, one.mattersEn),
      inLocale(locale, one.numerator, one.numeratorEn),
      one.denominator === null ? '' : inLocale(locale, one.denominator, one.denominatorEn),
      counting(`query.${one.id}`),
      counting(`unit.${one.unit}`, { decimals: one.decimals }),
      counting(`direction.${one.goodDirection}`),
      counting('versionBy', { version: one.version, author: one.author, reviewer: one.reviewer }),
    ]),
  };
}

/** The figures first, then published totals, residents where they were given, the definitions, and what to know. */
export async function figureTables(figures: PublicFigures, locale: Locale): Promise<[FileTable, ...FileTable[]]> {
  const words = await wordsIn(locale);
  const residents = await residentsTable(words, locale);
  const { figures: t } = words;
  const about: FileTable = {
    name: t('file.about'),
    columns: [{ header: t('file.about'), kind: 'text', width: 100 }],
    rows: [
      [t('lead')],
      [t('file.asOf', { date: figures.asOf })],
      [t('withheldNote')],
      ...(figures.demonstration ? [[t('file.demonstration')]] : []),
    ],
  };
  return [
    figureTable(figures, words, locale),
    await totalsTable(words),
    ...(residents.rows.length > 0 ? [residents] : []),
    definitionTable(figures, words, locale),
    about,
  ];
}
