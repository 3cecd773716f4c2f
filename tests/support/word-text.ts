import { archivedText } from './archive';
import { textIn } from './rendered';

/** What a Word file says: its tables cell by cell, and its paragraphs outside of tables with their style. */
export type WordText = { tables: string[][][]; paragraphs: { style: string | null; text: string }[] };

const each = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>[\\s\\S]*?</w:${tag}>`, 'g'))].map(([part]) => part);
const words = (xml: string) =>
  textIn([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));

/** Opens a Word file and reads it. */
export function wordText(file: Buffer): WordText {
  const xml = archivedText(file, 'word/document.xml');
  return {
    tables: each(xml, 'tbl').map((table) => each(table, 'tr').map((row) => each(row, 'tc').map(words))),
    paragraphs: each(xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, ''), 'p').map((paragraph) => ({
      style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? null,
      text: words(paragraph),
    })),
  };
}
