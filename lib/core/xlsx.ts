import { runsAsFormula } from './csv';
import { type CivilDate, daysBetween } from './dates';
import { HEAD, NAMESPACE, numberStyle, STYLE, stylesXml } from './xlsx-styles';
import { type ZipFile, zipStream } from './zip-stream';

// Excel workbooks (ECMA-376) written while their rows come in. A library that builds the whole workbook first takes the
// process to itself for seconds and holds every cell twice.

/** What a column holds; dates and instants become Excel's own, so that they sort and filter there. */
export type XlsxKind = 'text' | 'number' | 'date' | 'instant';

/** `width` in characters of the standard font; a Chinese character takes two. `wrap` breaks long texts into lines. */
export type XlsxColumn = { header: string; width: number; kind: XlsxKind; wrap?: boolean };

/** A number with the digits that it is shown with; a percentage from 0 to 1, as spreadsheets have it. */
export type XlsxNumber = { value: number; decimals: number; percent: boolean };

/** A civil date as `YYYY-MM-DD`, an instant as a Date; null is an empty cell, which is not zero. */
export type XlsxValue = string | number | Date | XlsxNumber | null;
/** A text that is pointed out: it is wrong, or it was put right. */
export type MarkedText = { text: string; mark: 'wrong' | 'corrected' };
export type XlsxRow = readonly (XlsxValue | MarkedText)[];

/** Offers the first column of another sheet, from its second row on, as the choices of a column. */
export type XlsxChoices = { column: number; sheet: string; choices: number };

export type XlsxSheet = {
  name: string;
  columns: readonly XlsxColumn[];
  /** in batches, each the rows of one read */
  rows: Iterable<readonly XlsxRow[]> | AsyncIterable<readonly XlsxRow[]>;
  /** the first row stays in sight and offers filters; printed across on A4, all columns on one page */
  table: boolean;
  /** the first column stays in sight as well */
  named?: boolean;
  /** for sheets that people fill in: choices in so many rows, and columns that keep texts as they are typed */
  form?: { rows: number; choices: readonly XlsxChoices[] };
  hidden?: boolean;
};

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** Excel's day 0, counted so that its days after February 1900 are right. */
const EPOCH = '1899-12-30' as CivilDate;
const EPOCH_MS = Date.parse(`${EPOCH}T00:00:00Z`);

/** What XML cannot hold, and the mark that Excel would read as a code of a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const CODE_MARK = /_(?=x[0-9a-f]{4}_)/gi;

function xml(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replace(CODE_MARK, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A, B, … Z, AA for 0, 1, … 25, 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function textCell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
}

function numberCell(reference: string, value: number, style: number): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

function cell(reference: string, { kind, wrap }: XlsxColumn, value: XlsxValue | MarkedText): string {
  if (value === null) return '';
  if (typeof value === 'object' && 'mark' in value) return textCell(reference, value.text, STYLE[value.mark]);
  if (typeof value === 'number') return numberCell(reference, value, STYLE.plain);
  if (typeof value === 'object' && 'decimals' in value)
    return numberCell(reference, value.value, numberStyle(value.decimals, value.percent));
  if (value instanceof Date) {
    const days = (value.getTime() + SHANGHAI_OFFSET_MS - EPOCH_MS) / DAY_MS;
    return numberCell(reference, Number(days.toFixed(10)), STYLE.instant);
  }
  if (kind === 'date') return numberCell(reference, daysBetween(EPOCH, value as CivilDate), STYLE.date);
  // words in a column of numbers say why there is none: narrow, so that they do not cover the next
  const broken = wrap || kind === 'number';
  // a text stays a text even when somebody edits it: Excel's own mark for it
  if (runsAsFormula(value)) return textCell(reference, value, broken ? STYLE.wrappedQuoted : STYLE.quoted);
  return textCell(reference, value, broken ? STYLE.wrapped : STYLE.plain);
}

function paneXml(named: boolean): string {
  return named
    ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
    : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
}

/** The rows of a form begin below its head. */
function formChoices({ rows, choices }: NonNullable<XlsxSheet['form']>): string {
  if (choices.length === 0) return '';
  const each = choices.map(({ column, sheet, choices: count }) => {
    const name = columnName(column);
    const from = `'${xml(sheet.replaceAll("'", "''"))}'!$A$2:$A$${count + 1}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${name}2:${name}${rows + 1}"><formula1>${from}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

async function* sheetXml(sheet: XlsxSheet): AsyncGenerator<string, void, undefined> {
  const { columns, rows, table, named = false, form } = sheet;
  const names = columns.map((_, index) => columnName(index));
  const last = names.at(-1) ?? 'A';
  const widths = columns.map(
    ({ width }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}"${form ? ` style="${STYLE.typed}"` : ''} customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${table ? paneXml(named) : ''}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield `<row r="1">${columns.map(({ header }, at) => textCell(`${names[at]}1`, header, STYLE.header)).join('')}</row>`;
  let line = 1;
  for await (const batch of rows) {
    const written = batch.map((row) => {
      line += 1;
      const cells = columns.map((column, at) => cell(`${names[at]}${line}`, column, row[at] ?? null));
      return `<row r="${line}">${cells.join('')}</row>`;
    });
    yield written.join('');
  }
  const filter = table ? `<autoFilter ref="A1:${last}${line}"/>` : '';
  const choices = form ? formChoices(form) : '';
  yield `</sheetData>${filter}${choices}<pageSetup paperSize="9" orientation="${table ? 'landscape' : 'portrait'}" fitToHeight="0"/></worksheet>`;
}

function packageFiles(sheets: readonly XlsxSheet[]): ZipFile[] {
  const each = (text: (sheet: XlsxSheet, number: number) => string) =>
    sheets.map((sheet, at) => text(sheet, at + 1)).join('');
  const styles = sheets.length + 1;
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return [
    {
      name: '[Content_Types].xml',
      content: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${each((_, n) => part(`/xl/worksheets/sheet${n}.xml`, 'worksheet'))}</Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      content: [
        `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${each(({ name, hidden }, n) => `<sheet name="${xml(name)}" sheetId="${n}"${hidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`)}</sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`))}${relation(styles, 'styles', 'styles.xml')}</Relationships>`,
      ],
    },
    { name: 'xl/styles.xml', content: [stylesXml()] },
  ];
}

/**
 * A workbook as it is written, its rows read no faster than the file is sent. Names of sheets hold at most 31 characters
 * and none of `\ / ? * [ ] :`.
 */
export function xlsxStream(sheets: readonly XlsxSheet[]): AsyncGenerator<Buffer, void, undefined> {
  const contents = sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) }));
  return zipStream([...packageFiles(sheets), ...contents]);
}
