import { randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { DEMONSTRATION_PASSWORD } from '@/lib/auth/demonstration';
import { FULL_URL } from '@/tests/support/addresses';
import { accessProblems } from '@/tests/support/axe';
import { expect, PHONE, test } from '@/tests/support/page';
import { sendSignIn, signInAs } from '@/tests/support/staff';
import { makeAccount, onPortalDatabase } from '@/tests/support/staff-accounts';
import { filled, words } from '@/tests/support/words';

// Accounts as officers keep them: opened, handed a link, suspended, reviewed, approved by a second pair of eyes, and
// every step of it in the trail.

const NEW_PASSWORD = 'maple lantern orchid';
const REASON = '长期休假，暂停使用';

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });
const freshName = () => `e2e.${randomBytes(5).toString('hex')}`;

/** A page without scripts, signed in as somebody of the demonstration where a name is given. */
async function plainPage(browser: Browser, userName?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: FULL_URL, javaScriptEnabled: false, locale: 'zh-CN' });
  const page = await context.newPage();
  if (userName) {
    await page.goto('/sign-in');
    await sendSignIn(page, userName, DEMONSTRATION_PASSWORD);
  }
  return page;
}

/** Opens an account for a centre of the district and answers the link that is shown. */
async function openAccount(page: Page, userName: string): Promise<string> {
  await page.goto('/accounts/new?role=centre_clerk');
  await page.locator('#create-scope').selectOption({ index: 1 });
  await page.locator('#create-displayName').fill('王小明');
  await page.locator('#create-userName').fill(userName);
  await button(page, 'accounts.admin.form.create.submit').click();
  return await page.getByLabel(words('accounts.admin.link.field')).inputValue();
}

async function suspend(page: Page, reason: string) {
  const summary = page.locator('summary', { hasText: words('accounts.admin.form.suspend.summary') });
  if ((await page.locator('#suspend-reason').isVisible()) === false) await summary.click();
  await page.locator('#suspend-reason').fill(reason);
  await button(page, 'accounts.admin.form.suspend.submit').click();
}

test(
  'sendNewAccount shows what to correct, then a link that opens the workspace once',
  PHONE,
  async ({ page, browser }) => {
    await signInAs(page.context(), 'district_officer');
    await page.goto('/accounts/new?role=centre_clerk');
    await page.locator('#create-displayName').fill('王小明');
    await button(page, 'accounts.admin.form.create.submit').click();
    const problems = page.locator('#create-problems');
    await expect(problems).toBeFocused();
    await expect(problems).toContainText(words('accounts.problem.scope'));
    await expect(page.locator('#create-displayName')).toHaveValue('王小明');
    expect(await accessProblems(page)).toEqual([]);

    const userName = freshName();
    const link = await openAccount(page, userName);
    expect(link.startsWith(`${FULL_URL}/sign-in/link?token=`)).toBe(true);
    expect(await accessProblems(page)).toEqual([]);
    await page.getByRole('link', { name: words('accounts.admin.link.next') }).click();
    await expect(page.locator('h1')).toHaveText('王小明');
    await expect(page.locator('#main')).toContainText(words('accounts.admin.invited'));

    const person = await plainPage(browser);
    await person.goto(link);
    await person.locator('#link-password').fill(NEW_PASSWORD);
    await person.locator('#link-again').fill(NEW_PASSWORD);
    await button(person, 'auth.link.submitPassword').click();
    await sendSignIn(person, userName, NEW_PASSWORD);
    await expect(person).toHaveURL('/today');
    await person.goto('/accounts');
    await expect(person.locator('h1'), 'accounts are no business of a clerk').not.toHaveText(
      words('accounts.admin.title'),
    );
    await person.goto(link);
    await expect(person.locator('h1')).toHaveText(words('auth.link.title.void'));
    await person.context().close();
  },
);

test('without scripts: a refused form comes back as it was, a good one shows the link', async ({ browser }) => {
  const page = await plainPage(browser, 'district.huangpu');
  const userName = freshName();
  expect(await openAccount(page, userName)).toContain('/sign-in/link?token=');
  // the same name again
  await page.goto('/accounts/new?role=centre_clerk');
  await page.locator('#create-scope').selectOption({ index: 2 });
  const centre = await page.locator('#create-scope').inputValue();
  await page.locator('#create-displayName').fill('李小红');
  await page.locator('#create-userName').fill(userName);
  await button(page, 'accounts.admin.form.create.submit').click();
  await expect(page.locator('#create-problems')).toContainText(words('accounts.problem.userNameTaken'));
  await expect(page.locator('#create-displayName')).toHaveValue('李小红');
  await expect(page.locator('#create-scope')).toHaveValue(centre);

  await page.goto(`/accounts?text=${userName}`);
  await page.getByRole('link', { name: '王小明' }).click();
  await suspend(page, '');
  await expect(page.locator('#suspend-problems'), 'the form is open again').toBeVisible();
  await suspend(page, REASON);
  await expect(page).toHaveURL(/\?done=suspended$/);
  await page.context().close();
});

test('sendSuspension, sendResumption and sendAccessLink: with a reason, which the history keeps', async ({ page }) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  await signInAs(page.context(), 'city_officer');
  await page.goto(`/accounts/${id}`);
  await suspend(page, '');
  const problems = page.locator('#suspend-problems');
  await expect(problems).toBeFocused();
  await expect(problems).toContainText(words('accounts.problem.reason'));
  expect(await accessProblems(page)).toEqual([]);
  await suspend(page, REASON);
  await expect(page.getByRole('status')).toContainText(words('accounts.admin.done.suspended'));

  await page.getByRole('link', { name: words('accounts.admin.tab.history') }).click();
  await expect(page.locator('table')).toContainText(filled('audit.reason', { reason: REASON }));
  await expect(page.locator('table')).toContainText('演示·市级管理甲');
  expect(await accessProblems(page)).toEqual([]);

  await page.goto(`/accounts?status=suspended&text=${userName}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.goto(`/accounts/${id}`);
  await page.locator('summary', { hasText: words('accounts.admin.form.resume.summary') }).click();
  await page.locator('#resume-reason').fill('恢复工作');
  await button(page, 'accounts.admin.form.resume.submit').click();
  await expect(page).toHaveURL(/\?done=resumed$/);
  await page.locator('summary', { hasText: words('accounts.admin.form.password.summary') }).click();
  await page.locator('#password-reason').fill('忘记密码');
  await button(page, 'accounts.admin.form.password.submit').click();
  await expect(page.getByLabel(words('accounts.admin.link.field'))).toHaveValue(/\/sign-in\/link\?token=/);
});

test('sendRole, sendApproval: a city role needs two officers', async ({ page, browser }) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  await signInAs(page.context(), 'city_officer');
  await page.goto(`/accounts/${id}/roles/new?role=city_officer`);
  await page.locator('#give-reason').fill('轮岗');
  await button(page, 'accounts.admin.form.give.submit').click();
  await expect(page.getByRole('status')).toContainText(words('accounts.admin.done.waiting'));
  await expect(page.locator('#main')).toContainText(words('accounts.admin.grant.ownRequest'));

  const second = await plainPage(browser, 'city.two');
  await second.goto('/accounts/requests');
  const request = second.locator('li', { hasText: userName });
  await request
    .locator('summary', { hasText: words('accounts.admin.form.approve.summary') })
    .first()
    .click();
  await request.locator('[id^="approve-"] textarea').fill('同意');
  await request.getByRole('button', { name: words('accounts.admin.form.approve.submit') }).click();
  await expect(second).toHaveURL('/accounts/requests?done=approved');
  await second.context().close();
});

test('sendRecertification takes an account off the list for a year', async ({ page }) => {
  const { id, userName } = await makeAccount({ role: 'auditor' });
  await onPortalDatabase((client) => client.query("UPDATE account SET created_at = '2025-01-01' WHERE id = $1", [id]));
  await signInAs(page.context(), 'city_officer');
  await page.goto('/accounts/recertify');
  const row = page.locator('tbody tr', { hasText: userName });
  await row.getByRole('button').click();
  await expect(page).toHaveURL('/accounts/recertify?done=recertified');
  await expect(row).toHaveCount(0);
});

test('an account of another district is not there, and neither is the page of accounts for a clerk', async ({
  browser,
}) => {
  const { id } = await makeAccount({ role: 'auditor' });
  const page = await plainPage(browser, 'district.huangpu');
  for (const path of [`/accounts/${id}`, `/accounts/${id}/history`, `/accounts/${id}/roles/new`, '/accounts/requests'])
    expect((await page.goto(path))?.status(), path).toBe(404);
  expect(await page.locator('h1').textContent()).not.toContain('e2e');
  await page.context().close();
});

test('the trail is read with filters and taken out as CSV, and says so itself', async ({ page }) => {
  await signInAs(page.context(), 'auditor');
  await page.goto('/audit');
  await page.locator('#filter-event').selectOption('staffSession.started');
  await page.getByRole('button', { name: words('ui.filter.apply') }).click();
  await expect(page).toHaveURL(/event=staffSession\.started/);
  await expect(page.locator('tbody tr').first()).toContainText(
    words('audit.eventName.staffSession.started').slice(0, 2),
  );

  const href = await page.getByRole('link', { name: words('audit.export.action') }).getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
  expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="audit-\d{4}-\d{2}-\d{2}\.csv"$/);
  const lines = (await answer.text()).split('\r\n');
  expect(lines[0]).toContain(words('audit.export.column.event'));
  expect(lines.length).toBeGreaterThan(2);
  await page.goto('/audit?event=export.made');
  await expect(page.locator('tbody tr').first()).toContainText('演示·审计');
});
