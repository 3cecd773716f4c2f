import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import type { MarkedText } from '@/lib/core/xlsx';
import { db } from '@/lib/db/client';
import type { Locale } from '@/lib/i18n/locales';
import type { List } from '@/lib/registry/lists/list';
import { LISTS } from '@/lib/registry/lists/lists';
import { maySeeList } from '@/lib/registry/queries';
import { readReferences } from '@/lib/registry/rows/references';
import {
  type CellProblem,
  cellProblemSchema,
  type Entry,
  fileColumnSchema,
  listNameSchema,
} from '@/lib/registry/schema';
import { type FileWords, listCsv, listWorkbook, markedWorkbook, sheetRow } from './file-sheets';
import { problemIn } from './problem-words-rules';
import type { Words } from './words-rules';

export const FILE_FORMATS = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type MadeFile = { fileName: string; contentType: string; body: AsyncGenerator<Uint8Array, void, undefined> };
export type Reader = { locale: Locale; words: Words };

const NOT_FOUND = err({ code: 'NOT_FOUND' });
const BATCH = 1_000;
const CONTENT_TYPES: Record<FileFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

function fileOf(name: string, format: FileFormat, body: MadeFile['body']): MadeFile {
  return { fileName: `${name}-${dateInShanghai(now())}.${format}`, contentType: CONTENT_TYPES[format], body };
}

function listFor(actor: Actor, name: string): List | null {
  const parsed = listNameSchema.safeParse(name);
  const list = parsed.success ? LISTS[parsed.data] : null;
  return list && maySeeList(actor, list) ? list : null;
}

async function fileWords(list: List, { locale, words }: Reader): Promise<FileWords> {
  return { locale, words, references: await readReferences(db(), list.columns) };
}

async function* batchesOf(
  list: List,
  entries: readonly Entry[],
  file: FileWords,
): AsyncGenerator<string[][], void, undefined> {
  for (let from = 0; from < entries.length; from += BATCH)
    yield entries.slice(from, from + BATCH).map(({ cells }) => sheetRow(list, cells, file));
}

/**
 * A list of the actor's scope, or some of its entries, with all its columns; taken in again, it changes nothing. That it was taken out is recorded.
 * @returns NOT_FOUND for whoever may not take the list out
 */
export async function exportList(
  actor: Actor,
  wanted: { list: string; format: FileFormat; ids?: readonly string[]; part?: string },
  reader: Reader,
): Promise<Result<MadeFile>> {
  const list = listFor(actor, wanted.list);
  if (!list) return NOT_FOUND;
  const file = await fileWords(list, reader);
  const parts = (await list.parts?.(db(), actor)) ?? [];
  const part = wanted.part ? parts.find((one) => one === wanted.part) : parts[0];
  if (wanted.part && !part) return NOT_FOUND;
  const entries = await list.read(db(), actor, 'export', wanted.ids, part);
  await db().$transaction(async (tx) => {
    await writeAudit(tx, actor, {
      event: 'export.made',
      object: { type: 'Export', id: randomUUID(), label: list.name },
      after: { list: list.name, rows: entries.length, format: wanted.format, ...(part ? { part } : {}) },
    });
  });
  const rows = batchesOf(list, entries, file);
  const body = wanted.format === 'csv' ? listCsv(list, rows, file) : listWorkbook(list, rows, file);
  return ok(fileOf(part ? `${list.name}-of-${part}` : list.name, wanted.format, body));
}

/** An empty workbook of a list to fill in, with its data dictionary and drop-downs. */
export async function listTemplate(actor: Actor, name: string, reader: Reader): Promise<Result<MadeFile>> {
  const list = listFor(actor, name);
  if (!list) return NOT_FOUND;
  return ok(fileOf(`${list.name}-template`, 'xlsx', listWorkbook(list, [], await fileWords(list, reader))));
}

const keptSchema = z.array(
  z.object({ line: z.number(), raw: z.array(z.string()), problems: z.array(cellProblemSchema) }),
);

/** How problems are said in the last column of a corrected copy. */
export type ProblemWords = {
  heading: string;
  sheet: string;
  line(column: string, problem: CellProblem): string;
};

/**
 * The file of an import as it was sent, with wrong cells marked, what could be put right put right and marked, and what is
 * wrong in words behind each row.
 */
export async function correctedCopy(
  actor: Actor,
  importId: string,
  { locale, words }: Reader,
  say: ProblemWords,
): Promise<Result<MadeFile>> {
  const found = await db().listImport.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ListImport'), { id: importId }] },
    select: { id: true, columns: true, list: true },
  });
  if (!found) return NOT_FOUND;
  const columns = z.array(fileColumnSchema).parse(found.columns);
  const rows = keptSchema.parse(
    await db().listImportRow.findMany({
      where: { importId: found.id },
      select: { line: true, raw: true, problems: true },
      orderBy: { line: 'asc' },
    }),
  );
  const list = LISTS[listNameSchema.parse(found.list)];
  const reader = { locale, words, references: await readReferences(db(), list.columns) };
  const marked = rows.map(({ raw, problems: kept }) => {
    // codes are ours, as they were kept
    const problems = (kept as CellProblem[]).map((problem) =>
      problemIn(
        problem,
        list.columns.find(({ key }) => key === problem.column),
        reader,
      ),
    );
    const cells = columns.map(({ key }, at): string | MarkedText => {
      const own = problems.filter(({ column }) => column === key && key !== null);
      const corrected = own.find(({ level }) => level === 'corrected');
      if (own.some(({ level }) => level === 'error')) return { text: raw[at] ?? '', mark: 'wrong' };
      return corrected?.suggestion ? { text: corrected.suggestion, mark: 'corrected' } : (raw[at] ?? '');
    });
    return [
      ...cells,
      problems.map((problem) => say.line(words[locale](`column.${problem.column}.label`), problem)).join('\n'),
    ];
  });
  const headers = [...columns.map(({ header }) => header), say.heading];
  return ok(fileOf(`${found.list}-checked`, 'xlsx', markedWorkbook(say.sheet, headers, marked)));
}
