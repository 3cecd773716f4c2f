import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'tests'];
const CODE = /\.(tsx?|mjs|js|css)$/;
const NOT_OURS = /^(lib\/db\/generated|tests\/output)\//;

/** Every hand-written code file below the given folders, as paths from the root with forward slashes. */
export function sourceFiles(folders: readonly string[] = FOLDERS): string[] {
  const entries = folders.flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: true }));
  return entries
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
    .filter((file) => !NOT_OURS.test(file))
    .sort();
}

/** The text of a source file. */
export function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Every file that holds tests: unit tests beside the code, and all of tests/. */
export function testFiles(): string[] {
  return sourceFiles().filter((file) => file.startsWith('tests/') || /\.test\.tsx?$/.test(file));
}
