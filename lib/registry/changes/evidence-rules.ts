// Files that people send as evidence: told by what they hold, whatever they are called.

export const EVIDENCE_BYTES = 5_000_000;
/** Longest name that is kept, in characters. */
const NAME_CHARACTERS = 100;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_TYPES;

const starts = (bytes: Buffer, ...first: number[]) => first.every((byte, at) => bytes[at] === byte);

/** What a file is by its content; null for everything that is not taken, also documents with macros. */
export function evidenceKind(bytes: Buffer): EvidenceKind | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  // names of the parts of an archive stand in it unpacked
  if (!starts(bytes, 0x50, 0x4b, 0x03, 0x04) || !bytes.includes('[Content_Types].xml')) return null;
  if (bytes.includes('vbaProject.bin')) return null;
  if (bytes.includes('word/document.xml')) return 'docx';
  return bytes.includes('xl/workbook.xml') ? 'xlsx' : null;
}

/** The name under which evidence is kept: without folders and what cannot be seen, ending as its content says. */
export function evidenceName(given: string, kind: EvidenceKind): string {
  const plain = (given.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}"<>:|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim();
  return `${[...plain].slice(0, NAME_CHARACTERS).join('') || 'evidence'}.${kind}`;
}
