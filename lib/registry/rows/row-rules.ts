import type { Datum } from '@/lib/core/geo';
import type { TextRow } from '@/lib/core/xlsx-sheet-reader';
import { inWgs84 } from '@/lib/registry/lists/position-rules';
import type { CellProblem, Cells, Column } from '@/lib/registry/schema';
import { type CellContext, readCell } from './cell-rules';

// One row of a file as it can be read, before anything else is asked of it.

/** What cells are read with. */
export type RowContext = Omit<CellContext, 'within'> & {
  /** the columns of the file, by place; null is not read */
  columns: readonly (string | null)[];
  declared: Datum;
};

export type ReadRow = { row: TextRow; cells: Cells; given: ReadonlySet<string>; problems: CellProblem[] };

const LONGEST_FOUND = 80;

/** Long texts are told by their beginning; the file itself is kept as it is. */
function shortened(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}

/** A problem of a column; an error unless it says otherwise. */
export function problemAt(column: string, code: CellProblem['code'], part: Partial<CellProblem> = {}): CellProblem {
  const { found = '', ...rest } = part;
  return { column, code, level: 'error', found: shortened(found), suggestion: null, values: {}, ...rest };
}

/** What stands where the other half of a position belongs. */
function otherDegrees(key: string, row: TextRow, places: ReadonlyMap<string | null, number>): string | null {
  const at = places.get(key === 'latitude' ? 'longitude' : 'latitude');
  return (at === undefined ? undefined : row.cells[at]?.trim()) || null;
}

/** The cells of a row in their one way of writing; what cannot be read is left out and told. */
function readRow(row: TextRow, columns: readonly Column[], context: RowContext): ReadRow {
  const places = new Map(context.columns.map((key, at) => [key, at]));
  const cells: Record<string, string | null> = {};
  const given = new Set<string>();
  const problems: CellProblem[] = [];
  // what lies in a district is read after it
  const ordered = columns.toSorted((a, b) => Number(b.key === 'district') - Number(a.key === 'district'));
  for (const column of ordered) {
    const at = places.get(column.key);
    if (at === undefined) continue;
    given.add(column.key);
    const found = row.cells[at] ?? '';
    const reading = readCell(column, found, { ...context, within: cells.district ?? null });
    if (!reading.ok) {
      const { code, values = {} } = reading;
      const suggestion = code === 'swapped' ? otherDegrees(column.key, row, places) : (reading.suggestion ?? null);
      problems.push(problemAt(column.key, code, { found, suggestion, values }));
      continue;
    }
    cells[column.key] = reading.value;
    if (reading.corrected && reading.value !== null)
      problems.push(problemAt(column.key, 'corrected', { level: 'corrected', found, suggestion: reading.value }));
  }
  return { row, cells: inWgs84(cells, context.declared), given, problems };
}

/** Reads the cells of every row of a file, some rows a turn, so that whoever takes them can answer others. */
export function* readInTurns(
  columns: readonly Column[],
  rows: readonly TextRow[],
  context: RowContext,
  size: number,
): Generator<ReadRow[], void, undefined> {
  for (let from = 0; from < rows.length; from += size)
    yield rows.slice(from, from + size).map((row) => readRow(row, columns, context));
}
