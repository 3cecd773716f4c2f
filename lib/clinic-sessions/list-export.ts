import 'server-only';
import { randomUUID } from 'node:crypto';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { CSV_START, csvLine } from '@/lib/core/csv';
import { clockTime, dateInShanghai, minuteInShanghai } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { type XlsxColumn, type XlsxRow, type XlsxSheet, xlsxStream } from '@/lib/core/xlsx';
import { db } from '@/lib/db/client';
import { isUnreachable } from '@/lib/db/unreachable';
import { listClinicSessions } from './list-queries';
import { type CellValue, cellValue, columnShape, columnsOf, type ListWords } from './list-rules';
import { definedFilter, type SessionColumn, type SessionCursor, type SessionListRequest } from './list-schema';

const BATCH = 500;
/** A file holds so many of the newest rows; narrower conditions take out the rest. */
export const MOST_EXPORTED = 50_000;
/** A file that is made beside the requests may hold more: Excel itself ends at 1,048,576. */
export const MOST_IN_BACKGROUND = 500_000;

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file says about itself once its rows are written. */
export type ExportFacts = {
  rows: number;
  demonstrationRows: number;
  cut: boolean;
  most: number;
  madeAt: Date;
  madeBy: string;
};

/** The words of a file in the reader's language. */
export type ExportWords = ListWords & {
  heading(column: SessionColumn): string;
  /** what marks rows made for demonstration, and the heading of that mark */
  demonstration: { heading: string; mark: string };
  sheet: { rows: string; about: string };
  /** the second sheet, line by line: conditions, definitions, what kind of data this is */
  about(facts: ExportFacts): readonly (readonly [string, string])[];
};

export type SessionExport = {
  fileName: string;
  contentType: string;
  body: AsyncGenerator<Uint8Array, void, undefined>;
};

const CONTENT_TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/**
 * The rows of a list with its columns and in its order as a file, newest first and at most fifty thousand, read in batches
 * while it is sent. That it was made is recorded before the first row.
 * @returns NOT_FOUND for whoever may not take records out, UNAVAILABLE without the database
 */
export async function exportClinicSessions(
  actor: Actor,
  { filter, columns, format }: SessionListRequest & { format: ExportFormat },
  words: ExportWords,
): Promise<Result<SessionExport>> {
  if (!mayI(actor, 'export', 'ClinicSession')) return err({ code: 'NOT_FOUND' });
  const madeAt = now();
  try {
    await db().$transaction(async (tx) => {
      await writeAudit(tx, actor, {
        event: 'export.made',
        object: { type: 'Export', id: randomUUID(), label: 'ClinicSession' },
        after: { filter: definedFilter(filter), columns: [...columns], format },
      });
    });
  } catch (problem) {
    if (isUnreachable(problem)) return err({ code: 'UNAVAILABLE', retryAfterSeconds: 60 });
    throw problem;
  }
  return ok(sessionListFile(actor, { filter, columns, format }, words, { madeAt, most: MOST_EXPORTED }));
}

/**
 * The file itself, its rows within the actor's scope; whoever sends or keeps it has recorded that it is made.
 * @param onRows is told how many rows have been read so far
 */
export function sessionListFile(
  actor: Actor,
  { filter, columns, format }: SessionListRequest & { format: ExportFormat },
  words: ExportWords,
  { madeAt, most, onRows }: { madeAt: Date; most: number; onRows?: (rows: number) => void },
): SessionExport {
  const facts: ExportFacts = { rows: 0, demonstrationRows: 0, cut: false, most, madeAt, madeBy: actor.displayName };
  const rows = batchesOf(actor, { filter, columns }, words, facts, onRows);
  return {
    fileName: `clinic-sessions-${dateInShanghai(madeAt)}.${format}`,
    contentType: CONTENT_TYPES[format],
    body: format === 'xlsx' ? workbook(columns, rows, words, facts) : csvBytes(columns, rows, words),
  };
}

/** The rows in batches, each with its mark at the end; counts into `facts` what has gone through. */
async function* batchesOf(
  actor: Actor,
  { filter, columns }: SessionListRequest,
  words: ExportWords,
  facts: ExportFacts,
  onRows?: (rows: number) => void,
): AsyncGenerator<CellValue[][], void, undefined> {
  for (let cursor: SessionCursor | undefined; ; ) {
    const { rows, next } = await listClinicSessions(actor, filter, { cursor, limit: BATCH });
    facts.rows += rows.length;
    onRows?.(facts.rows);
    facts.demonstrationRows += rows.filter(({ demonstration }) => demonstration).length;
    yield rows.map((row) => [
      ...columnsOf({ columns }).map((column) => cellValue(column, row, words)),
      row.demonstration ? words.demonstration.mark : null,
    ]);
    if (!next) return;
    if (facts.rows >= facts.most) {
      facts.cut = true;
      return;
    }
    cursor = next;
  }
}

type Columns = SessionListRequest['columns'];
type Batches = AsyncGenerator<CellValue[][], void, undefined>;

function workbook(columns: Columns, rows: Batches, words: ExportWords, facts: ExportFacts) {
  const { demonstration, sheet } = words;
  const shown: XlsxColumn[] = [
    ...columnsOf({ columns }).map((column) => ({ header: words.heading(column), ...columnShape(column) })),
    { header: demonstration.heading, width: 12, kind: 'text' },
  ];
  // asked for when the first sheet is complete: only then is it known how many rows there were
  async function* about(): AsyncGenerator<readonly XlsxRow[]> {
    yield words.about(facts);
  }
  const sheets: XlsxSheet[] = [
    { name: sheet.rows, columns: shown, rows, table: true },
    {
      name: sheet.about,
      columns: [
        { header: sheet.about, width: 28, kind: 'text' },
        { header: '', width: 90, kind: 'text' },
      ],
      rows: about(),
      table: false,
    },
  ];
  return xlsxStream(sheets);
}

/** An instant as the clock in Shanghai shows it. */
function csvValue(value: CellValue): string | number | null {
  if (!(value instanceof Date)) return value;
  return `${dateInShanghai(value)} ${clockTime(minuteInShanghai(value))}`;
}

async function* csvBytes(columns: Columns, rows: Batches, words: ExportWords) {
  const headings = [...columnsOf({ columns }).map(words.heading), words.demonstration.heading];
  yield Buffer.from(CSV_START + csvLine(headings));
  for await (const batch of rows) yield Buffer.from(batch.map((row) => csvLine(row.map(csvValue))).join(''));
}
