import 'server-only';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  TableCell as WordCell,
} from 'docx';
import type { FileLanguage } from '@/lib/i18n/file-language';
import type { Block, PaperDocument, PaperTable, Run } from './document-rules';

// A document as Word holds it (ECMA-376), laid out as official documents in China are (GB/T 9704): A4 with their margins,
// Song and Hei for headings, Fangsong for the text, the page's number between dashes.

const POINT = 20;
const millimetres = (length: number) => Math.round((length * 1440) / 25.4);
const MARGIN = { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) };
const TEXT_WIDTH = millimetres(210) - MARGIN.left - MARGIN.right;
/** in half points */
const SIZE = { title: 44, heading: 32, subheading: 30, text: 28, note: 21, table: 20 } as const;
const LATIN = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });
const [SONG, HEI, KAI, FANG] = [font('宋体'), font('黑体'), font('楷体'), font('仿宋')];
const LINE = { line: 28 * POINT, lineRule: LineRuleType.AT_LEAST } as const;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const;
const RULES = { top: RULE, bottom: RULE, left: RULE, right: RULE } as const;

function runOf(run: Run, { text }: FileLanguage): TextRun {
  if (typeof run === 'string') return new TextRun({ text: run, font: FANG, size: SIZE.text });
  if ('annex' in run) return new TextRun({ text: `[${run.annex}]`, font: FANG, size: SIZE.text, superScript: true });
  return new TextRun({
    text: text('work-report.blank', { what: run.blank }),
    font: FANG,
    size: SIZE.text,
    highlight: 'yellow',
  });
}

function cellOf(text: string, share: number, { numeric, head }: { numeric: boolean; head: boolean }): WordCell {
  const style = { text, font: head ? HEI : FANG, size: SIZE.table };
  return new WordCell({
    width: { size: Math.round(TEXT_WIDTH * share), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    shading: head ? { type: ShadingType.CLEAR, fill: 'EDEBE4', color: 'auto' } : undefined,
    children: [
      new Paragraph({
        alignment: head ? AlignmentType.CENTER : numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun(style)],
      }),
    ],
  });
}

function tableOf({ columns, rows }: PaperTable): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ share, numeric }, at) => cellOf(cells[at] ?? '', share / whole, { numeric, head })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / whole)),
    borders: { ...RULES, insideHorizontal: RULE, insideVertical: RULE },
    rows: [
      row(
        columns.map(({ header }) => header),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

/** @param list tells the numbers of one list from those of another */
function blockOf(block: Block, language: FileLanguage, list: number): (Paragraph | Table)[] {
  const centred = AlignmentType.CENTER;
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: centred,
          spacing: { after: 12 * POINT },
          children: [new TextRun({ text: block.text, font: SONG, size: SIZE.title, bold: true, color: '000000' })],
        }),
      ];
    case 'subtitle':
      return [
        new Paragraph({
          alignment: centred,
          spacing: { after: 12 * POINT },
          children: [new TextRun({ text: block.text, font: KAI, size: SIZE.text })],
        }),
      ];
    case 'note':
      return [
        new Paragraph({
          spacing: { after: 6 * POINT },
          children: [new TextRun({ text: block.text, font: KAI, size: SIZE.note })],
        }),
      ];
    case 'heading': {
      const first = block.level === 1;
      return [
        new Paragraph({
          heading: first ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          pageBreakBefore: block.newPage,
          spacing: { before: 12 * POINT, after: 6 * POINT },
          children: [
            new TextRun({
              text: block.text,
              font: first ? HEI : KAI,
              size: first ? SIZE.heading : SIZE.subheading,
              bold: !first,
              color: '000000',
            }),
          ],
        }),
      ];
    }
    case 'paragraph':
    case 'item':
      return [
        new Paragraph({
          spacing: LINE,
          ...(block.kind === 'item'
            ? { numbering: { reference: 'items', level: 0, instance: list } }
            : { indent: { firstLine: SIZE.text * POINT }, alignment: AlignmentType.BOTH }),
          children: block.runs.map((run) => runOf(run, language)),
        }),
      ];
    case 'table':
      return [tableOf(block)];
    case 'picture':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 6 * POINT },
          children: [new TextRun({ text: block.title, font: HEI, size: SIZE.note })],
        }),
        new Paragraph({
          alignment: centred,
          children: [
            new ImageRun({
              type: 'png',
              data: Buffer.from(block.png),
              transformation: { width: block.width, height: block.height },
              altText: { name: block.title, title: block.title, description: block.text },
            }),
          ],
        }),
      ];
  }
}

/** Lists are told apart by the headings above them. */
function listOf(blocks: readonly Block[], at: number): number {
  return blocks.slice(0, at).filter(({ kind }) => kind === 'heading').length;
}

/** The bytes of a Word file. */
export async function wordFile({ title, author, blocks }: PaperDocument, language: FileLanguage): Promise<Buffer> {
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: SONG, size: SIZE.text })],
  });
  const document = new Document({
    title,
    creator: author,
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            {
              level: 0,
              format: 'decimal',
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 560, hanging: 420 } }, run: { font: FANG, size: SIZE.text } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: millimetres(210), height: millimetres(297) }, margin: MARGIN } },
        footers: { default: new Footer({ children: [footer] }) },
        children: blocks.flatMap((block, at) => blockOf(block, language, listOf(blocks, at))),
      },
    ],
  });
  return await Packer.toBuffer(document);
}
