import type { Browser, Page } from '@playwright/test';
import { accessProblems } from '@/tests/support/axe';
import {
  contextFor,
  enterAs,
  type LoggingClerk,
  makeClerk,
  makeColleague,
  recordsOf,
  unfold,
} from '@/tests/support/logging-clerk';
import { expect, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { words } from '@/tests/support/words';

// Two people edit one session: one wins, the other is told, sees both, and loses nothing.

// the browser itself remarks on the answer 409
test.use({ expectedMessages: [/status of 409/] });

const DAYS = ['2026-11-10', '2026-11-11'];
const field = (page: Page, name: string) => page.locator(`[id="log-${name}"]`);
const title = (page: Page) => page.locator('#log-conflict');

async function openedBy(browser: Browser, userName: string, clerk: LoggingClerk, options = {}) {
  const context = await contextFor(browser, options);
  const page = await context.newPage();
  await enterAs(page, userName);
  await (await unfold(page, clerk, '2026-11-11')).click();
  await expect(field(page, 'visitsNew')).toBeVisible();
  return { context, page };
}

async function count(page: Page, visitsNew: string, visitsReturn: string) {
  await field(page, 'visitsNew').fill(visitsNew);
  await field(page, 'visitsReturn').fill(visitsReturn);
  await page.locator('#log button:not([type="button"])').first().click();
}

test('the later of two is shown both versions and chooses field by field', async ({ page, browser }) => {
  const clerk = await makeClerk(16, DAYS);
  const colleague = await makeColleague(clerk);
  await enterAs(page, clerk.userName);
  await (await unfold(page, clerk, '2026-11-11')).click();
  await field(page, 'visitsNew').fill('4');
  const { context, page: other } = await openedBy(browser, colleague, clerk);
  await count(other, '6', '10');
  await expect(other).toHaveURL('/today?done=logged');

  await count(page, '4', '11');
  await expect(title(page)).toBeFocused();
  const section = page.locator('section', { has: title(page) });
  await expect(section).toContainText(colleague);
  for (const name of ['visitsNew', 'visitsReturn'])
    await expect(section.locator('li', { hasText: words(`sessions.field.${name}`) })).toBeVisible();
  expect(await accessProblems(page)).toEqual([]);
  // theirs for one field, mine for the other
  await section.getByRole('button', { name: `${words('logging.conflict.theirs')} 6` }).click();
  await expect(field(page, 'visitsNew')).toHaveValue('6');
  await expect(field(page, 'visitsReturn')).toHaveValue('11');
  await expect(section.getByRole('button', { name: `${words('logging.conflict.theirs')} 6` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page
    .getByRole('button', { name: words('logging.submit.over') })
    .first()
    .click();
  await expect(page).toHaveURL('/today?done=logged');
  expect(await recordsOf(clerk)).toMatchObject([{ visits_new: 6, visits_return: 11, version: 2 }]);
  await page.setViewportSize({ width: 390, height: 844 });
  await context.close();
});

test('the two versions fit a narrow screen, and the later one may leave it at that', async ({ page, browser }) => {
  const clerk = await makeClerk(17, DAYS);
  const colleague = await makeColleague(clerk);
  await enterAs(page, clerk.userName);
  await (await unfold(page, clerk, '2026-11-11')).click();
  await field(page, 'visitsNew').fill('4');
  const { context, page: other } = await openedBy(browser, colleague, clerk);
  await count(other, '6', '10');
  await expect(other).toHaveURL('/today?done=logged');
  await context.close();
  await count(page, '4', '11');
  await expect(title(page)).toBeVisible();
  expect(await tooWideWhenZoomed(page)).toEqual([]);
  // it is still there on Today, to be compared later
  await page.goto('/today');
  await page.getByRole('link', { name: words('logging.device.compare') }).click();
  await expect(title(page)).toBeVisible();
  await expect(field(page, 'visitsReturn')).toHaveValue('11');
  await page.getByRole('button', { name: words('logging.conflict.giveUp') }).click();
  await expect(page).toHaveURL('/today');
  await expect(page.locator('#device-title')).toHaveCount(0);
  expect(await recordsOf(clerk)).toMatchObject([{ visits_new: 6, visits_return: 10, version: 1 }]);
});

test('without scripts the later one sees both versions and sends again', async ({ page, browser }) => {
  const clerk = await makeClerk(18, DAYS);
  const colleague = await makeColleague(clerk);
  const { context, page: plain } = await openedBy(browser, colleague, clerk, { javaScriptEnabled: false });
  await enterAs(page, clerk.userName);
  await (await unfold(page, clerk, '2026-11-11')).click();
  await count(page, '6', '10');
  await expect(page).toHaveURL('/today?done=logged');

  await count(plain, '4', '11');
  await expect(title(plain)).toBeVisible();
  const section = plain.locator('section', { has: title(plain) });
  for (const text of ['6', '10', '4', '11']) await expect(section).toContainText(text);
  await expect(section.getByRole('button')).toHaveCount(0);
  await count(plain, '5', '11');
  await expect(plain).toHaveURL('/today?done=logged');
  expect(await recordsOf(clerk)).toMatchObject([{ visits_new: 5, visits_return: 11, version: 2 }]);
  await context.close();
});
