import { Parser } from 'saxen';

// The cells of a worksheet as texts, a row at a time, so that other requests are answered meanwhile.

/** What a sheet's cells refer to. */
export type SheetContext = {
  strings: readonly string[];
  /** by number of style, whether its numbers are dates */
  dateStyles: readonly boolean[];
  date1904: boolean;
  limits: { rows: number; columns: number };
};

/** Stands for a formula that was never worked out: a program wrote it, and no spreadsheet has opened the file since. */
const UNSOLVED = '=?';

/** A row of a file: its number as spreadsheets show it, and its texts from column A on. */
export type TextRow = { line: number; cells: string[] };
export type SheetRows = { rows: TextRow[]; cut: boolean };

const ROW_END = /<\/(?:\w+:)?row>/g;
const MERGE = /<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g;
const ROWS_A_TURN = 500;
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.parse('1899-12-30T00:00:00Z');
const DAYS_TO_1904 = 1462;
const LARGEST_DAY = 2_958_465;

/** 0 for A, 27 for AB; null without letters. */
export function columnIndex(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A number of days as a date, with its clock time where it has one. */
function dateText(days: number, date1904: boolean): string {
  const counted = date1904 ? days + DAYS_TO_1904 : days;
  if (counted < 0 || counted > LARGEST_DAY) return String(days);
  const text = new Date(EPOCH_MS + Math.round(counted * 1440) * 60_000).toISOString();
  if (counted < 1) return text.slice(11, 16);
  return (counted * DAY_MS) % DAY_MS === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

function cellText(type: string, style: number, text: string, context: SheetContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(text)] ?? '';
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = Number(text);
      if (text.trim() === '' || Number.isNaN(number)) return text;
      return context.dateStyles[style] ? dateText(number, context.date1904) : String(number);
    }
    case 'd':
      return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
    default:
      return text;
  }
}

type Reading = {
  line: number;
  at: number;
  type: string;
  style: number;
  text: string;
  formula: boolean;
  deep: string[];
  cells: string[];
};

/** A parser of single rows that puts their texts into `reading`. */
function rowParser(reading: Reading, context: SheetContext): Parser {
  const parser = new Parser();
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  const hears = () => {
    const last = reading.deep.at(-1);
    // a phonetic hint (rPh) is not part of the text
    return last === 'v' || (last === 't' && !reading.deep.includes('rPh'));
  };
  parser.on('openTag', (name, attributes, decode) => {
    const tag = plain(name);
    reading.deep.push(tag);
    if (tag === 'row') {
      const line = Number(attributes().r);
      reading.line = Number.isInteger(line) && line > 0 ? line : reading.line + 1;
      reading.cells = [];
      reading.at = -1;
    } else if (tag === 'c') {
      const { r = '', t = 'n', s = '0' } = attributes();
      reading.at = columnIndex(decode(r)) ?? reading.at + 1;
      reading.type = t;
      reading.style = Number(s);
      reading.text = '';
      reading.formula = false;
    } else if (tag === 'f') reading.formula = true;
  });
  parser.on('text', (text, decode) => {
    if (hears()) reading.text += decode(text);
  });
  parser.on('cdata', (text) => {
    if (hears()) reading.text += text;
  });
  parser.on('closeTag', (name) => {
    reading.deep.pop();
    if (plain(name) !== 'c' || reading.at >= context.limits.columns) return;
    while (reading.cells.length < reading.at) reading.cells.push('');
    // a result that is an empty text is one; nothing at all would empty what is there
    const unsolved = reading.formula && reading.type !== 'str' && reading.text.trim() === '';
    reading.cells[reading.at] = unsolved ? UNSOLVED : cellText(reading.type, reading.style, reading.text, context);
  });
  // what is not well-formed is read as far as it goes
  parser.on('error', () => undefined);
  parser.on('warn', () => undefined);
  return parser;
}

/** Excel marks characters that XML cannot hold as _x000D_. */
function withoutMarks(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** What stands in a merged cell stands in every row it covers. */
function fillMerged(rows: readonly TextRow[], xml: string): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const [, from = '', first = '', , last = ''] of xml.matchAll(MERGE)) {
    const at = columnIndex(from);
    const text = at === null ? undefined : byLine.get(Number(first))?.cells[at];
    if (at === null || !text || Number(last) - Number(first) > rows.length) continue;
    for (let line = Number(first) + 1; line <= Number(last); line++) {
      const row = byLine.get(line);
      if (!row) continue;
      while (row.cells.length <= at) row.cells.push('');
      row.cells[at] ||= text;
    }
  }
}

/** The rows of a worksheet that hold something, at most as many as the limits allow. */
export async function readSheet(xml: string, context: SheetContext): Promise<SheetRows> {
  const reading: Reading = { line: 0, at: -1, type: 'n', style: 0, text: '', formula: false, deep: [], cells: [] };
  const parser = rowParser(reading, context);
  const rows: TextRow[] = [];
  const begin = xml.search(/<(?:\w+:)?row[\s>]/);
  let from = begin;
  let turns = 0;
  if (begin >= 0)
    for (const end of xml.slice(begin).matchAll(ROW_END)) {
      const until = begin + end.index + end[0].length;
      reading.deep = [];
      parser.parse(xml.slice(from, until));
      from = until;
      turns += 1;
      if (turns % ROWS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      const cells = Array.from(reading.cells, (text) => withoutMarks(text ?? ''));
      if (!cells.some((text) => text.trim() !== '')) continue;
      if (rows.length === context.limits.rows) return { rows, cut: true };
      rows.push({ line: reading.line, cells });
    }
  fillMerged(rows, xml.slice(from));
  return { rows, cut: false };
}
