import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

// Reading ZIP archives that somebody sends: by their directory, and never more than a given number of bytes, whatever
// the archive says about itself.

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);

const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;
/** A comment after the end of the directory is at most so long. */
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 2_000;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

type Entry = { name: string; flags: number; method: number; packed: number; offset: number };

export type ZipContents =
  | { ok: true; files: ReadonlyMap<string, Buffer> }
  | { ok: false; problem: 'not_zip' | 'encrypted' | 'too_large' };

function findEnd(archive: Buffer): number | null {
  const first = Math.max(0, archive.length - 22 - LONGEST_COMMENT);
  for (let at = archive.length - 22; at >= first; at--) if (archive.readUInt32LE(at) === END) return at;
  return null;
}

/** The archive's directory; null when it is damaged. */
function entriesOf(archive: Buffer): Entry[] | null {
  const end = findEnd(archive);
  if (end === null) return null;
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return null;
  for (let number = 0; number < count; number++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) return null;
    const length = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + length),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function packedBytes(archive: Buffer, { packed, offset }: Entry): Buffer | null {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  return start + packed > archive.length ? null : archive.subarray(start, start + packed);
}

async function unpack(bytes: Buffer, method: number, most: number): Promise<Buffer | 'too_large' | 'damaged'> {
  if (method === STORED) return bytes.length > most ? 'too_large' : bytes;
  if (method !== DEFLATED) return 'damaged';
  try {
    return await inflate(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged';
  }
}

/**
 * The files of an archive whose names are wanted, unpacked to at most `most` bytes altogether; a small archive that would
 * unpack to more (a "zip bomb") is given up as soon as it does.
 */
export async function readZip(
  archive: Buffer,
  { wanted, most }: { wanted: (name: string) => boolean; most: number },
): Promise<ZipContents> {
  const entries = archive.length < 22 ? null : entriesOf(archive);
  if (!entries) return { ok: false, problem: 'not_zip' };
  const files = new Map<string, Buffer>();
  let left = most;
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    if (entry.flags & ENCRYPTED) return { ok: false, problem: 'encrypted' };
    const bytes = packedBytes(archive, entry);
    const content = bytes ? await unpack(bytes, entry.method, left) : 'damaged';
    if (content === 'damaged') return { ok: false, problem: 'not_zip' };
    if (content === 'too_large') return { ok: false, problem: 'too_large' };
    left -= content.length;
    files.set(entry.name, content);
  }
  return { ok: true, files };
}
