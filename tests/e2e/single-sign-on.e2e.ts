import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { EMPTY_URL, FULL_URL, SIGN_ON_URL } from '@/tests/support/addresses';
import { expect, PHONE, test } from '@/tests/support/page';
import { makeAccount } from '@/tests/support/staff-accounts';
import { words } from '@/tests/support/words';

// The button of the sign-in page, through a real provider and back.

const freshSubject = () => `subject-${randomBytes(6).toString('hex')}`;

/** Presses the button and signs in at the provider, whose pages are not ours. */
async function signOnAs(page: Page, subject: string) {
  await page.getByRole('button', { name: words('auth.signIn.singleSignOn') }).click();
  await expect(page).toHaveURL(new RegExp(`^${SIGN_ON_URL}/interaction/`));
  await page.locator('input[name=login]').fill(subject);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('signInBySingleSignOn leads through the provider to the page that was wanted', PHONE, async ({ page }) => {
      const subject = freshSubject();
      await makeAccount({ role: 'auditor', subject });
      await page.goto('/audit');
      await expect(page).toHaveURL('/sign-in?from=%2Faudit');
      await signOnAs(page, subject);
      await expect(page).toHaveURL(`${FULL_URL}/audit`);
      await expect(page.locator('h1')).toHaveText(words('audit.title'));
    });
  });

test('somebody without an account here is told so, and stays out', async ({ page }) => {
  await page.goto('/sign-in');
  await signOnAs(page, freshSubject());
  await expect(page).toHaveURL(`${FULL_URL}/sign-in?error=notLinked`);
  await expect(page.locator('#main')).toContainText(words('accounts.problem.notLinked'));
  await page.goto('/today');
  await expect(page).toHaveURL('/sign-in?from=%2Ftoday');
});

test('a provider that does not answer leaves people on the sign-in page, in their language', async ({ page }) => {
  await page.goto(`${EMPTY_URL}/en/sign-in`);
  await page.getByRole('button', { name: words('auth.signIn.singleSignOn', 'en') }).click();
  await expect(page).toHaveURL(`${EMPTY_URL}/en/sign-in?error=sign-on`);
  await expect(page.locator('#main')).toContainText(words('auth.signIn.failed', 'en'));
});
