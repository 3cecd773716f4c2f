import { expect, it } from 'vitest';
import { WORKSPACE_PARTS } from '@/lib/server/route-class';
import { sourceFiles } from './source-files';

it('knows every address of the workspace, and no other', () => {
  const folders = sourceFiles(['app'])
    .filter((file) => file.startsWith('app/[locale]/(workspace)/') && /\/(page|route)\.tsx?$/.test(file))
    .map((file) => file.split('/')[3] ?? '');
  expect([...WORKSPACE_PARTS].sort()).toEqual([...new Set(folders)].sort());
});
