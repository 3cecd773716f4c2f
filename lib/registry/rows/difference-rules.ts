import type { Cells, Column } from '@/lib/registry/schema';

/** Whether two states of an entry say the same in the columns of its list. */
export function sameCells(one: Cells, other: Cells, columns: readonly Column[]): boolean {
  return columns.every(({ key }) => (one[key] ?? null) === (other[key] ?? null));
}

/** The columns in which two states of an entry differ, before and after. */
export function changedCells(before: Cells, after: Cells, columns: readonly Column[]) {
  const keys = columns.map(({ key }) => key).filter((key) => (before[key] ?? null) !== (after[key] ?? null));
  const part = (cells: Cells) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
  return { before: part(before), after: part(after) };
}

/** The columns of which some of these states know; one that the portal has got since stands in none of them. */
export function columnsIn(states: readonly Cells[], columns: readonly Column[]): Column[] {
  return columns.filter(({ key }) => states.some((cells) => key in cells));
}
