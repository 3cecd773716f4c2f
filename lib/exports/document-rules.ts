// A document as a list of blocks: what stands in it, without how a program for texts writes it down.

/** Text, a figure's number in the annex, or a blank that somebody has to fill. */
export type Run = string | { annex: number } | { blank: string };

/** A table on paper: every cell as text; numbers stand at the right. */
export type PaperTable = {
  columns: readonly { header: string; numeric: boolean; share: number }[];
  rows: readonly (readonly string[])[];
};

/** A picture with the size that it is shown in, in pixels of paper (96 to the inch); `text` for those who cannot see it. */
export type PaperPicture = { title: string; text: string; png: Uint8Array; width: number; height: number };

export type Block =
  | { kind: 'title' | 'subtitle' | 'note'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string; newPage?: boolean }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'item'; runs: readonly Run[] }
  | ({ kind: 'table' } & PaperTable)
  | ({ kind: 'picture' } & PaperPicture);

export type PaperDocument = { title: string; author: string; blocks: readonly Block[] };

/** Every blank of a document, in its order, each once. */
export function blanksOf(blocks: readonly Block[]): string[] {
  const runs = blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'item' ? block.runs : []));
  return [...new Set(runs.flatMap((run) => (typeof run === 'object' && 'blank' in run ? [run.blank] : [])))];
}
