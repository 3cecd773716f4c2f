import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/page';
import { CENTRE, CLINIC } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// A resident's page costs at most 100 kB of scripts, as they travel, before anybody touches it.

const BUDGET_BYTES = 100_000;

/** Counts the bytes of scripts as they come over the wire. */
async function countScripts(page: Page): Promise<() => number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

for (const path of [
  '/',
  '/services?q=腰痛&place=310104008',
  '/services?place=310104008&map=1',
  `/facilities/${CENTRE}`,
  `/clinics/${CLINIC}`,
  '/calendar',
  '/alliances',
])
  test(`scripts before the first interaction: ${path}`, async ({ page }) => {
    const bytes = await countScripts(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(bytes()).toBeLessThanOrEqual(BUDGET_BYTES);
  });

test.describe('the first click', () => {
  test.use({ geolocation: { latitude: 31.195, longitude: 121.437 }, permissions: ['geolocation'] });

  test('on something that needs scripts loads them and is carried out', async ({ page }) => {
    const bytes = await countScripts(page);
    await page.goto('/', { waitUntil: 'networkidle' });
    const before = bytes();
    await page
      .locator('main form')
      .first()
      .getByRole('button', { name: words('search.locate.button') })
      .click();
    await expect(page).toHaveURL(/\/services\?.*near=31\.195/);
    expect(before).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  test('on the senior switch works although nothing is hydrated yet', async ({ page }) => {
    await page.goto('/', { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: words('layout.senior.enter') }).click();
    await expect(page.locator('html')).toHaveAttribute('data-senior', '');
  });
});
