import type { Page } from '@playwright/test';
import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { EMPTY_URL, FULL_URL } from '@/tests/support/addresses';
import { accessProblems } from '@/tests/support/axe';
import { expect, PHONE, test } from '@/tests/support/page';
import { localVisits } from '@/tests/support/visits';

// WCAG 2.2 A and AA on every page, in both languages and in every state a page can be in. On a phone the same pages
// fold differently; there the Chinese ones stand for both languages.

// the browser itself remarks on a page that answers 404
test.use({ expectedMessages: [/status of 404/] });

const visits = localVisits();
const alsoOnPhone = (locale: string) => (locale === 'zh-CN' ? PHONE : {});

async function turnSeniorOn(page: Page) {
  await page.context().addCookies([{ name: SENIOR_COOKIE, value: '1', url: FULL_URL }]);
}

for (const { title, path, status, locale } of visits) {
  test(`access: ${title}`, alsoOnPhone(locale), async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await accessProblems(page)).toEqual([]);
  });

  test(`access in senior mode: ${title}`, alsoOnPhone(locale), async ({ page }) => {
    await turnSeniorOn(page);
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-senior', '');
    expect(await accessProblems(page)).toEqual([]);
  });
}

test('access: the report form with errors', PHONE, async ({ page }) => {
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

for (const { title, path } of visits.filter(({ state }) => state === 'normal')) {
  test(`access with an empty database: ${title}`, async ({ page }) => {
    const answer = await page.goto(`${EMPTY_URL}${path}`);
    // a record's page is there only with the record
    const isRecord = /\/(facilities|clinics)\/[^/?]+(\/poster)?$/.test(path);
    expect(answer?.status()).toBe(isRecord ? 404 : 200);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await accessProblems(page)).toEqual([]);
  });
}
