import type { TextRow } from '@/lib/core/xlsx-sheet-reader';
import { LOCALES } from '@/lib/i18n/locales';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { Column, FileColumn } from '@/lib/registry/schema';
import type { Words } from './words-rules';

// Which part of a file is the list: sheets often begin with a title, and have columns of their own.

/** The head of a list stands within so many rows. */
const HEAD_ROWS = 15;
/** A mark for what must be filled in, and what is said in brackets, are not part of a name. */
const BESIDE_NAME = /[（(].*?[)）]|[*＊]/g;

export type FoundTable = { columns: FileColumn[]; rows: TextRow[] };
type Sheet = { name: string; rows: readonly TextRow[] };

/** Every way to name a column, by its words in both languages and by its key. */
function columnNames(columns: readonly Column[], words: Words): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key } of columns)
    for (const name of [
      key,
      ...LOCALES.flatMap((locale) => [
        words[locale](`column.${key}.label`),
        ...words[locale](`column.${key}.also`).split(/[;；]/),
      ]),
    ])
      if (compactKey(name) !== '' && !names.has(compactKey(name))) names.set(compactKey(name), key);
  return names;
}

function headOf(row: TextRow, names: ReadonlyMap<string, string>): FileColumn[] {
  const seen = new Set<string>();
  return row.cells.map((text) => {
    const header = text.replace(/\s+/g, ' ').trim();
    const key = names.get(compactKey(header)) ?? names.get(compactKey(header.replace(BESIDE_NAME, ''))) ?? null;
    if (key === null) return { header, key };
    // a second column of one name is not read
    if (seen.has(key)) return { header, key: null, twin: key };
    seen.add(key);
    return { header, key };
  });
}

const known = (columns: readonly FileColumn[]) => columns.filter(({ key }) => key !== null).length;

function tableIn({ rows }: Sheet, columns: readonly Column[], names: ReadonlyMap<string, string>): FoundTable | null {
  let best: FoundTable | null = null;
  for (const [at, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const head = headOf(row, names);
    if (known(head) > known(best?.columns ?? [])) best = { columns: head, rows: rows.slice(at + 1) };
  }
  return best && known(best.columns) >= Math.min(2, columns.length) ? best : null;
}

/**
 * The head with the most columns of the list, and what stands below it; null when none is found.
 * `sheets` names every sheet that is such a list as a whole: of several, none may be left out unsaid.
 */
export function findTable(
  sheets: readonly Sheet[],
  columns: readonly Column[],
  words: Words,
): (FoundTable & { sheets: string[] }) | null {
  const names = columnNames(columns, words);
  const tables = sheets.flatMap((sheet) => {
    const table = tableIn(sheet, columns, names);
    return table ? [{ name: sheet.name, ...table }] : [];
  });
  const [first, ...more] = tables;
  if (!first) return null;
  const best = more.reduce((one, other) => (known(other.columns) > known(one.columns) ? other : one), first);
  const lists = tables.filter((one) => one.rows.length > 0 && missingColumns(one.columns, columns).length === 0);
  return { columns: best.columns, rows: best.rows, sheets: lists.map(({ name }) => name) };
}

/** The columns that must be there and are not. */
export function missingColumns(found: readonly FileColumn[], columns: readonly Column[]): string[] {
  const keys = new Set(found.map(({ key }) => key));
  return columns.filter(({ key, required }) => required && !keys.has(key)).map(({ key }) => key);
}
