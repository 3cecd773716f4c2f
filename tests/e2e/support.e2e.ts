import { accessProblems } from '@/tests/support/axe';
import { expect, PHONE, test } from '@/tests/support/page';
import { signInAs } from '@/tests/support/staff';
import { words } from '@/tests/support/words';

// A clerk asks, the district answers on the page where it is done, and the clerk finds the answer on Today.

const kind = words('feedback.support.kind.month_reopening');

test(
  'sendSupport: a clerk asks to reopen a month, the district is led there and answers',
  PHONE,
  async ({ page }, { project }) => {
    const text = `九月的记录要更正（${project.name}）`;
    const open = words('feedback.support.ask.title');
    await signInAs(page.context(), 'centre_clerk');
    await page.goto('/feedback/support');
    const summary = page.locator('summary', { hasText: open });
    if (await summary.isVisible()) await summary.click();
    await page.getByRole('button', { name: words('feedback.support.ask.send') }).click();
    await expect(page.locator('#ask-support')).toContainText(words('feedback.support.problem.kind'));
    expect(await accessProblems(page)).toEqual([]);
    await page.getByLabel(kind).check();
    await page.locator('#ask-support-month').selectOption('2026-09');
    await page.locator('#ask-support-text').fill(text);
    await page.getByRole('button', { name: words('feedback.support.ask.send') }).click();
    await expect(page).toHaveURL(/done=asked$/);
    const address = new URL(page.url()).pathname;

    await signInAs(page.context(), 'district_officer');
    await page.goto('/today');
    await expect(page.locator('#main')).toContainText(words('feedback.support.today.waiting'));
    await page.goto(address);
    await page.getByRole('link', { name: words('feedback.support.way.month_reopening') }).click();
    await expect(page).toHaveURL('/clinic-sessions/months/2026-09');
    await page.goto(address);
    await page.locator('summary', { hasText: words('feedback.support.end.title') }).click();
    await page.getByLabel(words('feedback.support.status.done'), { exact: true }).check();
    await page.locator('#answer-text').fill('已重新打开，请在三天内更正。');
    await page.locator('#answer button').click();
    await expect(page).toHaveURL(/done=answered$/);
    await expect(page.locator('#main')).toContainText(words('feedback.hours').replace('{hours, number}', '1'));
    expect(await accessProblems(page)).toEqual([]);

    await signInAs(page.context(), 'centre_clerk');
    await page.goto('/today');
    const group = page.locator('section[aria-labelledby="due-support-answered"]');
    await group.getByRole('link', { name: kind }).first().click();
    await expect(page.locator('#main')).toContainText('已重新打开，请在三天内更正。');
  },
);
