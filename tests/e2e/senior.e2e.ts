import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/page';
import { CENTRE, CLINIC } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// 长者模式: one switch on every page, remembered on the device, larger and calmer everywhere. setSeniorMode is its action.

const TARGET_PX = 48;

const textSize = async (page: Page) =>
  await page
    .locator('main p')
    .first()
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));

for (const javaScriptEnabled of [true, false])
  test.describe(`senior mode ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled });

    test('setSeniorMode switches on, returns to the same page, is remembered, and switches off', async ({ page }) => {
      const address = '/services?q=腰痛&place=310104008';
      await page.goto(address);
      await page.getByRole('button', { name: words('layout.senior.enter') }).click();
      await expect(page.locator('html')).toHaveAttribute('data-senior', '');
      expect(decodeURIComponent(page.url())).toContain(address);
      await page.goto(`/facilities/${CENTRE}`);
      await expect(page.locator('html')).toHaveAttribute('data-senior', '');
      await page.getByRole('button', { name: words('layout.senior.leave') }).click();
      await expect(page.locator('html')).not.toHaveAttribute('data-senior', '');
    });
  });

test('setSeniorMode never leads off the site', async ({ page }) => {
  await page.goto('/');
  for (const target of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)']) {
    await page.locator('input[name="returnTo"]').evaluate((input, value) => input.setAttribute('value', value), target);
    await page.locator('form:has(input[name="returnTo"]) button').click();
    await page.waitForLoadState();
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
    await page.goto('/');
  }
});

test('type is at least 1.4 times as large, and what is pressed at least 48 px high', async ({ page }) => {
  for (const path of [
    '/',
    '/services?place=310104008',
    `/facilities/${CENTRE}`,
    `/clinics/${CLINIC}`,
    '/calendar',
    '/report',
  ]) {
    await page.context().clearCookies();
    await page.goto(path);
    const plain = await textSize(page);
    await page.getByRole('button', { name: words('layout.senior.enter') }).click();
    await expect(page.locator('html')).toHaveAttribute('data-senior', '');
    expect((await textSize(page)) / plain, path).toBeGreaterThanOrEqual(1.39);
    const small = await page.evaluate((least) => {
      const pressed = document.querySelectorAll(
        'button, summary, select, textarea, input:not([type="hidden"], [type="checkbox"], [type="radio"]), nav a',
      );
      return [...pressed]
        .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < least)
        .map((one) => `${one.outerHTML.slice(0, 120)} ${one.getBoundingClientRect().height}`);
    }, TARGET_PX);
    expect(small, path).toEqual([]);
  }
});
