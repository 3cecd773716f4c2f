import { describe, expect, it } from 'vitest';
import { sourceFiles, textOf } from './source-files';

// The scope matrix calls every operation of staff as every role; this finds the ones that it does not know.

const REGISTRY = sourceFiles(['tests'])
  .filter((file) => /^tests\/support\/staff-([a-z-]+-)?operations\.ts$/.test(file))
  .map(textOf)
  .join('\n');

/** Queries, commands and exports are told by their file, and those of staff by their first parameter. */
const FILE = /^lib\/.*\/([a-z-]+-)?(queries|commands?|export)\.ts$/;
const FOR_STAFF = /^export async function (\w+)\(\s*(?:\w+: Actor\b|\{[^}]*\}: (?:SignedIn|Pick<SignedIn))/gm;
const ACTION = /^export async function (\w+)/gm;

function namesIn(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) => [...textOf(file).matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** Forms on which people act on their own account or sign in; those have no target. */
const OWN_FORMS = /^app\/\[locale\]\/(actions\.ts|\(auth\)\/|\(public\)\/|\(workspace\)\/(actions\.ts|account\/))/;

describe('the registry of staff operations', () => {
  const known = (name: string) => REGISTRY.includes(`'${name}'`);

  it('names every query, command and export that takes an actor', () => {
    const names = namesIn(
      sourceFiles(['lib']).filter((file) => FILE.test(file)),
      FOR_STAFF,
    );
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !known(name))).toEqual([]);
  });

  it('names every action of the workspace', () => {
    const files = sourceFiles(['app']).filter((file) => /\/actions\.ts$/.test(file) && !OWN_FORMS.test(file));
    const names = namesIn(files, ACTION);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !known(name))).toEqual([]);
  });

  it('names every download of the workspace', () => {
    const routes = sourceFiles(['app'])
      .filter((file) => file.includes('(workspace)') && file.endsWith('/route.ts'))
      .map((file) => file.replace(/^.*\(workspace\)/, '').replace(/\/route\.ts$/, ''));
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter((route) => !known(route))).toEqual([]);
  });
});
