import { randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { FULL_URL } from '@/tests/support/addresses';
import { accessProblems } from '@/tests/support/axe';
import { tabTo } from '@/tests/support/keys';
import { expect, PHONE, test } from '@/tests/support/page';
import { signInAs } from '@/tests/support/staff';
import { words } from '@/tests/support/words';

// An alliance officer opens a clinic, plans it and suspends it; residents see every step at once. Today is Wednesday,
// 18 November 2026. Every test opens a clinic of its own.

const CENTRE = 'centre-310101-03';

/** Chooses the first expert of the officer's hospital and fills in what a clinic needs. */
async function openClinic(page: Page, name = `测试门诊${randomBytes(4).toString('hex')}`): Promise<string> {
  await page.goto('/joint-clinics/new');
  await page.locator('#open-centreId').selectOption(CENTRE);
  await page.locator('#open-expertId').selectOption({ index: 1 });
  await page.locator('#open-name').fill(name);
  await page.locator('#open-nameEn').fill('Clinic of a test');
  await page.locator('#open-condition1').selectOption({ index: 1 });
  await page.locator('#open button').click();
  await expect(page).toHaveURL(/\/joint-clinics\/clinic-[0-9a-f-]+\?done=opened$/);
  return new URL(page.url()).pathname;
}

/** Describes a weekly Friday afternoon, looks at it and saves it. */
async function addFridays(page: Page, clinic: string) {
  await page.goto(`${clinic}/change?kind=addLine`);
  await page.locator('#change-weekday').selectOption('5');
  await page.locator('#change-half').selectOption('pm');
  await page.locator('#change-startsMinute').fill('13:30');
  await page.locator('#change-endsMinute').fill('16:00');
  await page.locator('#change button').click();
  await expect(page.locator('#preview')).toHaveText(words('joint-clinics.change.check'));
  await page.locator('#save button').click();
  await expect(page).toHaveURL(`${clinic}?done=saved`);
}

/** What a resident reads, as soon as the directory has followed. */
async function residentSees(page: Page, clinic: string, text: string | RegExp) {
  const address = clinic.replace('/joint-clinics/', '/clinics/');
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator('main')).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

async function plainPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: FULL_URL, javaScriptEnabled: false, locale: 'zh-CN' });
  await signInAs(context, 'alliance_officer');
  return await context.newPage();
}

test.setTimeout(120_000);

test('an officer opens a clinic, plans and suspends it, and a resident sees it at once', async ({ page, browser }) => {
  await signInAs(page.context(), 'alliance_officer');
  const resident = await (await browser.newContext({ baseURL: FULL_URL, locale: 'zh-CN' })).newPage();
  const clinic = await openClinic(page);
  await addFridays(page, clinic);
  await residentSees(resident, clinic, '11月20日周五');

  await page.goto(`${clinic}/change?kind=suspend`);
  await page.locator('#change button').click();
  await expect(page.locator('#error-summary')).toContainText(words('joint-clinics.problem.reason'));
  expect(await accessProblems(page)).toEqual([]);
  await page.locator('#change-reason').fill('诊室装修');
  await page.locator('#change-until').fill('2026-12-01');
  await page.locator('#change button').click();
  await expect(page.locator('main')).toContainText(words('joint-clinics.preview.kind.stops'));
  expect(await accessProblems(page)).toEqual([]);
  await page.locator('#save button').click();
  await expect(page).toHaveURL(`${clinic}?done=saved`);
  await residentSees(resident, clinic, '诊室装修');

  await page.goto(`${clinic}/history`);
  for (const event of ['opened', 'slotAdded', 'suspended'])
    await expect(page.locator('main')).toContainText(words(`audit.event.jointClinic.${event}`).split('{')[0] ?? '');
  await resident.context().close();
});

test('by keys alone, a session is cancelled in the month and given back', async ({ page }) => {
  await signInAs(page.context(), 'alliance_officer');
  const clinic = await openClinic(page);
  await addFridays(page, clinic);

  await page.goto(`${clinic}/month`);
  await tabTo(page, `a[href$="/month/2026-11-20"]`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${clinic}/month/2026-11-20`);
  await tabTo(page, 'a[href*="kind=removeSession"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '#change-reason');
  await page.keyboard.type('专家参加学术会议');
  await tabTo(page, '#change button');
  await page.keyboard.press('Enter');
  await expect(page.locator('#preview')).toBeVisible();
  await tabTo(page, '#save button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${clinic}/month/2026-11-20?done=saved`);
  await expect(page.locator('main')).toContainText('专家参加学术会议');

  await tabTo(page, 'a[href*="kind=undoException"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '#save button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${clinic}?done=saved`);
});

test('without scripts, mistakes are explained, typed words stay, and a change is saved', PHONE, async ({ browser }) => {
  const page = await plainPage(browser);
  const clinic = await openClinic(page);
  await page.goto(`${clinic}/change?kind=addLine`);
  await page.locator('#change-weekday').selectOption('2');
  await page.locator('#change-startsMinute').fill('7点');
  await page.locator('#change button').click();
  await expect(page.locator('#error-summary a')).toHaveAttribute('href', '#change-startsMinute');
  await expect(page.locator('#change-startsMinute')).toHaveValue('7点');
  await expect(page.locator('#change-weekday')).toHaveValue('2');
  await page.locator('#change-startsMinute').fill('08:30');
  await page.locator('#change button').click();
  await page.locator('#save button').click();
  await expect(page).toHaveURL(`${clinic}?done=saved`);
  await expect(page.locator('main')).toContainText('每周二上午');

  await page.goto(`${clinic}/people`);
  await page.locator('#expert').locator('..').locator('..').locator('summary').click();
  await page.locator('#expert button').click();
  await expect(page.locator('#expert-problems')).toContainText(words('joint-clinics.problem.person'));
  await page.context().close();
});

test('two officers at once: the second is told, keeps what was typed, and looks again', async ({ page, browser }) => {
  await signInAs(page.context(), 'alliance_officer');
  const clinic = await openClinic(page);
  const other = await plainPage(browser);
  await other.goto(`${clinic}/change?kind=close`);
  await other.locator('#change-reason').fill('并入另一个门诊');
  await other.locator('#change button').click();
  await addFridays(page, clinic);
  await other.locator('#save button').click();
  await expect(other.locator('main')).toContainText(words('joint-clinics.change.stale'));
  await other.locator('#change button').click();
  await expect(other.locator('#change-reason')).toHaveValue('并入另一个门诊');
  await other.locator('#save button').click();
  await expect(other).toHaveURL(`${clinic}?done=saved`);
  await expect(other.locator('main')).toContainText(words('joint-clinics.statuses.final'));
  await other.context().close();
});

test('a day of the calendar stops the sessions of a clinic, and again does not', async ({ page, browser }) => {
  await signInAs(page.context(), 'alliance_officer');
  const clinic = await openClinic(page);
  await addFridays(page, clinic);
  const city = await (await browser.newContext({ baseURL: FULL_URL, locale: 'zh-CN' })).newPage();
  await signInAs(city.context(), 'city_officer');
  const say = async (kind: string) => {
    await city.goto('/joint-clinics/holidays?year=2027');
    await city.locator('#day-date').fill('2027-01-08');
    await city.locator(`#day input[value="${kind}"]`).check();
    await city.locator('#day-name').fill('测试停工');
    await city.locator('#day-nameEn').fill('Test closure');
    await city.locator('#day-reason').fill('测试需要');
    await city.locator('#day-source').fill('测试文件');
    await city.locator('#day button').click();
    await expect(city).toHaveURL(/year=2027&done=day$/);
  };
  await say('holiday');
  await page.goto(`${clinic}/month?month=2027-01`);
  const cell = page.locator('a[href$="/month/2027-01-08"]');
  await expect(cell).toContainText('测试停工');
  await expect(cell).toContainText(words('joint-clinics.month.stopped'));
  await say('as_published');
  await page.reload();
  await expect(cell).toContainText(words('joint-clinics.month.planned'));
  await expect(city.locator('main')).toContainText('测试文件');
  await city.context().close();
});
