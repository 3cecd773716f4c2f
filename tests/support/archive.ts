import { inflateRawSync } from 'node:zlib';

type Entry = { name: string; bytes: () => Buffer };

/** The files of a ZIP archive, as its directory lists them. */
function entriesOf(archive: Buffer): Entry[] {
  const entries: Entry[] = [];
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  for (let at = archive.readUInt32LE(end + 16); archive.readUInt32LE(at) === 0x02_01_4b_50; ) {
    const [length, more, comment] = [
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ];
    const [stored, packed, offset] = [
      archive.readUInt16LE(at + 10) === 0,
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ];
    const bytes = () => {
      const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
      const content = archive.subarray(start, start + packed);
      return stored ? content : inflateRawSync(content);
    };
    entries.push({ name: archive.toString('utf8', at + 46, at + 46 + length), bytes });
    at += 46 + length + more + comment;
  }
  return entries;
}

/** The names of the files of a ZIP archive, in their order. */
export function archivedNames(archive: Buffer): string[] {
  return entriesOf(archive).map(({ name }) => name);
}

/** One file of a ZIP archive. */
export function archivedBytes(archive: Buffer, name: string): Buffer {
  const entry = entriesOf(archive).find((one) => one.name === name);
  if (!entry) throw new Error(`The archive has no ${name}`);
  return entry.bytes();
}

/** The text of one file of a ZIP archive. */
export function archivedText(archive: Buffer, name: string): string {
  return archivedBytes(archive, name).toString();
}
