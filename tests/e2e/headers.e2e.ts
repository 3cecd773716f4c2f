import type { Page } from '@playwright/test';
import { FULL_URL } from '@/tests/support/addresses';
import { eachAtOnce } from '@/tests/support/at-once';
import { expect, test } from '@/tests/support/page';
import { HANDLER_ROUTES } from '@/tests/support/routes';
import { CENTRE } from '@/tests/support/samples';
import { headersOf } from '@/tests/support/staff';
import { localVisits } from '@/tests/support/visits';
import { words } from '@/tests/support/words';

// What every answer tells the browser to refuse. That pages do not suffer from it, every browser test sees: a violation
// is an error in the console.

const nonceIn = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? null;
/** Opening tags of scripts that would run; descriptions for search engines are data. */
const scriptTags = (html: string) =>
  [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('application/ld+json'));

test('every page carries the headers, and no script without its nonce', async ({ browser }) => {
  test.slow();
  const nonces: string[] = [];
  await eachAtOnce(localVisits(), async ({ path, status, title, signedInAs }) => {
    // plain fetch: the browser's own requests cost more than the answers
    const answer = await fetch(`${FULL_URL}${path}`, { headers: await headersOf(browser, signedInAs) });
    expect(answer.status, title).toBe(status);
    const headers = Object.fromEntries(answer.headers);
    expect(headers, title).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': expect.stringContaining('no-store'),
      'permissions-policy': expect.stringContaining('geolocation=(self)'),
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, title).toContain("frame-ancestors 'none'");
    expect(policy, title).not.toContain('unsafe');
    const html = await answer.text();
    const nonce = nonceIn(policy);
    if (nonce) nonces.push(nonce);
    const tags = scriptTags(html);
    expect(tags.length > 0, title).toBe(nonce !== null);
    expect(
      tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      title,
    ).toEqual([]);
    // neither inline styles nor inline handlers
    expect(html.match(/<[a-z][^>]*\s(style|on[a-z]+)="/g) ?? [], title).toEqual([]);
  });
  expect(nonces.length).toBeGreaterThan(10);
  expect(new Set(nonces).size).toBe(nonces.length);
});

test('handlers let nothing load or run', async ({ request }) => {
  for (const { good } of HANDLER_ROUTES.filter(({ pattern }) => pattern.startsWith('/api/v1'))) {
    for (const path of good) {
      const headers = (await request.get(path)).headers();
      expect(headers['content-security-policy'], path).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  }
});

test('files that never change may still be stored', async ({ request }) => {
  const html = await (await request.get('/services?place=310104008&map=1')).text();
  const files = [...html.matchAll(/(?:href|src)="(\/_next\/static\/[^"]+\.(?:css|js))"/g)].map(
    (match) => match[1] ?? '',
  );
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const headers = (await request.get(file)).headers();
    expect(headers['cache-control'], file).toContain('immutable');
    expect(headers['x-content-type-options'], file).toBe('nosniff');
  }
});

test('another site cannot make a visitor’s browser change something', async ({ request }) => {
  const asked = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, data: 'x' };
  expect((await request.post('/report', asked)).status()).toBe(403);
});

/** Moves about as a visitor does, so that the scripts that wait are loaded too. */
async function wakeScripts(page: Page) {
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 300);
  await page.waitForLoadState('networkidle');
}

test.describe('nothing our own pages do is refused', () => {
  test.use({ geolocation: { latitude: 31.195, longitude: 121.437 }, permissions: ['geolocation'] });

  for (const path of ['/', '/services?place=310104008&map=1', `/facilities/${CENTRE}`, `/report?facility=${CENTRE}`])
    test(path, async ({ page }) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      await wakeScripts(page);
      if (path.includes('map=1')) {
        await page.getByRole('button', { name: words('search.map.interactive') }).click();
        await expect(page.locator('canvas')).toBeVisible();
        await page.waitForLoadState('networkidle');
      }
    });
});

test.describe('what slips into a page', () => {
  test.use({ expectedMessages: [/violates the following Content Security Policy directive|Failed to load resource/] });

  for (const path of ['/services', '/about'])
    test(`does not run: ${path}`, async ({ page }) => {
      await page.route(path, async (route) => {
        const response = await route.fetch();
        const slipped =
          '<script>document.title = "slipped"</script><script src="/late-scripts.js?slipped"></script>' +
          '<img src="/nothing.png" onerror="document.title = \'slipped\'"></body>';
        await route.fulfill({ response, body: (await response.text()).replace('</body>', slipped) });
      });
      const loaded: string[] = [];
      page.on('response', (response) => loaded.push(response.url()));
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await page.title()).not.toBe('slipped');
      expect(loaded.some((url) => url.includes('nothing.png'))).toBe(true);
      expect(loaded.filter((url) => url.endsWith('?slipped'))).toEqual([]);
    });
});
