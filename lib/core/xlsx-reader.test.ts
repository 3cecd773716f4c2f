import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from './dates';
import { type XlsxRow, xlsxStream } from './xlsx';
import { readWorkbook } from './xlsx-reader';
import { zipStream } from './zip-stream';

const LIMITS = { rows: 100, columns: 10, unpackedBytes: 2_000_000 };
const WORKBOOK =
  '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="a"/><sheet name="乙" state="hidden" r:id="b"/></sheets></workbook>';
const RELATIONS =
  '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>';

async function whole(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const part of parts) read.push(part);
  return Buffer.concat(read);
}

/** A workbook as other programs write it, from the XML of its first sheet and further parts. */
async function made(sheet: string, parts: Record<string, string> = {}): Promise<Buffer> {
  const files = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  };
  return await whole(zipStream(Object.entries(files).map(([name, text]) => ({ name, content: [text] }))));
}

async function rowsOf(file: Buffer) {
  const read = await readWorkbook(file, LIMITS);
  if (!read.ok) throw new Error(read.problem);
  return read.sheets.map(({ rows }) => rows.map(({ line, cells }) => [line, ...cells]));
}

describe('readWorkbook', () => {
  it('reads what the portal writes', async () => {
    const texts = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async (rows) => {
        const columns = ['a', 'b', 'c', 'd', 'e'].map((header) => ({ header, width: 9, kind: 'text' as const }));
        const file = await whole(xlsxStream([{ name: '甲', columns, rows: [rows as XlsxRow[]], table: true }]));
        const [[, ...read] = []] = await rowsOf(file);
        expect(read.map(([, ...cells]) => cells)).toEqual(
          rows.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n'))),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('reads dates of any format, numbers, shared strings with hints of their sound, and results of formulas', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs><cellStyles/></styleSheet>';
    const strings = '<sst><si><t>外滩</t></si><si><r><t>黄</t></r><r><t>浦</t></r><rPh><t>huang</t></rPh></si></sst>';
    const sheet = `<worksheet><sheetData>
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
      <row r="4"><c r="A4" s="1"><v>46344</v></c><c r="B4" s="2"><v>46344.5</v></c><c r="C4" s="3"><v>2.50</v></c><c r="D4" t="str"><f>A1&amp;B1</f><v>甲&amp;乙</v></c><c r="E4" t="e"><v>#N/A</v></c><c r="F4" t="b"><v>1</v></c><c r="G4"><v>2.163231234E9</v></c></row>
    </sheetData></worksheet>`;
    expect(await rowsOf(await made(sheet, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings }))).toEqual([
      [
        [2, '外滩', '', '黄浦'],
        [4, civilDate('2026-11-18'), '2026-11-18 12:00', '2.5', '甲&乙', '#N/A', 'TRUE', '2163231234'],
      ],
    ]);
  });

  it('tells a formula that was never worked out from one whose result is empty', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><f>B1&amp;C1</f><v></v></c><c r="B1"><f t="shared" si="0"/></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1+1</f><v>2</v></c><c r="E1"/></row></sheetData></worksheet>';
    expect(await rowsOf(await made(sheet))).toEqual([[[1, '=?', '=?', '', '2', '']]]);
  });

  it('puts what stands in merged cells into every row, and leaves out hidden sheets', async () => {
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>黄浦区</x:t></x:is></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>';
    const other = '<worksheet><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>';
    expect(await rowsOf(await made(sheet, { 'xl/worksheets/sheet2.xml': other }))).toEqual([
      [
        [1, '黄浦区', '1'],
        [2, '黄浦区', '2'],
      ],
    ]);
  });

  it('stops at its limits', async () => {
    const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>${at}</v></c><c r="ZZ${at}"><v>1</v></c></row>`;
    const rows = Array.from({ length: 101 }, (_, at) => row(at + 1)).join('');
    const read = await readWorkbook(await made(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), LIMITS);
    expect(read.ok && read.sheets[0]).toMatchObject({ cut: true, rows: { length: 100, 0: { cells: ['1'] } } });
  });

  it('gives up a small archive that would unpack to much, whatever it says of itself', async () => {
    const bomb = await made(' '.repeat(3_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await readWorkbook(bomb, LIMITS)).toEqual({ ok: false, problem: 'too_large' });
    // the directory claims one byte
    const lying = Buffer.from(bomb);
    const packed = deflateRawSync(' ');
    for (
      let at = lying.indexOf(Buffer.from('PK\u0001\u0002'));
      at > 0;
      at = lying.indexOf(Buffer.from('PK\u0001\u0002'), at + 4)
    )
      lying.writeUInt32LE(packed.length, at + 24);
    expect(await readWorkbook(lying, LIMITS)).toEqual({ ok: false, problem: 'too_large' });
  });

  it('says what is no workbook, and never throws', async () => {
    const zip = await whole(zipStream([{ name: 'a.txt', content: ['a'] }]));
    expect(await readWorkbook(zip, LIMITS)).toEqual({ ok: false, problem: 'not_workbook' });
    const good = await made('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>');
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), async (at, byte, length) => {
        const hurt = Buffer.from(good.subarray(0, length));
        if (at < hurt.length) hurt[at] = byte;
        expect(typeof (await readWorkbook(hurt, LIMITS)).ok).toBe('boolean');
      }),
    );
  });
});
