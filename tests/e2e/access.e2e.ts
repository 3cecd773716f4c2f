import type { Page } from '@playwright/test';
import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { EMPTY_URL, FULL_URL } from '@/tests/support/addresses';
import { accessProblems } from '@/tests/support/axe';
import { expect, test } from '@/tests/support/page';
import { localVisits } from '@/tests/support/visits';

// WCAG 2.2 A and AA on every page, in both languages and in every state a page can be in.

// the browser itself remarks on a page that answers 404
test.use({ expectedMessages: [/status of 404/] });

const visits = localVisits();

async function turnSeniorOn(page: Page) {
  await page.context().addCookies([{ name: SENIOR_COOKIE, value: '1', url: FULL_URL }]);
}

for (const { title, path, status, locale } of visits) {
  test(`access: ${title}`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await accessProblems(page)).toEqual([]);
  });
}

for (const { title, path } of visits.filter(({ state }) => state !== 'missing')) {
  test(`access in senior mode: ${title}`, async ({ page }) => {
    await turnSeniorOn(page);
    await page.goto(path);
    expect(await accessProblems(page)).toEqual([]);
  });
}

test('access: the report form with errors', async ({ page }) => {
  await page.goto('/report');
  await page.locator('main form button').last().click();
  await expect(page.locator('#error-summary')).toBeFocused();
  expect(await accessProblems(page)).toEqual([]);
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  for (const { title, path } of visits.filter(({ state, locale }) => state === 'normal' && locale === 'zh-CN'))
    test(`access in the dark scheme: ${title}`, async ({ page }) => {
      await page.goto(path);
      expect(await accessProblems(page)).toEqual([]);
    });
});

for (const { title, path, state } of visits) {
  test(`access with an empty database: ${title}`, async ({ page }) => {
    const answer = await page.goto(`${EMPTY_URL}${path}`);
    // a record's page is there only with the record
    const expected = state === 'missing' || /\/(facilities|clinics)\/[^/?]+(\/poster)?$/.test(path) ? 404 : 200;
    expect(answer?.status()).toBe(expected);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await accessProblems(page)).toEqual([]);
  });
}
