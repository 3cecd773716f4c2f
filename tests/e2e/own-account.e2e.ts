import type { Browser, BrowserContext, Page } from '@playwright/test';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from '@/tests/support/addresses';
import { expect, test } from '@/tests/support/page';
import { sendSignIn, signInAs } from '@/tests/support/staff';
import { makeAccount, onPortalDatabase } from '@/tests/support/staff-accounts';
import { words } from '@/tests/support/words';

// What people do with their own account: passwords, browsers, roles, and staying signed in.

const NEW_PASSWORD = 'maple lantern orchid';

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });

async function openPersonMenu(page: Page) {
  await page.locator('header details summary').last().click();
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  return await browser.newContext({ baseURL: FULL_URL, javaScriptEnabled: false, locale: 'zh-CN' });
}

test('saveNewPassword is asked for before anything else, and signs the other browsers out', async ({
  page,
  browser,
}) => {
  const { userName } = await makeAccount({ mustChange: true, role: 'auditor' });
  await page.goto('/sign-in?from=/account');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page).toHaveURL('/sign-in/change-password?from=%2Faccount');
  const other = await newContext(browser);
  const elsewhere = await other.newPage();
  await elsewhere.goto('/sign-in');
  await sendSignIn(elsewhere, userName, TEST_PASSWORD);
  await expect(elsewhere).toHaveURL('/sign-in/change-password');

  const save = async (password: string, again = password) => {
    await page.locator('#change-password-current').fill(TEST_PASSWORD);
    await page.locator('#change-password-password').fill(password);
    await page.locator('#change-password-again').fill(again);
    await button(page, 'auth.password.submit').click();
  };
  await save(NEW_PASSWORD, 'something else');
  await expect(page.locator('#change-password-problems')).toContainText(words('auth.password.problem.differs'));
  await save('password123');
  await expect(page.locator('#change-password-problems')).toContainText(words('accounts.problem.passwordCommon'));
  await save(NEW_PASSWORD);
  await expect(page).toHaveURL('/account');
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in\?from=/);
  await other.close();
});

test('endBrowser and endOtherBrowsers sign out elsewhere; a suspended account is out at its next click', async ({
  page,
  browser,
}) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  const others = [await newContext(browser), await newContext(browser), await newContext(browser)];
  const pages = await Promise.all(others.map(async (context) => await context.newPage()));
  for (const one of [page, ...pages]) {
    await one.goto('/sign-in');
    await sendSignIn(one, userName, TEST_PASSWORD);
    await expect(one).toHaveURL('/today');
  }
  await page.goto('/account');
  const ends = page.locator('#main form button[aria-label]');
  await expect(ends).toHaveCount(3);
  await ends.first().click();
  await expect(page).toHaveURL('/account?done=ended');
  await expect(ends).toHaveCount(2);
  await button(page, 'workspace.account.endOthers').click();
  await expect(ends).toHaveCount(0);
  for (const one of pages) {
    await one.goto('/account');
    await expect(one).toHaveURL(/\/sign-in\?from=/);
  }

  await onPortalDatabase((client) =>
    client.query("UPDATE account SET status = 'suspended', status_reason = '测试' WHERE id = $1", [id]),
  );
  await page.locator('header a[href="/today"]').first().click();
  await expect(page).toHaveURL('/sign-in?from=%2Ftoday');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page.locator('#sign-in-problems')).toContainText(words('accounts.problem.closed'));
  for (const context of others) await context.close();
});

test('changeRole goes on in another role and shows its ways', async ({ page }) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  await onPortalDatabase((client) =>
    client.query(
      `INSERT INTO role_grant (id, account_id, role, district_code, valid_from, state, source, created_at)
       VALUES ('second-' || $1, $1, 'district_officer', '310104', '2026-01-01', 'active', 'command_line', '2030-01-01')`,
      [id],
    ),
  );
  await page.goto('/sign-in');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page.locator('#due').locator('xpath=../..')).toContainText(words('workspace.today.due.auditor'));
  await openPersonMenu(page);
  await page
    .locator('header form', { has: page.locator('input[name="grantId"]') })
    .getByRole('button')
    .click();
  await expect(page, 'the wider role asks for its second factor').toHaveURL('/sign-in/set-up-second-factor');
});

test('staySignedIn is offered in good time, and the page stays as it is', async ({ page }) => {
  await signInAs(page.context(), 'auditor');
  await page.clock.install();
  await page.goto('/account');
  await page.mouse.move(200, 200);
  await page.waitForLoadState('networkidle');
  await page.locator('#main').evaluate((main) => main.setAttribute('data-typed', 'kept'));
  await expect(page.getByText(words('workspace.idle.title'))).toHaveCount(0);
  await page.clock.fastForward('26:00');
  await expect(page.getByText(words('workspace.idle.title'))).toBeVisible();
  await button(page, 'workspace.idle.stay').click();
  await expect(page.getByText(words('workspace.idle.title'))).toHaveCount(0);
  await expect(page.locator('#main')).toHaveAttribute('data-typed', 'kept');
  await page.clock.fastForward('31:00');
  await expect(page.getByText(words('workspace.idle.overTitle'))).toBeVisible();
  await expect(page.getByRole('link', { name: words('workspace.idle.signIn') })).toHaveAttribute('target', '_blank');
});
