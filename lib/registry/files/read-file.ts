import 'server-only';
import { parse } from 'csv-parse/sync';
import { readWorkbook } from '@/lib/core/xlsx-reader';
import type { TextRow } from '@/lib/core/xlsx-sheet-reader';

// A file as somebody sends it: Excel or CSV, in the encodings that spreadsheets in China write.

/** What a file may hold. A list of the city is smaller by a factor of ten. */
export const FILE_LIMITS = { bytes: 8_000_000, rows: 20_000, columns: 60, unpackedBytes: 80_000_000 } as const;

export type FileProblem = 'empty' | 'tooLarge' | 'tooManyRows' | 'oldExcel' | 'locked' | 'bomb' | 'notRead' | 'notText';
/** A sheet by its name; a file of text is one without. */
export type NamedSheet = { name: string; rows: TextRow[] };
export type ReadFile = { ok: true; sheets: NamedSheet[] } | { ok: false; problem: FileProblem };

const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ZIP = Buffer.from('PK');
/** Reads as text, and is none to those who sent it. */
const PDF = Buffer.from('%PDF-');
const STRICT = { fatal: true } as const;

/** The text of a file in UTF-8 or UTF-16 with a mark, UTF-8 without, or GB18030; null when it is no text. */
export function decodeText(file: Buffer): string | null {
  const marked =
    file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, STRICT).decode(file);
      if (!text.includes('\0')) return text;
    } catch (problem) {
      // not in this encoding; the next is tried
      if (!(problem instanceof TypeError)) throw problem;
    }
  return null;
}

function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string) => line.split(mark).length;
  return ['\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** How other systems keep a spreadsheet from taking a text for a number. */
const KEPT_TEXT = /^="(.*)"$/s;

function readCsv(file: Buffer): ReadFile {
  const text = decodeText(file);
  if (text === null) return { ok: false, problem: 'notText' };
  const options = {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    delimiter: delimiterOf(text),
    to: FILE_LIMITS.rows + 20,
  };
  const records: string[][] = parse(text.replace(/^\uFEFF/, ''), options);
  const rows = records.map((cells, index) => ({
    line: index + 1,
    // an apostrophe that keeps a text from running is not part of it
    cells: cells
      .slice(0, FILE_LIMITS.columns)
      .map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell.replace(KEPT_TEXT, '$1'))),
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > FILE_LIMITS.rows) return { ok: false, problem: 'tooManyRows' };
  return filled.length === 0 ? { ok: false, problem: 'empty' } : { ok: true, sheets: [{ name: '', rows: filled }] };
}

async function readExcel(file: Buffer): Promise<ReadFile> {
  const read = await readWorkbook(file, FILE_LIMITS);
  if (!read.ok) {
    if (read.problem === 'too_large') return { ok: false, problem: 'bomb' };
    return { ok: false, problem: read.problem === 'encrypted' ? 'locked' : 'notRead' };
  }
  if (read.sheets.some(({ cut }) => cut)) return { ok: false, problem: 'tooManyRows' };
  return read.sheets.every(({ rows }) => rows.length === 0) ? { ok: false, problem: 'empty' } : read;
}

/** The two things that the database takes in no text: the zero character and halves of characters. */
const UNSTORABLE = /\0|\p{Cs}/gu;

function storable(file: ReadFile): ReadFile {
  if (!file.ok) return file;
  const clean = (text: string) => text.replace(UNSTORABLE, '');
  const rows = (all: readonly TextRow[]) => all.map(({ line, cells }) => ({ line, cells: cells.map(clean) }));
  return { ok: true, sheets: file.sheets.map(({ name, ...sheet }) => ({ name: clean(name), rows: rows(sheet.rows) })) };
}

/** The rows of a file, by what the file is and not by what its name says. */
export async function readListFile(file: Buffer): Promise<ReadFile> {
  if (file.length === 0) return { ok: false, problem: 'empty' };
  if (file.length > FILE_LIMITS.bytes) return { ok: false, problem: 'tooLarge' };
  // also what Excel locks with a password
  if (file.subarray(0, 4).equals(OLD_EXCEL)) return { ok: false, problem: 'oldExcel' };
  if (file.subarray(0, PDF.length).equals(PDF)) return { ok: false, problem: 'notText' };
  return storable(file.subarray(0, 2).equals(ZIP) ? await readExcel(file) : readCsv(file));
}
