import { z } from 'zod';
import type { Period } from '@/lib/indicators/period-rules';
import { CITY_CODE, UNIT_LEVELS, type Unit } from '@/lib/indicators/schema';
import { DASHBOARD_TABLES, type DashboardTable } from './dashboard-tables-rules';

// What can be taken away, as an address or a kept request asks for it.

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const satisfies Record<ExportFormat | PictureFormat | 'docx', string>;

/** A file ready to be sent: `fileName` in the reader's words, `plainName` for programs that know only Latin letters. */
export type MadeFile = {
  fileName: string;
  plainName: string;
  contentType: string;
  body: AsyncIterable<Uint8Array>;
};

/** The tables of a unit's dashboard in a period: one, or all of them (then in a workbook). */
export type DashboardExport = { unit: Unit; period: Period; table: DashboardTable | null; format: ExportFormat };

const unitSchema = z
  .object({ level: z.enum(UNIT_LEVELS), code: z.string().min(1).max(63).default(CITY_CODE) })
  .transform(({ level, code }): Unit => (level === 'city' ? { level } : { level, code }));

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The unit that an address names by `level` and `code`; null when it names none. */
export function askedUnit(parameters: Parameters): Unit | null {
  const read = unitSchema.safeParse(parameters);
  return read.success ? read.data : null;
}

/** The table and format that an address asks for; without a table all of them as a workbook, for CSV holds only one. */
export function askedTable(parameters: Parameters): Pick<DashboardExport, 'table' | 'format'> {
  const table = DASHBOARD_TABLES.find((one) => one === parameters.table) ?? null;
  const format = EXPORT_FORMATS.find((one) => one === parameters.format) ?? 'xlsx';
  return { table, format: table ? format : 'xlsx' };
}
