import { accessProblems } from '@/tests/support/axe';
import { expect, PHONE, test } from '@/tests/support/page';
import { signInAs } from '@/tests/support/staff';
import { words } from '@/tests/support/words';

// Whoever is signed in keeps the workspace around a page that is not there, and around one that is not theirs.

test.use({ expectedMessages: [/status of 404/] });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a missing page leads staff back to Today', PHONE, async ({ page }) => {
      await signInAs(page.context(), 'centre_clerk');
      for (const path of ['/accounts', '/accounts/nobody', '/nothing-here']) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(404);
        await expect(page.locator('h1'), path).toHaveText(words('errors.notFound.title'));
        await expect(page.getByRole('banner'), path).toContainText(words('workspace.name'));
        await expect(page.getByRole('contentinfo').locator('a[href="/sign-in"]'), path).toHaveCount(0);
      }
      if (javaScriptEnabled) expect(await accessProblems(page)).toEqual([]);
      await page.getByRole('link', { name: words('errors.notFoundForStaff.today') }).click();
      await expect(page).toHaveURL('/today');
    });
  });

test('a missing page in English stays in English', async ({ page }) => {
  await signInAs(page.context(), 'expert');
  await page.goto('/en/accounts/nobody');
  await expect(page.locator('h1')).toHaveText(words('errors.notFound.title', 'en'));
  await expect(page.locator('a[href="/en/today"]').last()).toHaveText(words('errors.notFoundForStaff.today', 'en'));
});

test('everybody else meets the search for residents, and the way to the sign-in', async ({ page }) => {
  await page.goto('/nothing-here');
  await expect(page.locator('h1')).toHaveText(words('errors.notFound.title'));
  await expect(page.locator('#q')).toBeVisible();
  await expect(page.locator('footer a[href="/sign-in"]')).toHaveCount(1);
});
