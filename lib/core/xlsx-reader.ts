import { Parser } from 'saxen';
import { readSheet, type SheetContext, type SheetRows } from './xlsx-sheet-reader';
import { readZip } from './zip-entries';

// Excel workbooks (ECMA-376) that somebody sends, read into texts within given limits. A library that takes the archive
// as it comes can be made to unpack gigabytes.

export type ReadLimits = SheetContext['limits'] & { unpackedBytes: number };
export type ReadSheet = SheetRows & { name: string };
export type WorkbookContents =
  | { ok: true; sheets: ReadSheet[] }
  | { ok: false; problem: 'not_zip' | 'encrypted' | 'too_large' | 'not_workbook' };

const MOST_SHEETS = 40;
const WANTED =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;
/** The built-in formats that show dates or times, also those of Chinese Excel. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, ...range(27, 36), ...range(50, 58)]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

type Element = { name: string; attributes: Record<string, string> };

/** Every element of a small part, by its local name, with decoded attributes. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    const read = Object.entries(attributes()).map(([key, value]) => [key.slice(key.indexOf(':') + 1), decode(value)]);
    elements.push({ name: name.slice(name.indexOf(':') + 1), attributes: Object.fromEntries(read) });
  });
  parser.on('error', () => undefined);
  parser.on('warn', () => undefined);
  parser.parse(xml);
  return elements;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const deep: string[] = [];
  const parser = new Parser();
  parser.on('openTag', (name) => {
    const tag = name.slice(name.indexOf(':') + 1);
    deep.push(tag);
    if (tag === 'si') strings.push('');
  });
  const add = (text: string) => {
    if (deep.at(-1) === 't' && !deep.includes('rPh')) strings[strings.length - 1] += text;
  };
  parser.on('text', (text, decode) => add(decode(text)));
  parser.on('cdata', add);
  parser.on('closeTag', () => {
    deep.pop();
  });
  parser.on('error', () => undefined);
  parser.on('warn', () => undefined);
  parser.parse(xml);
  return strings;
}

/** Whether a format of one's own shows a date: letters of dates outside quoted text and brackets. */
function showsDate(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
}

function dateStyles(xml: string): boolean[] {
  const elements = elementsOf(xml);
  const own = new Map(
    elements
      .filter(({ name }) => name === 'numFmt')
      .map(({ attributes: { numFmtId, formatCode = '' } }) => [Number(numFmtId), formatCode]),
  );
  const begin = elements.findIndex(({ name }) => name === 'cellXfs');
  const styles: boolean[] = [];
  if (begin < 0) return styles;
  for (const { name, attributes } of elements.slice(begin + 1)) {
    if (name === 'cellStyles' || name === 'dxfs') break;
    if (name !== 'xf') continue;
    const format = Number(attributes.numFmtId ?? 0);
    const written = own.get(format);
    styles.push(written === undefined ? DATE_FORMATS.has(format) : showsDate(written));
  }
  return styles;
}

/** The sheets that are shown, with the path of each in the archive. */
function sheetPaths(workbook: Element[], relations: Element[]): { name: string; path: string }[] {
  const targets = new Map(relations.map(({ attributes: { Id = '', Target = '' } }) => [Id, Target]));
  return workbook
    .filter(({ name, attributes }) => name === 'sheet' && !/hidden/i.test(attributes.state ?? ''))
    .map(({ attributes: { name = '', id = '' } }) => {
      const target = targets.get(id) ?? '';
      return { name, path: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}` };
    });
}

/** The first sheets of a workbook as rows of texts; dates as YYYY-MM-DD, what stands in merged cells in every row. */
export async function readWorkbook(file: Buffer, { unpackedBytes, ...limits }: ReadLimits): Promise<WorkbookContents> {
  const zip = await readZip(file, { wanted: (name) => WANTED.test(name), most: unpackedBytes });
  if (!zip.ok) return zip;
  const part = (path: string) => zip.files.get(path)?.toString('utf8') ?? '';
  const workbook = elementsOf(part('xl/workbook.xml'));
  const paths = sheetPaths(workbook, elementsOf(part('xl/_rels/workbook.xml.rels')));
  if (paths.length === 0) return { ok: false, problem: 'not_workbook' };
  const context: SheetContext = {
    strings: sharedStrings(part('xl/sharedStrings.xml')),
    dateStyles: dateStyles(part('xl/styles.xml')),
    date1904: workbook.some(
      ({ name, attributes }) => name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? ''),
    ),
    limits,
  };
  const sheets: ReadSheet[] = [];
  for (const { name, path } of paths.slice(0, MOST_SHEETS))
    sheets.push({ name, ...(await readSheet(part(path), context)) });
  return { ok: true, sheets };
}
