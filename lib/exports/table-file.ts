import 'server-only';
import type { Actor } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import { CSV_START, csvLine } from '@/lib/core/csv';
import { err, ok, type Result } from '@/lib/core/result';
import { xlsxStream } from '@/lib/core/xlsx';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { type Fact, factsTable } from './about-rules';
import { recordExport } from './export-trail';
import { CONTENT_TYPES, type ExportFormat, type MadeFile } from './schema';
import { type FileTable, plainValue, sheetOf } from './table-rules';

/** Tables with all that a file says of them; CSV holds only the first. */
export type TableFile = {
  /** what the trail says was taken away */
  trail: { label: string; after: NonNullable<AuditEventInput['after']> };
  /** without the ending that tells the format */
  names: { fileName: string; plainName: string };
  tables: readonly FileTable[];
  definitions: FileTable;
  facts: readonly Fact[];
};

/**
 * Tables as a file: in a workbook the first of them, what its columns mean, the others, and what the file is about. That
 * it was made is recorded first.
 * @returns NOT_FOUND without a table; UNAVAILABLE without the database
 */
export async function tableFile(
  actor: Actor,
  { trail, names, tables, definitions, facts }: TableFile,
  format: ExportFormat,
  language: FileLanguage,
): Promise<Result<MadeFile>> {
  const [first, ...others] = tables;
  if (!first) return err({ code: 'NOT_FOUND' });
  const recorded = await recordExport(actor, trail.label, { ...trail.after, format });
  if (!recorded.ok) return recorded;
  const about = { ...sheetOf(factsTable(facts, language)), table: false, named: false };
  const sheets = [...[first, definitions, ...others].map(sheetOf), about];
  return ok({
    fileName: `${names.fileName.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`,
    plainName: `${names.plainName}.${format}`,
    contentType: CONTENT_TYPES[format],
    body: format === 'csv' ? csvBytes(first, language) : xlsxStream(sheets),
  });
}

async function* csvBytes({ columns, rows }: FileTable, language: FileLanguage): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_START + csvLine(columns.map(({ header }) => header)));
  yield Buffer.from(rows.map((row) => csvLine(row.map((value) => plainValue(value, language)))).join(''));
}
