import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { DEMONSTRATION_PASSWORD } from '@/lib/auth/demonstration';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from '@/tests/support/addresses';
import { FIXED_NOW } from '@/tests/support/fixed-clock';
import { expect, ONLY_PHONE, test } from '@/tests/support/page';
import { sendSignIn } from '@/tests/support/staff';
import { makeAccount, makeLink, onPortalDatabase, TOTP_SECRET } from '@/tests/support/staff-accounts';
import { localVisits } from '@/tests/support/visits';
import { words } from '@/tests/support/words';

// The door of the workspace as people meet it. Every test has its own account: counters and one-time codes never meet.

const NEW_PASSWORD = 'maple lantern orchid';
const STEP_MS = 30_000;

/** The code of an authenticator app, some steps of thirty seconds after the tests' frozen instant. */
const codeOf = (secret: string, steps = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(FIXED_NOW) + steps * STEP_MS });

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });
const title = (page: Page) => page.locator('h1');

async function openPersonMenu(page: Page) {
  await page.locator('header details summary').last().click();
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  return await browser.newContext({ baseURL: FULL_URL, javaScriptEnabled: false, locale: 'zh-CN' });
}

test('pages of staff send a stranger to the sign-in page and remember where to go', async ({ request }) => {
  const staffPages = localVisits().filter(({ signedInAs }) => signedInAs !== undefined);
  expect(staffPages.length).toBeGreaterThan(8);
  for (const { path, locale } of staffPages) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    const signIn = locale === 'en' ? '/en/sign-in' : '/sign-in';
    expect(answer.headers().location, path).toMatch(new RegExp(`^${signIn}\\?from=`));
  }
});

test('signInByPassword and leave, by keyboard alone', async ({ page }) => {
  const { userName } = await makeAccount({ role: 'auditor' });
  await page.goto('/account');
  await expect(page).toHaveURL('/sign-in?from=%2Faccount');
  await page.locator('#sign-in-name').focus();
  await page.keyboard.type(userName.toUpperCase());
  await page.keyboard.press('Tab');
  await page.keyboard.type(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/account');
  await expect(title(page)).toHaveText(words('workspace.account.title'));

  await page.locator('header details summary').last().focus();
  await page.keyboard.press('Enter');
  await button(page, 'workspace.person.signOut').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/sign-in?done=out');
  await page.goto('/today');
  await expect(page).toHaveURL(/\/sign-in\?from=/);
});

test('a wrong password and a name that nobody has get the same answer, and the name stays', async ({ page }) => {
  const { userName } = await makeAccount();
  const answers: (string | null)[] = [];
  for (const name of [userName, 'nobody.here']) {
    await page.goto('/sign-in');
    await sendSignIn(page, name, 'not the password');
    const summary = page.locator('#sign-in-problems');
    await expect(summary).toBeFocused();
    await expect(page.locator('#sign-in-name')).toHaveValue(name);
    await expect(page.locator('#sign-in-password')).toHaveValue('');
    answers.push(await summary.textContent());
  }
  expect(answers[0]).toContain(words('accounts.problem.signIn'));
  expect(answers[1]).toBe(answers[0]);

  await page.locator('#sign-in-name').fill('');
  await page.locator('#sign-in button').click();
  await expect(page.getByRole('link', { name: words('auth.signIn.problem.name') })).toBeVisible();
  await expect(page.getByRole('link', { name: words('auth.signIn.problem.password') })).toBeVisible();
});

test('after five wrong passwords the right one must wait too, and the page says how long', async ({ page }) => {
  const { userName } = await makeAccount({ role: 'auditor' });
  await page.goto('/en/sign-in');
  for (let attempt = 0; attempt < 5; attempt++) {
    await sendSignIn(page, userName, 'not the password');
    await expect(page.locator('#sign-in-problems')).toContainText(words('accounts.problem.signIn', 'en'));
  }
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page.locator('#sign-in-problems')).toContainText('try again in 1 minute');
  await expect(page).toHaveURL('/en/sign-in');
  // the documented way back: choosePassword by a link from an officer
  const { id } = await onPortalDatabase(
    async (client) =>
      (await client.query<{ id: string }>('SELECT id FROM account WHERE user_name = $1', [userName])).rows[0] ?? {
        id: '',
      },
  );
  await makeLink(id, 'password', `link-for-${id}`);
  await page.goto(`/sign-in/link?token=link-for-${id}`);
  await page.locator('#link-password').fill(NEW_PASSWORD);
  await page.locator('#link-again').fill(NEW_PASSWORD);
  await button(page, 'auth.link.submitPassword').click();
  await expect(page).toHaveURL('/sign-in?done=password');
  await sendSignIn(page, userName, NEW_PASSWORD);
  await expect(page).toHaveURL('/today');
  await page.goto(`/sign-in/link?token=link-for-${id}`);
  await expect(title(page), 'a link is good once').toHaveText(words('auth.link.title.void'));
});

test('confirmSignIn takes a code of the app once', async ({ page, browser }) => {
  const { userName } = await makeAccount({ secondFactor: true });
  await page.goto('/sign-in?from=/account');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page).toHaveURL('/sign-in/second-factor?from=%2Faccount');
  await page.goto('/today');
  await expect(page, 'the workspace is closed before the second step').toHaveURL('/sign-in/second-factor');

  await page.goto('/sign-in/second-factor?from=/account');
  await page.locator('#second-factor-code').fill('123');
  await button(page, 'auth.factor.submit').click();
  await expect(page.locator('#second-factor-problems')).toContainText(words('accounts.problem.code'));
  await page.locator('#second-factor-code').fill(codeOf(TOTP_SECRET));
  await button(page, 'auth.factor.submit').click();
  await expect(page).toHaveURL('/account');

  const other = await newContext(browser);
  const again = await other.newPage();
  await again.goto('/sign-in');
  await sendSignIn(again, userName, TEST_PASSWORD);
  await again.locator('#second-factor-code').fill(codeOf(TOTP_SECRET));
  await button(again, 'auth.factor.submit').click();
  await expect(again.locator('#second-factor-problems')).toContainText(words('accounts.problem.code'));
  await button(again, 'auth.factor.cancel').click();
  await expect(again).toHaveURL('/sign-in?done=out');
  await other.close();
});

test('setUpSecondFactor, renewCodes and takeOffSecondFactor: from the first sign-in to a lost phone', async ({
  page,
}) => {
  const { id, userName } = await makeAccount();
  await page.goto('/sign-in');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page).toHaveURL('/sign-in/set-up-second-factor');
  await button(page, 'auth.setUp.begin').click();
  await expect(page.getByRole('img', { name: words('auth.setUp.qr') })).toBeVisible();
  const secret = ((await page.locator('form#set-up .font-mono').textContent()) ?? '').replaceAll(' ', '');
  await page.locator('#set-up-code').fill('000000');
  await button(page, 'auth.setUp.confirm').click();
  await expect(page.locator('#set-up-problems')).toContainText(words('accounts.problem.code'));
  await page.locator('#set-up-code').fill(codeOf(secret));
  await button(page, 'auth.setUp.confirm').click();
  await expect(page.getByRole('status')).toContainText(words('auth.codes.title'));
  await expect(page.locator('#main ol li')).toHaveCount(10);
  const first = await page.locator('#main ol li').first().textContent();
  await page.getByRole('link', { name: words('auth.codes.saved') }).click();
  await expect(page).toHaveURL('/today');

  await page.goto('/account');
  await page.locator('#renew-password').fill('not the password');
  await button(page, 'workspace.account.renew').click();
  await expect(page.locator('#renew-problems')).toContainText(words('accounts.problem.password'));
  await page.locator('#renew-password').fill(TEST_PASSWORD);
  await button(page, 'workspace.account.renew').click();
  await expect(page.locator('#main ol li')).toHaveCount(10);
  const code = (await page.locator('#main ol li').first().textContent()) ?? '';
  expect(code).not.toBe(first);

  await openPersonMenu(page);
  await button(page, 'workspace.person.signOut').click();
  await sendSignIn(page, userName, TEST_PASSWORD);
  await page.locator('#second-factor-code').fill(code.toUpperCase());
  await button(page, 'auth.factor.submit').click();
  await expect(page, 'a recovery code stands in for the app').toHaveURL('/today');

  await makeLink(id, 'second_factor', `factor-link-${id}`);
  await page.goto(`/sign-in/link?token=factor-link-${id}`);
  await page.locator('#link-password').fill(TEST_PASSWORD);
  await button(page, 'auth.link.submitFactor').click();
  await expect(page).toHaveURL('/sign-in?done=second_factor');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await expect(page).toHaveURL('/sign-in/set-up-second-factor');
});

for (const from of ['//example.org/', 'https://example.org/', '/\\example.org', '/sign-in'])
  test(`nobody is sent elsewhere after signing in: ${from}`, async ({ page }) => {
    const { userName } = await makeAccount({ role: 'auditor' });
    await page.goto(`/sign-in?from=${encodeURIComponent(from)}`);
    await page
      .locator('#sign-in input[name="from"]')
      .evaluate((field, value) => field.setAttribute('value', value), from);
    await sendSignIn(page, userName, TEST_PASSWORD);
    await expect(page).toHaveURL('/today');
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('signInForDemonstration: one button each, Today by role, and out again', async ({ page }) => {
    await page.goto('/en/sign-in');
    await page
      .locator('#main form', { has: page.locator('input[value="district.xuhui"]') })
      .getByRole('button')
      .click();
    await expect(page).toHaveURL('/en/today');
    await expect(page.locator('#main')).toContainText(words('review.due.accept', 'en'));
    await openPersonMenu(page);
    await page.getByRole('button', { name: words('workspace.person.signOut', 'en') }).click();
    await expect(page).toHaveURL('/en/sign-in?done=out');
  });

  test('a phone of the demonstration signs in by name too', ONLY_PHONE, async ({ page }) => {
    await page.goto('/sign-in');
    await sendSignIn(page, 'expert', DEMONSTRATION_PASSWORD);
    await expect(page).toHaveURL('/today');
    await expect(page.locator('#main')).toContainText(words('review.due.confirm'));
  });
});
