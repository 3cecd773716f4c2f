import { API_PATTERNS } from '@/lib/public-directory/api/routes';
import { sourceFiles, textOf } from './source-files';

// What the folder app/ and the commands of lib offer to the outside, read from the files themselves.

/** The address of a route file, without the language and without groups. */
export function patternOf(file: string): string {
  const folders = file.split('/').slice(1, -1);
  return `/${folders.filter((folder) => folder !== '[locale]' && !folder.startsWith('(')).join('/')}`;
}

/** Files that are an address of their own by Next's convention. */
const METADATA_ADDRESSES = [
  { ending: /\/sitemap\.ts$/, name: 'sitemap.xml' },
  { ending: /\/robots\.ts$/, name: 'robots.txt' },
  { ending: /\/manifest\.ts$/, name: 'manifest.webmanifest' },
];

/** Every page file with its address; a page that catches everything else is the 404 page, not an address. */
export function pageFiles(): { file: string; pattern: string }[] {
  return sourceFiles(['app'])
    .filter((file) => /\/page\.tsx$/.test(file))
    .map((file) => ({ file, pattern: patternOf(file) }))
    .filter(({ pattern }) => !pattern.includes('[...'));
}

/** The address of every route handler and generated metadata file, and of the public API's own table. */
export function handlerPatterns(): string[] {
  const files = sourceFiles(['app']);
  const handlers = files.filter((file) => /\/route\.tsx?$/.test(file)).map(patternOf);
  const metadata = files.flatMap((file) => {
    const found = METADATA_ADDRESSES.find(({ ending }) => ending.test(file));
    return found ? [`${patternOf(file).replace(/\/$/, '')}/${found.name}`] : [];
  });
  return [...handlers, ...metadata, ...API_PATTERNS].sort();
}

const EXPORTED_FUNCTION = /^export (?:async )?(?:function|const) (\w+)/gm;

function exportedNames(files: string[]): string[] {
  return files.flatMap((file) => [...textOf(file).matchAll(EXPORTED_FUNCTION)].map((match) => match[1] ?? ''));
}

/** The names of every server action. */
export function actionNames(): string[] {
  return exportedNames(sourceFiles(['app']).filter((file) => /\/actions\.ts$/.test(file)));
}

/** The names of every command of lib. */
export function commandNames(): string[] {
  return exportedNames(sourceFiles(['lib']).filter((file) => /\/([a-z-]+-)?commands?\.ts$/.test(file)));
}
