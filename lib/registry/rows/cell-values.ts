// Values between the rows of the database and the cells of a list.

/** Several values in one cell, in their one order. */
export function several(values: readonly string[]): string | null {
  return values.length > 0 ? [...values].sort().join(';') : null;
}

/** The values of such a cell. */
export function valuesIn(cell: string | null | undefined): string[] {
  return cell ? cell.split(';') : [];
}

/** A yes or no as a cell keeps it; null stays null. */
export function yesNo(value: boolean): string;
export function yesNo(value: boolean | null): string | null;
export function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}
