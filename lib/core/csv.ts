/** A spreadsheet would run a cell that begins like this. */
const FORMULA = /^[=+\-@\t\r]/;

/** Said first, it makes spreadsheets read the file as UTF-8. */
export const CSV_START = '\uFEFF';

/** Whether a spreadsheet would run a text instead of showing it. */
export function runsAsFormula(text: string): boolean {
  return FORMULA.test(text);
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = runsAsFormula(value) ? `'${value}` : value;
  return /["',\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record of a CSV file by RFC 4180, its line end included; text that a spreadsheet would run gets an apostrophe. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}
