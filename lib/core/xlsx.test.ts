import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { civilDate } from './dates';
import { columnName, type XlsxColumn, type XlsxRow, type XlsxSheet, xlsxStream } from './xlsx';
import { zipStream } from './zip-stream';

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const COLUMNS: XlsxColumn[] = [
  { header: '日期', width: 12, kind: 'date' },
  { header: '人次', width: 8, kind: 'number' },
  { header: '名称', width: 20, kind: 'text' },
  { header: '提交', width: 18, kind: 'instant' },
];
const sheet = (rows: readonly XlsxRow[], part: Partial<XlsxSheet> = {}): XlsxSheet => ({
  name: '出诊记录',
  columns: COLUMNS,
  rows: [rows],
  table: true,
  ...part,
});

/** The text of one file of an archive, found by its directory. */
function fileOf(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  for (let at = archive.readUInt32LE(end + 16); archive.readUInt32LE(at) === 0x02_01_4b_50; ) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, at + 46 + length) === name) {
      const offset = archive.readUInt32LE(at + 42);
      const start = offset + 30 + archive.readUInt16LE(offset + 26);
      return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString();
    }
    at += 46 + length;
  }
  throw new Error(`The archive has no ${name}`);
}

describe('xlsxStream', () => {
  it('is read again with the same values and types, nothing where nothing was', async () => {
    const at = new Date('2026-11-18T01:30:00Z');
    const rows: XlsxRow[] = [
      [civilDate('2026-11-18'), 0, '膝痹病 <门诊> & "甲"\n第二行', at],
      [civilDate('1999-12-31'), null, null, null],
    ];
    const [read] = await readXlsxFile(await whole(xlsxStream([sheet(rows)])));
    const seconds = (value: unknown) => (value instanceof Date ? Math.round(value.getTime() / 1000) : value);
    // instants are written as the clock in Shanghai shows them
    const clock = Date.parse('2026-11-18T09:30:00Z') / 1000;
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
    expect(read?.data.map((row) => row.map(seconds))).toEqual([
      ['日期', '人次', '名称', '提交'],
      [day('2026-11-18'), 0, '膝痹病 <门诊> & "甲"\n第二行', clock],
      [day('1999-12-31'), null, null, null],
    ]);
  });

  it('keeps texts as texts, whatever they look like', async () => {
    const texts = ['=1+1', '+86', '-', '@SUM(A1)', '001', '2026-11-18', ' 空格 ', '_x0041_', 'TRUE'];
    const rows = texts.map((text): XlsxRow => [null, null, text, null]);
    const archive = await whole(xlsxStream([sheet(rows)]));
    const xml = fileOf(archive, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    // a text that would run carries Excel's own mark, so that editing the cell does not run it either
    expect(xml).toContain('<c r="C2" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(xml).toContain('<c r="C6" s="0" t="inlineStr"><is><t xml:space="preserve">001</t></is></c>');
    expect(xml).toContain('_x005F_x0041_');
    expect(fileOf(archive, 'xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('keeps the head in sight with filters over every row, and widths; plain sheets have neither', async () => {
    const rows: XlsxRow[] = [[null, 1, 'a', null]];
    const archive = await whole(xlsxStream([sheet([...rows, ...rows]), sheet(rows, { name: '说明', table: false })]));
    expect((await readXlsxFile(archive)).map((read) => read.sheet)).toEqual(['出诊记录', '说明']);
    const [first, second] = [1, 2].map((n) => fileOf(archive, `xl/worksheets/sheet${n}.xml`));
    expect(first).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(first).toContain('<autoFilter ref="A1:D3"/>');
    expect(first).toContain('<col min="3" max="3" width="20" customWidth="1"/>');
    expect(second).not.toMatch(/pane|autoFilter/);
  });

  it('shows numbers with their digits, percentages as such, and keeps the values whole', async () => {
    const rows: XlsxRow[] = [
      [null, { value: 1234, decimals: 0, percent: false }, null, null],
      [null, { value: 2.345, decimals: 2, percent: false }, null, null],
      [null, { value: 0.8333, decimals: 1, percent: true }, null, null],
      [null, { value: 1, decimals: 9, percent: true }, null, null],
    ];
    const archive = await whole(xlsxStream([sheet(rows)]));
    const xml = fileOf(archive, 'xl/worksheets/sheet1.xml');
    const looks = [...fileOf(archive, 'xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"[^>]*applyAlignment/g)];
    const codeOf = (style: string | undefined) => {
      const id = looks[Number(style)]?.[1];
      return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(fileOf(archive, 'xl/styles.xml'))?.[1];
    };
    const cells = [...xml.matchAll(/<c r="B\d" s="(\d+)"><v>([^<]*)/g)];
    expect(cells.map(([, style, value]) => [codeOf(style), value])).toEqual([
      ['#,##0', '1234'],
      ['#,##0.00', '2.345'],
      ['0.0%', '0.8333'],
      ['0.00%', '1'],
    ]);
    const [read] = await readXlsxFile(archive);
    expect(read?.data.slice(1).map(([, number]) => number)).toEqual([1234, 2.345, 0.8333, 1]);
  });

  it('keeps names of rows in sight and breaks long texts where asked', async () => {
    const columns = COLUMNS.map((column) => ({ ...column, wrap: true }));
    const archive = await whole(xlsxStream([sheet([[null, 1, '=长', null]], { columns, named: true })]));
    const xml = fileOf(archive, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<c r="C2" s="6" t="inlineStr">');
    const looks = [...fileOf(archive, 'xl/styles.xml').matchAll(/<xf [^>]*applyAlignment[^>]*>.*?<\/xf>/g)];
    expect(looks[6]?.[0]).toMatch(/quotePrefix="1".*wrapText="1"/);
  });

  it('holds any text that is not made of what XML cannot hold', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = texts.map((one): XlsxRow => [null, 1, one, null]);
        const xml = fileOf(await whole(xlsxStream([sheet(rows)])), 'xl/worksheets/sheet1.xml');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
        const [read] = await readXlsxFile(await whole(xlsxStream([sheet(rows)])));
        expect(read?.data.map(([, number]) => number)).toEqual(['人次', ...texts.map(() => 1)]);
      }),
      { numRuns: 50 },
    );
  });

  it('reads its rows no faster than it is read', async () => {
    let batches = 0;
    async function* rows() {
      for (; batches < 400; batches++)
        yield Array.from({ length: 200 }, (_, n): XlsxRow => [null, n, `第 ${n * batches} 行`, null]);
    }
    const stream = xlsxStream([sheet([], { rows: rows() })]);
    while (batches === 0) await stream.next();
    for (let parts = 0; parts < 3; parts++) await stream.next();
    expect(batches).toBeLessThan(200);
    await stream.return();
    const stopped = batches;
    await new Promise((resolve) => setImmediate(resolve));
    expect(batches).toBeLessThanOrEqual(stopped + 1);
  });

  it('passes on what goes wrong while rows are read', async () => {
    async function* rows(): AsyncGenerator<XlsxRow[]> {
      yield [[null, 1, 'a', null]];
      throw new Error('the database went away');
    }
    await expect(whole(xlsxStream([sheet([], { rows: rows() })]))).rejects.toThrow('the database went away');
  });

  it('names columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('zipStream', () => {
  it('makes equal archives of equal contents', async () => {
    const files = () => [{ name: '文件.txt', content: ['你', '好'] }];
    const [one, other] = [await whole(zipStream(files())), await whole(zipStream(files()))];
    expect(one.equals(other)).toBe(true);
    expect(fileOf(one, '文件.txt')).toBe('你好');
  });
});
