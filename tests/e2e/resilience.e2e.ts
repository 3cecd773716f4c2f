import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { LOSING_URL } from '@/tests/support/addresses';
import { expect, test } from '@/tests/support/page';
import { CENTRE, CLINIC } from '@/tests/support/samples';

// With the database gone residents still find their way: everything they read stands in memory.

test.describe.configure({ mode: 'serial' });

const PREPARATION_MS = 120_000;

let portal: ChildProcess | undefined;

/** Waits for a message of the portal's process; its early end fails the test. */
async function hears(message: string) {
  if (!portal) throw new Error('The portal was not started.');
  const ended = once(portal, 'exit').then(() => {
    throw new Error('The portal ended early.');
  });
  const [heard] = await Promise.race([once(portal, 'message'), ended]);
  expect(heard).toBe(message);
}

test.beforeAll(async () => {
  test.setTimeout(PREPARATION_MS);
  portal = fork('tests/support/losing-portal.ts', { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  await hears('ready');
});

test.afterAll(async () => {
  if (!portal || portal.exitCode !== null) return;
  const ended = once(portal, 'exit');
  portal.kill('SIGTERM');
  await ended;
});

test('pages and API answer while the database is away, and health says so', async ({ page, request }) => {
  const health = async () => await (await request.get(`${LOSING_URL}/api/health`)).json();
  expect(await health()).toMatchObject({ status: 'ok' });

  portal?.send('lose the database');
  await hears('lost');

  await expect.poll(async () => (await health()).status, { timeout: 20_000 }).not.toBe('ok');
  expect(await health()).toMatchObject({ status: 'degraded' });

  for (const path of [
    '/',
    '/services?q=腰痛&place=310104012',
    `/facilities/${CENTRE}`,
    `/clinics/${CLINIC}`,
    '/calendar',
    '/alliances',
    '/en/services?q=insomnia',
  ]) {
    const answer = await page.goto(`${LOSING_URL}${path}`);
    expect(answer?.status(), path).toBe(200);
    await expect(page.locator('h1')).toHaveCount(1);
  }
  await page.goto(`${LOSING_URL}/services?q=腰痛&place=310104012`);
  expect(await page.locator('main a[href^="/facilities/"]').count()).toBeGreaterThan(0);

  const found = await request.get(`${LOSING_URL}/api/v1/facilities?near=31.2,121.44&q=腰痛`);
  expect(found.status()).toBe(200);
  expect((await found.json()).data.length).toBeGreaterThan(0);
});

test('a report made while the database is away keeps what was typed and says what to do', async ({ page }) => {
  await page.goto(`${LOSING_URL}/report?facility=${CENTRE}`);
  const words = '周六上午没有开门，电话也打不通。';
  await page.locator('textarea').fill(words);
  await page.locator('main form button[type="submit"]').last().click();
  await expect(page.locator('main [role="alert"], main [aria-live]').first()).toBeVisible();
  await expect(page.locator('textarea')).toHaveValue(words);
});
