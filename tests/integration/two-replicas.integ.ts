import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { staffCookie } from '@/lib/auth/staff-cookie';
import { storedAnswerSchema } from '@/lib/clinic-sessions/submission-answer-schema';
import { addDays, type CivilDate } from '@/lib/core/dates';
import { accountBuildersOn, TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { buildersOn } from '@/prisma/seed/builders';
import { cookieBrowser } from '@/tests/support/cookie-browser';
import { useDatabase } from '@/tests/support/database';
import { freePort } from '@/tests/support/free-port';
import { type PortalProcess, startPortal } from '@/tests/support/portal-process';
import { heldContent, SESSION_DAY } from '@/tests/support/session-world';

// Two processes of the production build on one database, as behind a proxy: what is done through one holds in the other.

const database = useDatabase('empty');
const START_MS = 600_000;
const TOKEN = 'token-of-the-two-replicas';
const LIMIT_MS = 2000;

let first: PortalProcess;
let second: PortalProcess;
let centreId = '';
let clinicId = '';

beforeAll(async () => {
  // up to date already when all tests run; the build is made in a process of its own
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/cli/build.ts']);
  const build = buildersOn(database.db, 'replica');
  centreId = (await build.centre()).id;
  clinicId = (await build.clinic(centreId)).id;
  await build.schedule(clinicId, (await build.expert()).id);
  const ports = [await freePort(), await freePort()];
  const environment = { SITE_URL: `http://127.0.0.1:${ports[0]}`, METRICS_TOKEN: TOKEN };
  first = await startPortal(ports[0] ?? 0, database.url, environment);
  second = await startPortal(ports[1] ?? 0, database.url, environment);
}, START_MS);

afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
}, START_MS);

let clerks = 0;

/** A clerk of the centre whom no other test knows, by user name. */
async function clerk(): Promise<string> {
  clerks += 1;
  const made = await accountBuildersOn(database.db, `replica${clerks}`).staff({ role: 'centre_clerk', centreId });
  return made.account.userName;
}

const csrf = z.object({ csrfToken: z.string() });

/** Signs in as a browser without scripts; the staff cookie, or undefined when refused. */
async function signIn({ url }: PortalProcess, name: string, password: string): Promise<string | undefined> {
  const given = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = csrf.parse(await given.json());
  const answer = await fetch(`${url}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(given) },
    body: new URLSearchParams({ csrfToken, name, password }),
  });
  return cookiesOf(answer)
    .split('; ')
    .find((cookie) => cookie.startsWith(`${staffCookie().name}=`));
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

async function signOut({ url }: PortalProcess, cookie: string): Promise<void> {
  const given = await fetch(`${url}/api/auth/csrf`, { headers: { cookie } });
  const { csrfToken } = csrf.parse(await given.json());
  await fetch(`${url}/api/auth/signout`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `${cookie}; ${cookiesOf(given)}` },
    body: new URLSearchParams({ csrfToken }),
  });
}

async function mayWork({ url }: PortalProcess, cookie: string): Promise<boolean> {
  const answer = await fetch(`${url}/today`, { headers: { cookie }, redirect: 'manual' });
  return answer.status === 200;
}

const found = z.object({
  data: z.array(z.object({ id: z.string(), nextExpertSession: z.object({ date: z.string() }).nullable() })),
});

/** The day of the centre's next expert session, as a replica's search says. */
async function nextDay({ url }: PortalProcess): Promise<string | null> {
  const answer = await fetch(`${url}/api/v1/facilities?kind=community_centre&limit=100`);
  const row = found.parse(await answer.json()).data.find(({ id }) => id === centreId);
  return row?.nextExpertSession?.date ?? null;
}

async function millisecondsUntil(portal: PortalProcess, day: CivilDate): Promise<number> {
  const began = performance.now();
  await expect.poll(() => nextDay(portal), { timeout: 15_000, interval: 10 }).toBe(day);
  return Math.round(performance.now() - began);
}

async function send({ url }: PortalProcess, cookie: string, version: number | null, content: object): Promise<number> {
  const answer = await fetch(`${url}/api/clinic-sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ submissionId: randomUUID(), clinicId, date: SESSION_DAY, half: 'am', version, content }),
  });
  expect(answer.status).toBe(200);
  return storedAnswerSchema.parse(await answer.json()).version;
}

describe('two replicas on one database', () => {
  it('find each other’s changes in their search within two seconds', async () => {
    const cookie = (await signIn(first, await clerk(), TEST_PASSWORD)) ?? '';
    expect([await nextDay(first), await nextDay(second)]).toEqual([SESSION_DAY, SESSION_DAY]);
    const notHeld = { held: false, reason: 'cancelled', note: null, explanation: null };
    const version = await send(first, cookie, null, notHeld);
    const there = await millisecondsUntil(second, addDays(SESSION_DAY, 7));
    // and back again, the other way round
    await send(second, cookie, version, heldContent());
    const back = await millisecondsUntil(first, SESSION_DAY);
    console.log(`Two replicas: a change through one found through the other after ${there} ms, back after ${back} ms`);
    expect(Math.max(there, back)).toBeLessThanOrEqual(LIMIT_MS);
  });

  it('share a sign-in and its end', async () => {
    const cookie = (await signIn(first, await clerk(), TEST_PASSWORD)) ?? '';
    expect([await mayWork(first, cookie), await mayWork(second, cookie)]).toEqual([true, true]);
    await signOut(second, cookie);
    expect([await mayWork(first, cookie), await mayWork(second, cookie)]).toEqual([false, false]);
  });

  it('count failed sign-ins together: the fifth locks, whichever was asked', async () => {
    const name = await clerk();
    for (const portal of [first, second, first, second, first])
      expect(await signIn(portal, name, 'not the password')).toBeUndefined();
    expect(await signIn(second, name, TEST_PASSWORD)).toBeUndefined();
    expect(await signIn(first, name, TEST_PASSWORD)).toBeUndefined();
    // the lock is the account's: a colleague at the same address goes in
    expect(await signIn(second, await clerk(), TEST_PASSWORD)).toBeDefined();
  });

  it('number every request, keep a proxy’s number, and count what they answered', async () => {
    const paths = ['/', '/nothing-here', '/api/v1/districts', '/api/v1/ping', '/api/health', '/today', '/robots.txt'];
    for (const path of paths) {
      const ask = async (headers: Record<string, string>) =>
        (await fetch(first.url + path, { redirect: 'manual', headers })).headers.get('x-request-id');
      expect(await ask({}), path).toMatch(/^[0-9a-f]{10}-[0-9a-z]+$/);
      expect(await ask({ 'x-request-id': 'number-of-the-proxy' }), path).toBe('number-of-the-proxy');
    }
    const browser = cookieBrowser();
    expect((await browser.go(`${first.url}/api/metrics`)).status).toBe(404);
    const answer = await fetch(`${first.url}/api/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const text = await answer.text();
    expect(text).toMatch(/portal_http_requests_total\{route="residents",status="404"\} 2\n/);
    expect(text).toMatch(/portal_http_requests_total\{route="public_api",status="200"\} \d+\n/);
    expect(text).toMatch(/portal_clinic_sessions_stored_total\{kind="first"\} 1\n/);
    expect(text).toMatch(/portal_directory_snapshot_ready 1\n/);
  });
});
