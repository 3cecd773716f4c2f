import type { Page } from '@playwright/test';
import { accessProblems } from '@/tests/support/axe';
import {
  contextFor,
  enterAs,
  evening,
  type LoggingClerk,
  makeClerk,
  recordsOf,
  unfold,
} from '@/tests/support/logging-clerk';
import { expect, PHONE, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { words } from '@/tests/support/words';

// A centre's clerk logs sessions: as planned, with differences, by keys alone, without scripts, and with nonsense.

const DAYS = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-09', '2026-11-10', '2026-11-11'];
const button = (page: Page, key: string) => page.getByRole('button', { name: words(`logging.${key}`), exact: true });
const field = (page: Page, name: string) => page.locator(`[id="log-${name}"]`);

async function open(page: Page, clerk: LoggingClerk, date: string) {
  await (await unfold(page, clerk, date)).click();
  await expect(page.locator('h1')).toContainText(clerk.clinicName);
}

test('a session that went as planned is two taps and two numbers', PHONE, async ({ page }, { project }) => {
  const clerk = await makeClerk(project.name === 'phone' ? 0 : 1, DAYS);
  await enterAs(page, clerk.userName);
  await open(page, clerk, '2026-11-11');
  await expect(field(page, 'visitsNew')).toBeFocused();
  await expect(page.locator('#log-plan').locator('..')).toContainText(clerk.expertName);
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('11');
  await button(page, 'submit.asPlanned').first().click();
  await expect(page).toHaveURL('/today?done=logged');
  await expect(page.getByText(words('logging.due.done')).first()).toBeVisible();
  await expect(evening(page, clerk, '2026-11-11')).toHaveCount(0);
  expect(await recordsOf(clerk)).toMatchObject([
    { date: '2026-11-11', held: true, visits_new: 4, visits_return: 11, expert_presence: 'planned', version: 1 },
  ]);
});

test('what differs opens on request: a substitute, remote, a session that was not held', async ({ page }) => {
  const clerk = await makeClerk(2, DAYS);
  await enterAs(page, clerk.userName);
  await open(page, clerk, '2026-11-10');
  await expect(field(page, 'expertPresence')).toBeHidden();
  await button(page, 'differs.open').click();
  await page.getByLabel(words('logging.expert.substitute')).check();
  await field(page, 'substituteId').selectOption(clerk.substituteId);
  await page.getByLabel(words('sessions.mode.remote'), { exact: true }).check();
  await field(page, 'visitsNew').fill('3');
  await field(page, 'visitsReturn').fill('9');
  await field(page, 'prescriptions').fill('１０');
  await button(page, 'submit.changed').last().click();
  await expect(page).toHaveURL('/today?done=logged');

  await open(page, clerk, '2026-11-09');
  await button(page, 'differs.open').click();
  await page.getByLabel(words('logging.held.no'), { exact: true }).check();
  await expect(field(page, 'visitsNew')).toBeHidden();
  await button(page, 'submit.notHeld').last().click();
  await expect(page.locator('#log-problems')).toBeFocused();
  await page
    .locator('#log-problems')
    .getByRole('link', { name: words('sessions.problem.notHeldReason') })
    .click();
  await expect(field(page, 'notHeldReason')).toBeFocused();
  await field(page, 'notHeldReason').selectOption('no_patients');
  await button(page, 'submit.notHeld').last().click();
  await expect(page).toHaveURL('/today?done=logged');
  expect(await recordsOf(clerk)).toMatchObject([
    { date: '2026-11-09', held: false, not_held_reason: 'no_patients' },
    { date: '2026-11-10', expert_presence: 'substitute', mode: 'remote', visits_new: 3, visits_return: 9 },
  ]);
});

test(
  'numbers far from the usual are said while they are typed and ask for a reason',
  PHONE,
  async ({ page }, { project }) => {
    const clerk = await makeClerk(project.name === 'phone' ? 3 : 4, DAYS);
    await enterAs(page, clerk.userName);
    await open(page, clerk, '2026-11-11');
    await field(page, 'visitsNew').fill('300');
    await field(page, 'visitsReturn').fill('1');
    await expect(page.getByText(words('logging.checks.soft'), { exact: true })).toBeVisible();
    await expect(field(page, 'explanation')).toBeVisible();
    await button(page, 'submit.asPlanned').first().click();
    await expect(page.locator('#log-problems')).toBeFocused();
    expect(await accessProblems(page)).toEqual([]);
    expect(await tooWideWhenZoomed(page)).toEqual([]);
    await field(page, 'explanation').fill('义诊周');
    await button(page, 'submit.asPlanned').first().click();
    await expect(page).toHaveURL('/today?done=logged');
    expect(await recordsOf(clerk)).toMatchObject([{ visits_new: 300, explanation: '义诊周' }]);
  },
);

test('a refused form keeps what was typed; nonsense is told in words', async ({ page }) => {
  const clerk = await makeClerk(5, DAYS);
  await enterAs(page, clerk.userName);
  await open(page, clerk, '2026-11-11');
  await field(page, 'visitsNew').fill('-3');
  await field(page, 'visitsReturn').fill('二十');
  await button(page, 'submit.asPlanned').first().click();
  await expect(page.locator('#log-problems li')).toHaveCount(2);
  await expect(page.locator('#log-problems')).toContainText(words('sessions.problem.count'));
  await expect(field(page, 'visitsNew')).toHaveValue('-3');
  await expect(field(page, 'visitsReturn')).toHaveValue('二十');
  await expect(field(page, 'visitsNew')).toHaveAttribute('aria-invalid', 'true');
  // extra sessions need to be explained, and cannot be not held
  await page.goto(`/clinic-sessions/log?clinic=${clerk.clinicId}&date=2026-11-12&half=evening`);
  await expect(page.getByText(words('logging.heading.extra'), { exact: true })).toBeVisible();
  await field(page, 'visitsNew').fill('1');
  await field(page, 'visitsReturn').fill('2');
  await page.getByLabel(words('logging.expert.absent')).check();
  await button(page, 'submit.changed').first().click();
  await expect(page.locator('#log-problems')).toContainText(words('sessions.check.unplanned'));
  await field(page, 'explanation').fill('社区义诊');
  await button(page, 'submit.changed').first().click();
  await expect(page).toHaveURL('/today?done=logged');
  expect(await recordsOf(clerk)).toMatchObject([{ date: '2026-11-12', explanation: '社区义诊' }]);
});

test('without scripts the whole form stands open and does the same', async ({ browser }) => {
  const clerk = await makeClerk(6, DAYS);
  const context = await contextFor(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await enterAs(page, clerk.userName);
  await open(page, clerk, '2026-11-11');
  await expect(field(page, 'expertPresence')).toBeVisible();
  await expect(page.getByRole('button', { name: words('logging.differs.open') })).toHaveCount(0);
  await field(page, 'visitsNew').fill('400');
  await field(page, 'note').fill('第一次');
  await button(page, 'submit.asPlanned').first().click();
  await expect(page.locator('#log-problems li')).toHaveCount(1);
  await expect(field(page, 'visitsNew')).toHaveValue('400');
  await expect(field(page, 'note')).toHaveValue('第一次');
  await field(page, 'visitsReturn').fill('6');
  await page.locator('#log button').first().click();
  await expect(page.locator('#log-problems a')).toHaveAttribute('href', '#log-explanation');
  await field(page, 'explanation').fill('集中义诊');
  await page.locator('#log button').first().click();
  await expect(page).toHaveURL('/today?done=logged');
  expect(await recordsOf(clerk)).toMatchObject([
    { visits_new: 400, visits_return: 6, note: '第一次', explanation: '集中义诊' },
  ]);
  await context.close();
});

test('a clerk without a mouse logs a session', async ({ page }) => {
  const clerk = await makeClerk(7, DAYS);
  await enterAs(page, clerk.userName);
  await (await unfold(page, clerk, '2026-11-11')).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'visitsNew')).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await expect(field(page, 'visitsReturn')).toBeFocused();
  await page.keyboard.type('8');
  // the script that unfolds the form is there when it has kept what was typed
  await expect(page.locator('#main')).toContainText(words('logging.draft.kept'));
  // past the button to what differs, into the full form and back
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('[aria-controls="log-full"]')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('[aria-controls="log-full"]')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(field(page, 'held')).toBeFocused();
  await field(page, 'visitsReturn').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/today?done=logged');
  expect(await recordsOf(clerk)).toMatchObject([{ visits_new: 5, visits_return: 8 }]);
});

test(
  'what is typed is kept on the device, and forgotten when its clerk signs out',
  PHONE,
  async ({ page }, { project }) => {
    const clerk = await makeClerk(project.name === 'phone' ? 8 : 9, DAYS);
    await enterAs(page, clerk.userName);
    await open(page, clerk, '2026-11-11');
    await field(page, 'visitsNew').fill('6');
    await expect(page.getByText(words('logging.draft.kept'))).toBeVisible();
    await page.goto('/today');
    const list = page.locator('section', { has: page.locator('#device-title') });
    await expect(list).toContainText(clerk.clinicName);
    await expect(list).toContainText(words('logging.device.draft'));
    await list.getByRole('link', { name: words('logging.device.continue') }).click();
    await expect(field(page, 'visitsNew')).toHaveValue('6');
    await field(page, 'visitsReturn').fill('7');
    await expect(page.getByText(words('logging.draft.kept'))).toBeVisible();
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.goto(`/clinic-sessions/log?clinic=${clerk.clinicId}&date=2026-11-11&half=evening`);
    await expect(field(again, 'visitsReturn')).toHaveValue('7');

    await again.locator('header details summary').last().click();
    await again.getByRole('button', { name: words('workspace.person.signOut') }).click();
    await expect(again).toHaveURL('/sign-in?done=out');
    await expect
      .poll(async () => (await again.context().cookies()).some(({ name }) => name === 'left-account'))
      .toBe(false);
    await enterAs(again, clerk.userName);
    await again.goto(`/clinic-sessions/log?clinic=${clerk.clinicId}&date=2026-11-11&half=evening`);
    await expect(again.locator('#log')).toBeVisible();
    await expect(field(again, 'visitsNew')).toHaveValue('');
    expect(await recordsOf(clerk)).toEqual([]);
  },
);
