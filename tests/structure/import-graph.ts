import { existsSync } from 'node:fs';
import path from 'node:path';
import { sourceFiles, textOf } from './source-files';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]((?:@\/|\.\.?\/)[^'"]+)['"]/g;
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts'];

export type ImportGraph = ReadonlyMap<string, readonly string[]>;

function resolveImport(from: string, target: string): string | null {
  const base = target.startsWith('@/') ? target.slice(2) : path.posix.join(path.posix.dirname(from), target);
  const ending = ENDINGS.find((one) => /\.[a-z]+$/.test(`${base}${one}`) && existsSync(`${base}${one}`));
  return ending === undefined ? null : `${base}${ending}`;
}

/** Which of our files imports which, types included. */
export function importGraph(): ImportGraph {
  return new Map(
    sourceFiles().map((file) => {
      const targets = [...textOf(file).matchAll(IMPORT)].map((match) => resolveImport(file, match[1] ?? ''));
      return [file, [...new Set(targets.filter((target) => target !== null))]];
    }),
  );
}

/** The first import cycle found, as a closed path of files; null when there is none. */
export function findCycle(graph: ImportGraph): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): string[] | null => {
    const seenAt = trail.indexOf(file);
    if (seenAt >= 0) return [...trail.slice(seenAt), file];
    if (done.has(file)) return null;
    for (const target of graph.get(file) ?? []) {
      const cycle = walk(target, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return null;
}
