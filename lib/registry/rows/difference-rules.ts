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
