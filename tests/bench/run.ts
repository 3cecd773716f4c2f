import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ensureBuild } from '@/lib/cli/build';
import { type EmbeddedServer, ensureDatabase, startEmbeddedServer } from '@/lib/db/embedded-server';
import { applyMigrations } from '@/lib/db/migrate';
import { loadPreset } from '@/prisma/seed/presets';
import { measureClerk } from './clerk';
import { measureDashboards } from './dashboards';
import { measureImport } from './import';
import { load, median, percentile, timeEach } from './load';
import { type Portal, startPortal } from './portal';
import { askedQuestions, QUESTIONS } from './questions';
import { type Row, reached, report } from './report';
import { measureSessionList } from './session-list';
import { type Codes, openSqlSearch } from './sql-search';
import { measureSubmit } from './submit';

// `npm run bench`: the rows of the speed goals, measured in interleaved rounds on this machine. Everything runs
// on the loopback; data lies in .data/bench and is kept, so that a second run starts at once.

const ROUNDS = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.slice(9) ?? 5);
const SECONDS = Number(process.argv.find((argument) => argument.startsWith('--seconds='))?.slice(10) ?? 6);
const PAGES = 200;
/** `--only=search`, `submit`, `clerk`, `list`, `import` or `dashboards` measures a part. */
const ONLY = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const wanted = (part: string) => ONLY === undefined || ONLY === part;
const ASKED = askedQuestions(4000);
const API_PATHS = ASKED.map(({ path }) => path);
const EMPTY_PATHS = ['/api/v1/ping'];
/** The same markup as the search page, served by the same server without any work. */
const CONSTANT_PAGE = 'bench-constant-page.html';

const say = (line: string) => console.log(line);

async function database(server: EmbeddedServer, preset: 'demo' | 'province' | 'decade'): Promise<string> {
  const name = `bench_${preset}`;
  await ensureDatabase(server, name);
  const url = server.url(name);
  await applyMigrations(url);
  say(`Loading the ${preset} network into ${name}`);
  await loadPreset(url, preset);
  return url;
}

const answerSchema = z.object({
  data: z.array(z.object({ matches: z.array(z.object({ type: z.string(), code: z.string() })) })),
});

/** What each question means in codes, as the portal understands it; questions it does not answer fail the run. */
async function codesOfQuestions(portal: Portal): Promise<Map<string, Codes>> {
  const codes = new Map<string, Codes>();
  for (const q of QUESTIONS) {
    const answer = await fetch(`${portal.url}/api/v1/facilities?near=31.23,121.47&limit=50&q=${encodeURIComponent(q)}`);
    const { data } = answerSchema.parse(await answer.json());
    const matches = data.flatMap((row) => row.matches);
    const of = (type: string) => [...new Set(matches.filter((match) => match.type === type).map(({ code }) => code))];
    if (data.length === 0) say(`  nothing answers ${q}; it is left out of the comparison with SQL`);
    else codes.set(q, { conditions: of('condition'), techniques: of('technique') });
  }
  return codes;
}

async function firstByte(portal: Portal): Promise<{ page: number[]; constant: number[] }> {
  const paths = ASKED.slice(0, PAGES).map(
    ({ q, lat, lon }) => `/services?q=${encodeURIComponent(q)}&near=${lat},${lon}`,
  );
  await timeEach(portal.url, paths.slice(0, 40));
  const page: number[] = [];
  const constant: number[] = [];
  for (let at = 0; at < PAGES; at += 20) {
    page.push(...(await timeEach(portal.url, paths.slice(at, at + 20))));
    constant.push(
      ...(await timeEach(
        portal.url,
        Array.from({ length: 20 }, () => `/${CONSTANT_PAGE}`),
      )),
    );
  }
  return { page, constant };
}

async function measure(server: EmbeddedServer): Promise<Row[]> {
  const demoUrl = await database(server, 'demo');
  const provinceUrl = await database(server, 'province');
  const portals: Portal[] = [];
  try {
    const first = await startPortal(demoUrl, 2_243);
    portals.push(first);
    const sample = await fetch(`${first.url}/services?q=${encodeURIComponent('腰痛')}&near=31.2,121.44`);
    await writeFile(`public/${CONSTANT_PAGE}`, await sample.text());
    await first.stop();
    // public files are listed at start
    const demo = await startPortal(demoUrl, 2_243);
    portals.push(demo);
    const province = await startPortal(provinceUrl, 100_000);
    portals.push(province);
    return await rounds(demo, province, demoUrl, provinceUrl);
  } finally {
    await Promise.all(portals.map((portal) => portal.stop()));
    await rm(`public/${CONSTANT_PAGE}`, { force: true });
  }
}

async function rounds(demo: Portal, province: Portal, demoUrl: string, provinceUrl: string): Promise<Row[]> {
  const codes = await codesOfQuestions(demo);
  const asked = ASKED.filter(({ q }) => codes.has(q));
  const sqlDemo = await openSqlSearch(demoUrl);
  const sqlProvince = await openSqlSearch(provinceUrl);
  say('Warming up');
  for (const portal of [demo, province]) {
    await load(portal.url, EMPTY_PATHS, 3);
    await load(portal.url, API_PATHS, 5);
  }
  const taken: Record<'empty' | 'demo' | 'province' | 'sqlDemo' | 'sqlProvince' | 'p99' | 'p99Province', number[]> = {
    empty: [],
    demo: [],
    province: [],
    sqlDemo: [],
    sqlProvince: [],
    p99: [],
    p99Province: [],
  };
  for (let round = 1; round <= ROUNDS; round++) {
    const empty = await load(demo.url, EMPTY_PATHS, SECONDS);
    const facilities = await load(demo.url, API_PATHS, SECONDS);
    const large = await load(province.url, API_PATHS, SECONDS);
    taken.empty.push(empty.perSecond);
    taken.demo.push(facilities.perSecond);
    taken.province.push(large.perSecond);
    taken.p99.push(facilities.p99);
    taken.p99Province.push(large.p99);
    taken.sqlDemo.push(await sqlDemo.load(asked, codes, SECONDS));
    taken.sqlProvince.push(await sqlProvince.load(asked, codes, SECONDS));
    const last = (values: number[]) => Math.round(values.at(-1) ?? Number.NaN);
    say(
      `Round ${round}/${ROUNDS}: empty ${last(taken.empty)}/s, 2,243 ${last(taken.demo)}/s, ` +
        `100,000 ${last(taken.province)}/s, SQL ${last(taken.sqlDemo)}/s and ${last(taken.sqlProvince)}/s`,
    );
  }
  await sqlDemo.close();
  await sqlProvince.close();
  const memory = { demo: await demo.memory(), province: await province.memory() };
  const { page, constant } = await firstByte(demo);

  const ratio = (a: number[], b: number[]) => median(a.map((value, index) => value / (b[index] ?? Number.NaN)));
  const megabytes = (bytes: number) => bytes / 1024 / 1024;
  return [
    { what: 'Empty JSON route', unit: '/s', figure: median(taken.empty) },
    { what: 'Search, 2,243 facilities', unit: '/s', figure: median(taken.demo) },
    { what: '  against the empty route', unit: '×', figure: ratio(taken.demo, taken.empty), atLeast: 0.8 },
    { what: '  p99 at 32 connections', unit: 'ms', figure: median(taken.p99), atMost: 15 },
    { what: '  SQL with indexes, same questions', unit: '/s', figure: median(taken.sqlDemo) },
    { what: '  against SQL', unit: '×', figure: ratio(taken.demo, taken.sqlDemo), atLeast: 2 },
    { what: 'Search, 100,000 facilities', unit: '/s', figure: median(taken.province) },
    { what: '  against 2,243', unit: '×', figure: ratio(taken.province, taken.demo), atLeast: 0.7 },
    { what: '  p99 at 32 connections', unit: 'ms', figure: median(taken.p99Province), atMost: 15 },
    { what: '  SQL with indexes, same questions', unit: '/s', figure: median(taken.sqlProvince) },
    { what: '  against SQL', unit: '×', figure: ratio(taken.province, taken.sqlProvince), atLeast: 2 },
    { what: 'Search page, whole HTML, p95', unit: 'ms', figure: percentile(page, 95), atMost: 40 },
    { what: '  the same markup from a file, p95', unit: 'ms', figure: percentile(constant, 95) },
    { what: '  page against file, medians', unit: '×', figure: median(page) / median(constant) },
    { what: 'Start to first page, 2,243', unit: 's', figure: demo.firstPageMs / 1000, atMost: 5 },
    { what: 'Start to first page, 100,000', unit: 's', figure: province.firstPageMs / 1000 },
    { what: 'Memory after load, 2,243', unit: 'MB', figure: megabytes(memory.demo), atMost: 400 },
    { what: 'Memory after load, 100,000', unit: 'MB', figure: megabytes(memory.province) },
  ];
}

async function main() {
  if (!existsSync('lib/db/generated/client.ts')) throw new Error('Run `npm run db:generate` first.');
  if (wanted('search')) say((await ensureBuild()) ? 'Built for production' : 'The production build is up to date');
  const server = await startEmbeddedServer('.data/bench');
  try {
    const rows = wanted('search') ? await measure(server) : [];
    if (wanted('submit')) {
      await database(server, 'demo');
      rows.push(...(await measureSubmit(server, 'bench_demo', ROUNDS, say)));
    }
    if (wanted('clerk')) rows.push(...(await measureClerk(await database(server, 'decade'), say)));
    if (wanted('list')) rows.push(...(await measureSessionList(await database(server, 'decade'), say)));
    if (wanted('import')) rows.push(...(await measureImport(await database(server, 'demo'), say)));
    if (wanted('dashboards')) {
      const urls = { demo: await database(server, 'demo'), decade: await database(server, 'decade') };
      rows.push(...(await measureDashboards(urls, say)));
    }
    say(report(rows));
    process.exitCode = rows.every(reached) ? 0 : 1;
  } finally {
    await server.stop();
  }
}

await main();
