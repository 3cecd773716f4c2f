import type { Page } from '@playwright/test';
import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { EMPTY_URL, FULL_URL } from '@/tests/support/addresses';
import { accessProblems } from '@/tests/support/axe';
import { expect, ONLY_PHONE, PHONE, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { signInAs } from '@/tests/support/staff';
import { localVisits } from '@/tests/support/visits';

// WCAG 2.2 A and AA on every page in every state a page can be in, plain and in senior mode, in both languages, at
// 400 % zoom. The two languages wear the same colours, and a phone the same as a desktop: those are looked at once.

// the browser itself remarks on a page that answers 404
test.use({ expectedMessages: [/status of 404/] });

const visits = localVisits();
const CHINESE = 'zh-CN';

async function openInSeniorMode(page: Page, path: string) {
  await page.context().addCookies([{ name: SENIOR_COOKIE, value: '1', url: FULL_URL }]);
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('data-senior', '');
}

for (const { title, path, status, locale, signedInAs } of visits)
  test(`access: ${title}`, async ({ page }) => {
    await signInAs(page.context(), signedInAs);
    const checks = locale === CHINESE ? 'all' : 'structure';
    const desktop = page.viewportSize();
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await accessProblems(page, checks)).toEqual([]);
    expect(await tooWideWhenZoomed(page)).toEqual([]);

    if (desktop) await page.setViewportSize(desktop);
    await openInSeniorMode(page, path);
    if (locale === CHINESE) expect(await accessProblems(page, checks), 'in senior mode').toEqual([]);
    expect(await tooWideWhenZoomed(page), 'in senior mode').toEqual([]);
  });

for (const { title, path, signedInAs } of visits.filter(({ locale }) => locale === CHINESE))
  test(`access by touch: ${title}`, ONLY_PHONE, async ({ page }) => {
    await signInAs(page.context(), signedInAs);
    await page.goto(path);
    expect(await accessProblems(page, 'structure')).toEqual([]);
    await openInSeniorMode(page, path);
    expect(await accessProblems(page, 'structure'), 'in senior mode').toEqual([]);
  });

test('access: the report form with errors', PHONE, async ({ page }) => {
  await page.goto('/report');
  await page.locator('main form button').last().click();
  await expect(page.locator('#error-summary')).toBeFocused();
  expect(await accessProblems(page)).toEqual([]);
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  for (const { title, path, signedInAs } of visits.filter(
    ({ state, locale }) => state === 'normal' && locale === CHINESE,
  ))
    test(`access in the dark scheme: ${title}`, async ({ page }) => {
      await signInAs(page.context(), signedInAs);
      await page.goto(path);
      expect(await accessProblems(page, 'colours')).toEqual([]);
    });
});

for (const { title, path, locale } of visits.filter(({ state, signedInAs }) => state === 'normal' && !signedInAs))
  test(`access with an empty database: ${title}`, async ({ page }) => {
    const answer = await page.goto(`${EMPTY_URL}${path}`);
    // a record's page is there only with the record
    const isRecord = /\/(facilities|clinics)\/[^/?]+(\/poster)?$/.test(path);
    expect(answer?.status()).toBe(isRecord ? 404 : 200);
    await expect(page.locator('h1')).toHaveCount(1);
    if (locale === CHINESE) expect(await accessProblems(page)).toEqual([]);
  });
