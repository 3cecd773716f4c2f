import { expect, test } from '@playwright/test';
import { signInAs } from '@/tests/support/staff';

// Which clinics are real, as an officer finds out; everything here is an address or an ordinary form.

test.use({ javaScriptEnabled: false });

test('leads from the state of the city to the records behind one number', async ({ page, context }) => {
  await signInAs(context, 'city_officer');
  await page.goto('/monitor');
  const nominal = page.getByRole('link', { name: /^疑似挂牌/ });
  const count = Number(await nominal.locator('.tabular-nums').textContent());
  expect(count).toBeGreaterThan(0);
  await nominal.click();
  await expect(page).toHaveURL(/state=nominal_only/);
  await expect(page.locator('#main tbody tr')).toHaveCount(count);
  for (const row of await page.locator('#main tbody tr td:nth-child(2)').all())
    await expect(row).toContainText('疑似挂牌');

  await page.locator('#main tbody th a').first().click();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('heading', { name: '理由' })).toBeVisible();
  const logged = page.getByRole('row', { name: /^已登记 / });
  const number = Number(await logged.locator('td').first().textContent());
  await logged.getByRole('link').click();
  await expect(page).toHaveURL(/clinic-sessions\?.*clinic=/);
  expect(await page.locator('#main table tbody tr').count()).toBeGreaterThanOrEqual(number);
});

test('answers for a past day, and keeps the day in its links', async ({ page, context }) => {
  await signInAs(context, 'district_officer');
  await page.goto('/monitor');
  await page.locator('#filter-date').fill('2026-06-30');
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await expect(page).toHaveURL(/date=2026-06-30/);
  await expect(page.locator('#main')).toContainText('2026年5月6日 至 2026年6月30日');
  await page.locator('#main tbody th a').first().click();
  await expect(page).toHaveURL(/monitor\/clinics\/.*date=2026-06-30/);
  await page.getByRole('link', { name: '查看截止 2026-06-23 的判断' }).click();
  await expect(page.locator('#main')).toContainText('至 2026年6月23日');
});
