import { inflateRawSync } from 'node:zlib';

/** The text of one file of a ZIP archive, found by its directory. */
export function archivedText(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  for (let at = archive.readUInt32LE(end + 16); archive.readUInt32LE(at) === 0x02_01_4b_50; ) {
    const [length, more, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    if (archive.toString('utf8', at + 46, at + 46 + (length ?? 0)) === name) {
      const offset = archive.readUInt32LE(at + 42);
      const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
      const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20));
      return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString();
    }
    at += 46 + (length ?? 0) + (more ?? 0) + (comment ?? 0);
  }
  throw new Error(`The archive has no ${name}`);
}
