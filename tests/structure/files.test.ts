import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sourceFiles, testFiles, textOf } from './source-files';

const LONGEST = 300;

describe('source files', () => {
  it(`have at most ${LONGEST} lines`, () => {
    const long = sourceFiles()
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('have names that say what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|shared|index)(\.[a-z.]+)?(\/|$)/;
    expect(sourceFiles().filter((file) => vague.test(file))).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const routeFolder = /^(\[(\.{3})?[a-z]+\]|\([a-z]+\)|[a-z0-9.-]+)$/;
    const odd = sourceFiles().filter((file) => {
      const parts = file.split('/');
      return !name.test(parts.at(-1) ?? '') || !parts.slice(0, -1).every((part) => routeFolder.test(part));
    });
    expect(odd).toEqual([]);
  });

  it("keep 'use server' in the actions of routes", () => {
    const directive = /^\s*['"]use server['"]/m;
    const elsewhere = sourceFiles(['app', 'components', 'lib', 'prisma'])
      .filter((file) => !/^app\/(.*\/)?actions\.ts$/.test(file))
      .filter((file) => directive.test(textOf(file)));
    expect(elsewhere).toEqual([]);
  });

  it("mark the browser's files in their names, and only those", () => {
    const directive = /^['"]use client['"]/m;
    // Next itself demands client error boundaries under these names
    const demanded = /\/(error|global-error)\.tsx$/;
    const odd = sourceFiles(['app', 'components', 'lib'])
      .filter((file) => !demanded.test(file))
      .filter((file) => directive.test(textOf(file)) !== /\.client\.tsx?$/.test(file));
    expect(odd).toEqual([]);
  });

  it('know next-auth only in lib/auth and its route', () => {
    const elsewhere = sourceFiles()
      .filter((file) => !/^(lib\/auth|app\/api\/auth|tests)\//.test(file))
      .filter((file) => /['"]next-auth(\/[a-z/]+)?['"]/.test(textOf(file)));
    expect(elsewhere).toEqual([]);
  });

  it('skip no test and single none out', () => {
    const mark = /\b(it|test|describe)\.(only|skip|skipIf|runIf|todo|fixme|fails)\b/;
    expect(testFiles().filter((file) => mark.test(textOf(file)))).toEqual([]);
  });

  it('climb out of no folder with ../', () => {
    const climbing = /(from|import\()\s*['"]\.\.\//;
    expect(sourceFiles().filter((file) => climbing.test(textOf(file)))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('names no registry', () => {
    const named = textOf('package-lock.json')
      .split('\n')
      .filter((line) => /"resolved":|registry\./.test(line));
    expect(named).toEqual([]);
  });

  it('has an entry for every package of every platform, so that npm ci takes it anywhere', () => {
    const lock = z
      .object({
        packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
      })
      .parse(JSON.parse(textOf('package-lock.json')));
    const names = Object.keys(lock.packages);
    const wanted = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !names.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });
});
