// `npm test` on a machine that has only Node, npm and git: brings what is missing, runs every stage even after a
// failure, and ends with one line of totals. Plain JavaScript without dependencies, because it installs them.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBrowser, prepareDependencies } from './support/prepare.mjs';
import { endEverything, runProgram } from './support/programs.mjs';
import { addUp, browserTotals, totalsLine, vitestTotals } from './support/totals.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));

const OUTPUT = 'tests/output';
const node = (file, ...args) => [process.execPath, [file, ...args]];
const vitest = (project) =>
  node(
    'node_modules/vitest/vitest.mjs',
    'run',
    // unit tests are two projects, see tests/structure/lone-tests.ts
    `--project=${project}*`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${OUTPUT}/${project}.json`,
  );
const asOneTest = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

const STAGES = [
  {
    name: 'format and lint',
    program: () => node('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'),
    count: asOneTest,
  },
  {
    name: 'types',
    // Next's own types of routes and styles first: they are generated, not stored
    before: () => node('node_modules/next/dist/bin/next', 'typegen'),
    program: () => node('node_modules/typescript/bin/tsc', '--noEmit'),
    count: asOneTest,
  },
  { name: 'unit', program: () => vitest('unit'), count: (code) => vitestTotals(`${OUTPUT}/unit.json`, code) },
  { name: 'build', program: () => node('--import', 'tsx', 'lib/cli/build.ts'), count: asOneTest },
  {
    name: 'integration',
    program: () => vitest('integration'),
    count: (code) => vitestTotals(`${OUTPUT}/integration.json`, code),
  },
  {
    name: 'browser',
    needs: ['build', 'chromium'],
    program: () => node('node_modules/@playwright/test/cli.js', 'test'),
    count: (code) => browserTotals(`${OUTPUT}/browser.json`, code),
  },
];

const began = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`;
const say = (name, text, since) => console.log(`${seconds(since)}  ${name.padEnd(16)} ${text}`);

/** Runs a step of preparation; false when it failed, with its reason printed. */
async function prepared(name, prepare) {
  const since = Date.now();
  try {
    say(name, await prepare(), since);
    return true;
  } catch (error) {
    say(name, error.message, since);
    return false;
  }
}

async function runStage(stage, missing) {
  const since = Date.now();
  const lacking = (stage.needs ?? []).filter((need) => missing.has(need));
  if (lacking.length > 0) {
    say(stage.name, `not run, for want of: ${lacking.join(', ')}`, since);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  let { code, printed } = stage.before ? await runProgram(...stage.before()) : { code: 0, printed: '' };
  if (code === 0) ({ code, printed } = await runProgram(...stage.program()));
  const totals = stage.count(code);
  say(stage.name, totalsLine(totals), since);
  if (totals.failed > 0) {
    missing.add(stage.name);
    console.log(`\n${printed.slice(-30_000)}\n`);
  }
  return totals;
}

async function main() {
  rmSync(OUTPUT, { recursive: true, force: true });
  const missing = new Set();
  if (!(await prepared('dependencies', prepareDependencies))) return { passed: 0, failed: 1, skipped: 0 };
  if (!(await prepared('chromium', prepareBrowser))) missing.add('chromium');
  const all = [];
  for (const stage of STAGES) all.push(await runStage(stage, missing));
  return addUp(all);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, async () => {
    await endEverything();
    process.exit(1);
  });

const totals = await main();
await endEverything();
console.log(`${seconds(began)}  in all`);
console.log(totalsLine(totals));
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
