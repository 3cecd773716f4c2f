import type { Actor } from '@/lib/access/actor';
import { csvLine } from '@/lib/core/csv';
import { type XlsxRow, xlsxStream } from '@/lib/core/xlsx';
import type { Locale } from '@/lib/i18n/locales';
import { exportList, type FileFormat } from '@/lib/registry/export';
import type { ListName } from '@/lib/registry/schema';
import { REGISTRY_WORDS } from './registry-words';

// Files of lists as people send them.

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
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

/** A list as the portal hands it out. */
export async function exported(
  actor: Actor,
  list: ListName,
  format: FileFormat = 'xlsx',
  locale: Locale = 'zh-CN',
): Promise<Buffer> {
  const made = await exportList(actor, { list, format }, { locale, words: REGISTRY_WORDS });
  if (!made.ok) throw new Error(made.error.code);
  return await whole(made.value.body);
}
