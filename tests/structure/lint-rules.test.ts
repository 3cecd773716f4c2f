import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

// The linter's rules are only worth something if they bite: offending files are laid out in a copy of the house.

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), severity: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

const IMPORTS = 'lint/style/noRestrictedImports';
const imports = (from: string) => `import { it } from '${from}';\nexport const used = [it];\n`;

type Case = { what: string; file: string; text: string; rule: string | null };
const CASES: Case[] = [
  { what: 'core imports log', file: 'lib/core/a.ts', text: imports('@/lib/log/logger'), rule: IMPORTS },
  { what: 'db imports directory', file: 'lib/db/a.ts', text: imports('@/lib/directory/schema'), rule: IMPORTS },
  {
    what: 'directory imports its right neighbour',
    file: 'lib/directory/a.ts',
    text: imports('@/lib/joint-clinics/schema'),
    rule: IMPORTS,
  },
  { what: 'lib imports a component', file: 'lib/directory/b.ts', text: imports('@/components/ui/x'), rule: IMPORTS },
  { what: 'lib imports app', file: 'lib/public-directory/a.ts', text: imports('@/app/x'), rule: IMPORTS },
  { what: 'lib climbs out of its folder', file: 'lib/directory/c.ts', text: imports('../core/dates'), rule: IMPORTS },
  {
    what: 'a new folder imports anything',
    file: 'lib/brand-new/a.ts',
    text: imports('@/lib/db/client'),
    rule: IMPORTS,
  },
  {
    what: 'a component imports a query',
    file: 'components/a.tsx',
    text: imports('@/lib/directory/queries'),
    rule: IMPORTS,
  },
  {
    what: 'a component imports the database',
    file: 'components/b.tsx',
    text: imports('@/lib/db/client'),
    rule: IMPORTS,
  },
  { what: 'a page imports the database', file: 'app/a.tsx', text: imports('@/lib/db/client'), rule: IMPORTS },
  { what: 'a page imports tests', file: 'app/b.tsx', text: imports('@/tests/support/routes'), rule: IMPORTS },
  { what: 'a seed imports app', file: 'prisma/seed/a.ts', text: imports('@/app/x'), rule: IMPORTS },
  {
    what: 'process.env outside lib/core/env.ts',
    file: 'lib/directory/d.ts',
    text: 'export const port = process.env.PORT;\n',
    rule: 'lint/style/noProcessEnv',
  },
  {
    what: 'process.env in a page',
    file: 'app/c.tsx',
    text: 'export const port = process.env.PORT;\n',
    rule: 'lint/style/noProcessEnv',
  },
  {
    what: 'any',
    file: 'lib/core/b.ts',
    text: 'export const thing: any = 1;\n',
    rule: 'lint/suspicious/noExplicitAny',
  },
  {
    what: 'a non-null assertion',
    file: 'lib/core/c.ts',
    text: 'export const first = (list: string[]) => list[0]!;\n',
    rule: 'lint/style/noNonNullAssertion',
  },
  {
    what: 'a barrel',
    file: 'lib/core/d.ts',
    text: "export * from './dates';\nexport * from './geo';\n",
    rule: 'lint/performance/noBarrelFile',
  },
  { what: 'console', file: 'lib/core/e.ts', text: "console.log('x');\n", rule: 'lint/suspicious/noConsole' },
  {
    what: 'an empty catch',
    file: 'lib/core/f.ts',
    text: 'export function f(run: () => void) {\n  try {\n    run();\n  } catch {}\n}\n',
    rule: 'lint/suspicious/noEmptyBlockStatements',
  },
  { what: 'a page imports next-auth', file: 'app/d.tsx', text: imports('next-auth'), rule: IMPORTS },
  { what: 'a component imports next-auth', file: 'components/c.tsx', text: imports('next-auth/react'), rule: IMPORTS },
  { what: 'access imports next-auth', file: 'lib/access/a.ts', text: imports('next-auth/jwt'), rule: IMPORTS },
  { what: 'a seed imports next-auth', file: 'prisma/seed/b.ts', text: imports('next-auth'), rule: IMPORTS },
  { what: 'auth imports next-auth', file: 'lib/auth/ok.ts', text: imports('next-auth/jwt'), rule: null },
  { what: 'the route of auth imports next-auth', file: 'app/api/auth/ok.ts', text: imports('next-auth'), rule: null },
  { what: 'directory imports db', file: 'lib/directory/ok.ts', text: imports('@/lib/db/client'), rule: null },
  { what: 'a component imports rules', file: 'components/ok.tsx', text: imports('@/lib/directory/rules'), rule: null },
  { what: 'a page imports a query', file: 'app/ok.tsx', text: imports('@/lib/public-directory/queries'), rule: null },
];

describe('the linter', () => {
  let folder = '';
  const found = new Map<string, { category: string; severity: string }[]>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lint-rules-'));
    await copyFile('biome.json', path.join(folder, 'biome.json'));
    for (const { file, text } of CASES) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', folder];
    const lint = promisify(execFile)('node_modules/.bin/biome', [...args, `--config-path=${folder}`]);
    // it ends with code 1, as it must: there is something to report
    const { stdout } = await lint.catch((error: { stdout: string }) => error);
    for (const { category, severity, location } of report.parse(JSON.parse(stdout)).diagnostics) {
      const file = CASES.find((one) => location.path.endsWith(one.file))?.file ?? location.path;
      found.set(file, [...(found.get(file) ?? []), { category, severity }]);
    }
  }, 30_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(CASES.filter((one) => one.rule))('forbids: $what', ({ file, rule }) => {
    expect(found.get(file)).toContainEqual({ category: rule, severity: 'error' });
  });

  it.each(CASES.filter((one) => !one.rule))('allows: $what', ({ file }) => {
    expect(found.get(file) ?? []).toEqual([]);
  });
});
