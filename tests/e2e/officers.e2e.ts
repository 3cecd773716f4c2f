import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from '@/tests/support/addresses';
import { accessProblems } from '@/tests/support/axe';
import { FIXED_NOW } from '@/tests/support/fixed-clock';
import { expect, PHONE, test } from '@/tests/support/page';
import { sendSignIn, signInAs } from '@/tests/support/staff';
import { makeAccount, onPortalDatabase } from '@/tests/support/staff-accounts';
import { words } from '@/tests/support/words';

// What officers meet on Today, and what their clicks do to somebody in another browser.

test('Today counts what waits for an officer, and leads to it', PHONE, async ({ page }) => {
  const { id } = await makeAccount({ role: 'auditor' });
  await onPortalDatabase((client) => client.query("UPDATE account SET created_at = '2024-01-01' WHERE id = $1", [id]));
  await signInAs(page.context(), 'city_officer');
  await page.goto('/today');
  const group = page.locator('section[aria-labelledby="due-recertifications"]');
  await expect(group.locator('h3')).toHaveText(words('accounts.due.recertifications'));
  expect(await accessProblems(page)).toEqual([]);
  await group.getByRole('link').last().click();
  await expect(page).toHaveURL('/accounts/recertify');
});

test('sendSuspension: whoever is suspended is out at the next click', async ({ page, browser }) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  const context = await browser.newContext({ baseURL: FULL_URL, locale: 'zh-CN' });
  const person = await context.newPage();
  await person.goto('/sign-in');
  await sendSignIn(person, userName, TEST_PASSWORD);
  await expect(person).toHaveURL('/today');

  await signInAs(page.context(), 'city_officer');
  await page.goto(`/accounts/${id}`);

  await page.locator('summary', { hasText: words('accounts.admin.form.suspend.summary') }).click();
  await page.locator('#suspend-reason').fill('长期休假');
  await page.locator('#suspend button').click();
  await expect(page).toHaveURL(/done=suspended$/);
  await person.locator('#main a[href="/audit"]').click();
  await expect(person).toHaveURL('/sign-in?from=%2Faudit');
  await sendSignIn(person, userName, TEST_PASSWORD);
  await expect(person.locator('#sign-in-problems')).toContainText(words('accounts.problem.closed'));
  await context.close();
});

test('sendUnlock lets somebody in again whom wrong passwords have locked out', async ({ page, browser }) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  const until = new Date(Date.parse(FIXED_NOW) + 3_600_000);
  await onPortalDatabase((client) =>
    client.query('UPDATE account SET failed_sign_ins = 11, locked_until = $2 WHERE id = $1', [id, until]),
  );
  await signInAs(page.context(), 'city_officer');
  await page.goto(`/accounts/${id}`);
  await expect(page.locator('#main')).toContainText(words('accounts.admin.locked'));
  const context = await browser.newContext({ baseURL: FULL_URL, locale: 'zh-CN' });
  const person = await context.newPage();
  await person.goto('/sign-in');
  await sendSignIn(person, userName, TEST_PASSWORD);
  await expect(person.locator('#sign-in-problems'), 'also with the right password').toContainText('60 分钟');

  await page.locator('summary', { hasText: words('accounts.admin.form.unlock.summary') }).click();
  await page.locator('#unlock-reason').fill('本人来电，已核实');
  await page.locator('#unlock button').click();
  await expect(page.getByRole('status')).toContainText(words('accounts.admin.done.unlocked'));
  await sendSignIn(person, userName, TEST_PASSWORD);
  await expect(person).toHaveURL('/today');
  await context.close();
});
