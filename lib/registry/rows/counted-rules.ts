import type { CellReading } from '@/lib/registry/schema';

// Cells that say something of each of several entries: how often, or in which part. Kept as `id:value`, sorted by the id.

const COUNTED = /^(.+?)(?:\s*[×*:]\s*|\s+[xX]\s*|\s*)(\d{1,5})\s*(?:人次|次|例)?$/;
const WITH_PART = /^(.+?)\s*(?:\(\s*([^()]+?)\s*\)|:\s*([^():]+))$/;

type ReadText = (text: string) => CellReading;

/** What each part of a cell says, by entry; nothing is said of an entry twice. */
function readEach(
  parts: readonly string[],
  readPart: (part: string) => [CellReading, CellReading] | null,
  unread: (part: string) => CellReading,
): CellReading {
  const said = new Map<string, string>();
  for (const part of parts) {
    const both = readPart(part.normalize('NFKC'));
    if (!both) return unread(part);
    const [name, value] = both;
    if (!name.ok) return name;
    if (!value.ok) return value;
    if (name.value === null || value.value === null) return unread(part);
    if (said.has(name.value)) return { ok: false, code: 'twice', values: { term: part } };
    said.set(name.value, value.value);
  }
  const rows = [...said].map(([id, value]) => `${id}:${value}`).sort();
  return { ok: true, value: rows.length > 0 ? rows.join(';') : null };
}

/** 膝痹×12；项痹×3: entries with a whole number each. */
export function readCounts(parts: readonly string[], readName: ReadText, most: number): CellReading {
  const count = (text: string): CellReading => {
    const value = Number(text);
    return value < 1 || value > most
      ? { ok: false, code: 'range', values: { least: 1, most } }
      : { ok: true, value: String(value) };
  };
  return readEach(
    parts,
    (part) => {
      const [, name, number] = COUNTED.exec(part) ?? [];
      return name && number ? [readName(name), count(number)] : null;
    },
    (text) => ({ ok: false, code: 'counted', values: { text } }),
  );
}

/** 张某（跟诊观摩）；李某（协助诊治）: entries with one of a few words each. */
export function readParts(parts: readonly string[], readName: ReadText, readWord: ReadText): CellReading {
  return readEach(
    parts,
    (part) => {
      const [, name, word, other] = WITH_PART.exec(part) ?? [];
      const said = word ?? other;
      return name && said ? [readName(name), readWord(said)] : null;
    },
    (text) => ({ ok: false, code: 'withPart', values: { text } }),
  );
}

/** The entries of such a cell with what it says of each. */
export function saidIn(cell: string | null | undefined): [id: string, value: string][] {
  return (cell ?? '').split(';').flatMap((row): [string, string][] => {
    const at = row.lastIndexOf(':');
    return at > 0 ? [[row.slice(0, at), row.slice(at + 1)]] : [];
  });
}

/** Such a cell of entries and what is said of each. */
export function sayingCell(said: readonly (readonly [id: string, value: string | number])[]): string | null {
  return said.length > 0
    ? said
        .map(([id, value]) => `${id}:${value}`)
        .sort()
        .join(';')
    : null;
}
