import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

// What a backup says of itself: a folder with one compressed file a table, and this beside them.

export const MANIFEST_FILE = 'manifest.json';

/** Moves when a program that knows only this layout could no longer read a backup. */
const LAYOUT = 1;

const tableSchema = z.object({
  name: z.string(),
  /** in the order of the file */
  columns: z.array(z.string()),
  rows: z.int().nonnegative(),
  file: z.string().regex(/^[a-z0-9_]+\.copy\.gz$/),
  /** of the compressed file */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestSchema = z.object({
  layout: z.literal(LAYOUT),
  /** the instant that all tables show */
  at: z.iso.datetime(),
  serverVersion: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Manifest = z.output<typeof manifestSchema>;
export type BackedUpTable = Manifest['tables'][number];

export function newManifest(rest: Omit<Manifest, 'layout'>): Manifest {
  return { layout: LAYOUT, ...rest };
}

/** SHA-256 of a file, as hexadecimal digits. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Reads what a backup says of itself and holds every file against it.
 * @throws Error in plain words when the folder is no whole backup
 */
export async function readBackup(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8').catch(() => {
    throw new Error(`${folder} is no backup: it has no ${MANIFEST_FILE}.`);
  });
  const parsed = manifestSchema.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new Error(`${MANIFEST_FILE} of ${folder} cannot be read by this version of the portal; nothing was changed.`);
  for (const { file, sha256 } of parsed.data.tables) {
    const found = await hashOf(path.join(folder, file)).catch(() => null);
    if (found === sha256) continue;
    const wrong = found === null ? 'is missing' : 'is not as it was written';
    throw new Error(`The backup is not whole: ${file} ${wrong}. Nothing was changed.`);
  }
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
