import { expect, PHONE, test } from '@/tests/support/page';
import { CENTRE } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// Old phones, careful browsers and broken networks: everything a resident needs works without a single script.

test.use({ javaScriptEnabled: false });

test('from the home page by subdistrict to a facility and its clinic', PHONE, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('针灸');
  await page.locator('select[name="place"]').selectOption('310104008');
  await page.getByRole('button', { name: words('search.box.submit'), exact: true }).click();
  await expect(page).toHaveURL(/\/services\?.*place=310104008/);
  await expect(page.locator('main ol article').first()).toContainText('枫林');
  await page.locator(`main ol h3 a[href="/facilities/${CENTRE}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/facilities/${CENTRE}$`));
  await page.locator('main a[href^="/clinics/clinic-"]:visible').first().click();
  await expect(page).toHaveURL(/\/clinics\/clinic-/);
  await expect(page.locator('h1')).toBeVisible();
});

test('what needs scripts is not offered', PHONE, async ({ page }) => {
  for (const path of ['/', `/facilities/${CENTRE}`, '/services?place=310104008']) {
    await page.goto(path);
    for (const one of await page.locator('[data-needs-script], [data-page-action], [data-page-action-note]').all())
      await expect(one).toBeHidden();
  }
});

test('filters, pages and the map work', PHONE, async ({ page }) => {
  await page.goto('/services?place=310104008');
  await page.getByRole('link', { name: words('search.map.show') }).click();
  await expect(page.locator('main svg text').filter({ hasText: /^1$/ }).first()).toBeVisible();
  await page.getByRole('link', { name: words('search.results.next') }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.locator('main ol article')).toHaveCount(10);
});

test('a report with an error keeps what was typed, and then is sent', PHONE, async ({ page }) => {
  await page.goto(`/facilities/${CENTRE}`);
  await page.locator('main a[href*="/report?facility="]').first().click();
  const typed = '周六上午没有开门，门口也没有通知。';
  await page.locator('textarea[name="message"]').fill(typed);
  await page.locator('input[name="contact"]').fill('13800000000');
  await page.getByRole('button', { name: words('report.form.submit'), exact: true }).click();

  await expect(page.getByText(words('report.errorTitle'))).toBeVisible();
  await expect(page.getByRole('link', { name: words('report.problem.category') })).toBeVisible();
  await expect(page.locator('textarea[name="message"]')).toHaveValue(typed);
  await expect(page.locator('input[name="contact"]')).toHaveValue('13800000000');

  await page.locator('input[name="category"][value="hours"]').check();
  await page.getByRole('button', { name: words('report.form.submit'), exact: true }).click();
  await expect(page.locator('h1')).toHaveText(words('report.sent.title'));
  await page.getByRole('link', { name: words('report.sent.back') }).click();
  await expect(page).toHaveURL(new RegExp(`/facilities/${CENTRE}$`));
});
