import { expect, test } from '@/tests/support/page';
import { CLINIC } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// sendReport, the way a resident tells us that something is wrong; with scripts. no-script.e2e.ts has the other way.

test('sendReport says what to correct, moves the focus there, keeps the words, and then thanks', async ({ page }) => {
  await page.goto(`/report?clinic=${CLINIC}`);
  const submit = page.getByRole('button', { name: words('report.form.submit'), exact: true });
  await page.locator('textarea[name="message"]').fill('短');
  await submit.click();
  const summary = page.locator('#error-summary');
  await expect(summary).toBeFocused();
  await expect(page.locator('textarea[name="message"]')).toHaveValue('短');
  await summary.getByRole('link', { name: words('report.problem.message') }).click();
  await expect(page.locator('textarea[name="message"]')).toBeFocused();

  await page.locator('input[name="category"][value="clinic"]').check();
  await page.locator('textarea[name="message"]').fill('专家今天没有来，也没有停诊通知。');
  await submit.click();
  await expect(page.locator('h1')).toHaveText(words('report.sent.title'));
});
