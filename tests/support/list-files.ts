import { csvLine } from '@/lib/core/csv';
import { type XlsxRow, xlsxStream } from '@/lib/core/xlsx';

// Files of lists as people send them.

/** All of a file that is made in parts. */
export async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const part of parts) read.push(part);
  return Buffer.concat(read);
}

/** A workbook of one sheet with a head and rows of texts. */
export async function workbookOf(head: readonly string[], rows: readonly XlsxRow[]): Promise<Buffer> {
  const columns = head.map((header) => ({ header, width: 12, kind: 'text' as const }));
  return await whole(xlsxStream([{ name: '名册', columns, rows: [rows], table: false }]));
}

/** The same as CSV in UTF-8. */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from([head, ...rows].map((row) => csvLine(row)).join(''));
}
