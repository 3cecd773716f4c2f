import { CSV_START, csvLine } from '@/lib/core/csv';
import { type MarkedText, type XlsxColumn, type XlsxRow, type XlsxSheet, xlsxStream } from '@/lib/core/xlsx';
import type { Locale } from '@/lib/i18n/locales';
import type { List } from '@/lib/registry/lists/list';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { Cells, Column } from '@/lib/registry/schema';
import { shownCell, type Words } from './words-rules';

// The sheets of a file: the list, what its columns mean, and the choices of its drop-downs.

export type FileWords = { locale: Locale; words: Words; references: References };

/** A form offers its drop-downs in so many rows. */
const FORM_ROWS = 10_000;
const WIDTHS: Partial<Record<Column['type']['kind'], number>> = {
  text: 30,
  id: 24,
  hours: 40,
  reference: 20,
  references: 36,
  choices: 30,
  counts: 36,
  parts: 36,
  statuses: 40,
  former_names: 36,
  phone: 16,
};

/** The texts that a column offers; none for columns without a drop-down. */
function choicesOf({ type }: Column, { locale, words, references }: FileWords): string[] {
  const option = (choices: string) => (value: string) => words[locale](`option.${choices}.${value}`);
  switch (type.kind) {
    case 'choice':
      return type.values.map(option(type.choices));
    case 'yes_no':
      return ['yes', 'no'].map(option('yes_no'));
    case 'weekday':
      return ['1', '2', '3', '4', '5', '6', '7'].map(option('weekday'));
    case 'datum':
      return ['wgs84', 'gcj02', 'bd09'].map(option('datum'));
    case 'reference':
      return [...references[type.to].entries.values()].map(
        ({ names, id }) => (locale === 'en' ? names[1] : undefined) ?? names[0] ?? id,
      );
    default:
      return [];
  }
}

/** What may stand in a column, in words. */
function allowedText(column: Column, { locale, words, references }: FileWords): string {
  const say = words[locale];
  const { type } = column;
  if (type.kind === 'choices') return type.values.map((value) => say(`option.${type.choices}.${value}`)).join('；');
  const choices = choicesOf(column, { locale, words, references });
  return choices.length > 0 && choices.length <= 20 ? choices.join('；') : say(`kind.${column.type.kind}`);
}

function dictionary(list: List, file: FileWords): XlsxSheet {
  const say = file.words[file.locale];
  const other = file.words[file.locale === 'en' ? 'zh-CN' : 'en'];
  const rows = list.columns.map(
    (column): XlsxRow => [
      say(`column.${column.key}.label`),
      other(`column.${column.key}.label`),
      say(column.required ? 'dictionary.required' : 'dictionary.optional'),
      allowedText(column, file),
      say(`column.${column.key}.example`),
      say(`column.${column.key}.note`),
    ],
  );
  const column = (key: string, width: number): XlsxColumn => ({
    header: say(`dictionary.${key}`),
    width,
    kind: 'text',
  });
  return {
    name: say('dictionary.sheet'),
    columns: [
      column('column', 18),
      column('other', 24),
      column('need', 10),
      column('allowed', 44),
      column('example', 30),
      column('note', 70),
    ],
    rows: [rows],
    table: true,
  };
}

/** The columns of a list as a sheet has them. */
export function sheetColumns(list: List, { locale, words }: FileWords): XlsxColumn[] {
  return list.columns.map(({ key, type }) => ({
    header: words[locale](`column.${key}.label`),
    width: WIDTHS[type.kind] ?? 14,
    kind: 'text',
  }));
}

/** An entry's texts in the order of the columns. */
export function sheetRow(list: List, cells: Cells, { locale, words, references }: FileWords): string[] {
  return list.columns.map((column) => shownCell(column, cells[column.key] ?? null, locale, words, references));
}

/** A workbook of a list to read and to fill in: its rows, its data dictionary, its choices. */
export function listWorkbook(list: List, rows: XlsxSheet['rows'], file: FileWords) {
  const say = file.words[file.locale];
  const offered = list.columns.flatMap((column, at) => {
    const choices = choicesOf(column, file);
    return choices.length > 0 ? [{ column: at, sheet: `${say('dictionary.choices')} ${at + 1}`, choices }] : [];
  });
  const sheets: XlsxSheet[] = [
    {
      name: say(`list.${list.name}.name`),
      columns: sheetColumns(list, file),
      rows,
      table: true,
      form: { rows: FORM_ROWS, choices: offered.map((one) => ({ ...one, choices: one.choices.length })) },
    },
    dictionary(list, file),
    ...offered.map(
      ({ column, sheet, choices }): XlsxSheet => ({
        name: sheet,
        columns: [{ header: sheetColumns(list, file)[column]?.header ?? '', width: 30, kind: 'text' }],
        rows: [choices.map((choice): XlsxRow => [choice])],
        table: false,
        hidden: true,
      }),
    ),
  ];
  return xlsxStream(sheets);
}

/** The same rows as CSV. */
export async function* listCsv(
  list: List,
  rows: AsyncIterable<readonly string[][]>,
  file: FileWords,
): AsyncGenerator<Buffer, void, undefined> {
  yield Buffer.from(CSV_START + csvLine(sheetColumns(list, file).map(({ header }) => header)));
  for await (const batch of rows) yield Buffer.from(batch.map((row) => csvLine(row)).join(''));
}

/** A workbook whose cells are marked where they are wrong or were put right. */
export function markedWorkbook(name: string, headers: readonly string[], rows: readonly (string | MarkedText)[][]) {
  const columns = headers.map((header): XlsxColumn => ({ header, width: 22, kind: 'text' }));
  return xlsxStream([{ name, columns, rows: [rows], table: true, form: { rows: FORM_ROWS, choices: [] } }]);
}
