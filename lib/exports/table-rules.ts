import type { XlsxKind, XlsxSheet, XlsxValue } from '@/lib/core/xlsx';
import type { FileLanguage } from '@/lib/i18n/file-language';
import type { Figure, IndicatorDefinition } from '@/lib/indicators/schema';

// Tables as files hold them: one shape for Excel, CSV and Word, so that they cannot say different things.

export type FileColumn = { header: string; kind: XlsxKind; width: number; wrap?: boolean };

export type FileTable = {
  id: string;
  /** of its sheet: at most 31 characters, none of `\ / ? * [ ] :` */
  name: string;
  columns: readonly FileColumn[];
  rows: readonly (readonly XlsxValue[])[];
};

type Digits = Pick<IndicatorDefinition, 'unit' | 'decimals'>;

/** A value of an indicator as a number of its kind; percentages of indicators run to 100, those of spreadsheets to 1. */
export function indicatorNumber(value: number, { unit, decimals }: Digits): XlsxValue {
  return unit === 'percent' ? { value: value / 100, decimals, percent: true } : { value, decimals, percent: false };
}

/** A figure, or in words why there is none: an empty cell would be read as zero. */
export function figureValue(figure: Figure, definition: Digits, { text }: FileLanguage): XlsxValue {
  return figure.value === null
    ? text(`dashboard.missing.${figure.missing ?? 'not_given'}`)
    : indicatorNumber(figure.value, definition);
}

/** A whole number, with its thousands told apart. */
export function countValue(value: number | null): XlsxValue {
  return value === null ? null : { value, decimals: 0, percent: false };
}

/** A value as it stands on paper. */
export function valueText(value: XlsxValue, { number, instant }: FileLanguage): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return instant(value);
  return value.percent ? `${number(value.value * 100, value.decimals)}%` : number(value.value, value.decimals);
}

/** A value for CSV: numbers plain, percentages from 0 to 100. */
export function plainValue(value: XlsxValue, language: FileLanguage): string | number | null {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return language.instant(value);
  const digits = value.decimals + (value.percent ? 2 : 0);
  const rounded = Number(value.value.toFixed(digits));
  return value.percent ? Number((rounded * 100).toFixed(value.decimals)) : rounded;
}

/** The table as a sheet of a workbook, its head and the names of its rows in sight. */
export function sheetOf({ name, columns, rows }: FileTable): XlsxSheet {
  return { name, columns, rows: [rows], table: true, named: true };
}

/** The width of a number's column under a heading, which may break into two lines. */
export function numberWidth(header: string): number {
  const wide = [...header].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  return Math.min(22, Math.max(11, Math.ceil(wide / 2) + 3));
}

/** Columns of a table by what stands in them. */
export const textColumn = (header: string, width: number): FileColumn => ({ header, kind: 'text', width });
export const longColumn = (header: string, width: number): FileColumn => ({ header, kind: 'text', width, wrap: true });
export const numberColumn = (header: string): FileColumn => ({ header, kind: 'number', width: numberWidth(header) });
export const dateColumn = (header: string): FileColumn => ({ header, kind: 'date', width: 13 });
