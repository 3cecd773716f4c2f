import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { expect, ONLY_PHONE, test } from '@/tests/support/page';
import { signInAs } from '@/tests/support/staff';

// What surrounds every page, without scripts: the switches come back to the page they were on.

test.use({ javaScriptEnabled: false, expectedMessages: [/status of 404/] });

test('layout: setSeniorMode remembers the choice and returns to the same page', async ({ page, context }) => {
  await page.goto('/privacy?from=test');
  await expect(page.locator('html')).not.toHaveAttribute('data-senior');
  await page.locator('header form button').click();
  await expect(page).toHaveURL('/privacy?from=test');
  await expect(page.locator('html')).toHaveAttribute('data-senior', '');
  const cookie = (await context.cookies()).find(({ name }) => name === SENIOR_COOKIE);
  expect(cookie).toMatchObject({ value: '1', httpOnly: true, sameSite: 'Lax' });

  await page.goto('/en/accessibility');
  await expect(page.locator('html')).toHaveAttribute('data-senior', '');
  await page.locator('header form button').click();
  await expect(page).toHaveURL('/en/accessibility');
  await expect(page.locator('html')).not.toHaveAttribute('data-senior');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(SENIOR_COOKIE);
});

test('layout: a forged return address stays on this site', async ({ page }) => {
  await page.goto('/privacy');
  await page.locator('input[name="returnTo"]').evaluate((field) => field.setAttribute('value', '//example.org/'));
  await page.locator('header form button').click();
  await expect(page).toHaveURL('/');
});

test('layout: the other language is the same page with the same question', async ({ page }) => {
  await page.goto('/privacy?from=test&list=a');
  await page.locator('header a[hreflang="en"]').click();
  await expect(page).toHaveURL('/en/privacy?from=test&list=a');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.locator('header a[hreflang="zh-CN"]').click();
  await expect(page).toHaveURL('/privacy?from=test&list=a');
});

test('layout: the first stop of the keyboard jumps to the content', async ({ page }) => {
  await page.goto('/about');
  await page.keyboard.press('Tab');
  const skip = page.locator('a[href="#main"]');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/about#main');
});

test('layout: senior mode enlarges type and keeps one column', async ({ page, context, baseURL }) => {
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  await page.goto('/about');
  const usual = await size();
  await context.addCookies([{ name: SENIOR_COOKIE, value: '1', url: baseURL ?? '' }]);
  await page.goto('/about');
  expect((await size()) / usual).toBeGreaterThanOrEqual(1.4);
  const columns = await page
    .locator('main .grid')
    .evaluateAll((grids) => grids.map((grid) => getComputedStyle(grid).gridTemplateColumns.split(' ').length));
  expect(Math.max(...columns)).toBe(1);
});

for (const [path, lang] of [
  ['/no/such/page?x=1', 'zh-CN'],
  ['/en/facilities/no-such-place', 'en'],
  ['/no-such-file.txt', 'zh-CN'],
] as const) {
  test(`layout: ${path} is a complete 404 page without scripts`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('form input[name="q"]')).toBeVisible();
    await expect(page.locator('header a[hreflang]')).toHaveAttribute(
      'href',
      path.startsWith('/en') ? path.slice(3) : `/en${path}`,
    );
  });
}

test(
  'layout: rows of lists are cards on a phone, each cell behind its label',
  ONLY_PHONE,
  async ({ page, context }) => {
    await signInAs(context, 'district_officer');
    const overflow = () =>
      page.locator('.table-frame').evaluateAll((frames) => frames.map((one) => one.scrollWidth - one.clientWidth));
    for (const path of ['/people/workstations', '/en/people/trainees', '/registry/changes', '/feedback/support']) {
      await page.goto(path);
      expect(Math.max(...(await overflow())), path).toBe(0);
    }
    await page.goto('/people/trainees');
    const mentor = page.locator('tbody tr').first().locator('td').nth(1);
    const label = (pseudo: string) => mentor.evaluate((cell, of) => getComputedStyle(cell, of).content, pseudo);
    expect(await label('::before')).toBe('"带教老师"');
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await label('::before')).toBe('none');
  },
);
