import type { Page } from '@playwright/test';
import { accessProblems } from '@/tests/support/axe';
import { contextFor, enterAs, type LoggingClerk, makeClerk, recordsOf } from '@/tests/support/logging-clerk';
import { expect, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { words } from '@/tests/support/words';

// A week of paper sheets, typed by keys; one row that is wrong stops no other.

const DAYS = ['2026-11-09', '2026-11-10', '2026-11-11'];
const PATH = '/clinic-sessions/week?monday=2026-11-09';

/** The number of the row of an evening. */
async function rowAt(page: Page, { clinicId }: LoggingClerk, date: string): Promise<number> {
  const name = await page.locator(`input[value="${clinicId}/${date}/evening"][name$="|slot"]`).getAttribute('name');
  return Number(name?.split('|')[0]);
}
const cell = (page: Page, row: number, name: string) => page.locator(`[id="week-${row}-${name}"]`);
const line = (page: Page, row: number) => page.locator('tbody tr', { has: cell(page, row, 'held') });

/** The visits in the drafts that lie on the device. */
async function draftsOn(page: Page): Promise<{ visitsNew: string; visitsReturn: string }[]> {
  return await page.evaluate(async () => {
    const opened = indexedDB.open('clinic-logging');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const request = database.transaction('drafts').objectStore('drafts').getAll();
    const found = await new Promise<{ values: { visitsNew: string; visitsReturn: string } }[]>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return found.map(({ values: { visitsNew, visitsReturn } }) => ({ visitsNew, visitsReturn }));
  });
}

/** Keeps the device's drafts from every reader until it is told to let go. */
async function holdDrafts(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const opened = indexedDB.open('clinic-logging');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts');
    const again = () => {
      if (document.documentElement.dataset.held) store.count().onsuccess = again;
      else database.close();
    };
    document.documentElement.dataset.held = 'yes';
    again();
  });
  return () => page.evaluate(() => void delete document.documentElement.dataset.held);
}

test('rows are typed by keys and sent together, each with its own answer', async ({ page }) => {
  const clerk = await makeClerk(19, DAYS);
  await enterAs(page, clerk.userName);
  await page.goto(PATH);
  const [first, second, third] = (await Promise.all(DAYS.map((date) => rowAt(page, clerk, date)))) as [
    number,
    number,
    number,
  ];
  await cell(page, first, 'visitsNew').focus();
  await page.keyboard.type('3');
  // arrows lead on as soon as the scripts are here, which this line says
  await expect(line(page, first)).toContainText(words('logging.week.typed'));
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, first, 'visitsReturn')).toBeFocused();
  await page.keyboard.type('8');
  await cell(page, second, 'visitsNew').focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9');
  await cell(page, third, 'held').selectOption('no_patients');
  expect(await accessProblems(page)).toEqual([]);

  await page.getByRole('button', { name: words('logging.week.sendAll') }).click();
  await expect(line(page, first)).toContainText('第 1 版');
  await expect(line(page, third)).toContainText('第 1 版');
  await expect(line(page, second)).toContainText(words('logging.week.wrong'));
  await expect(cell(page, second, 'visitsNew')).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(page, second, 'visitsNew')).toHaveValue('x');
  await expect(page.locator(`[id="week-${second}-problems"]`)).toContainText(words('sessions.problem.count'));
  expect(await accessProblems(page)).toEqual([]);
  expect(await recordsOf(clerk)).toMatchObject([
    { date: '2026-11-09', visits_new: 3, visits_return: 8 },
    { date: '2026-11-11', held: false, not_held_reason: 'no_patients' },
  ]);

  await cell(page, second, 'visitsNew').fill('2');
  await line(page, second).getByRole('button').click();
  await expect(line(page, second)).toContainText('第 1 版');
  // a row that stands already is amended against its version
  await cell(page, first, 'visitsNew').fill('4');
  await line(page, first).getByRole('button').click();
  await expect(line(page, first)).toContainText('第 2 版');
  expect(await recordsOf(clerk)).toMatchObject([
    { date: '2026-11-09', visits_new: 4, version: 2 },
    { date: '2026-11-10', visits_new: 2, visits_return: 9, version: 1 },
    { date: '2026-11-11', held: false },
  ]);
  await page.reload();
  await expect(cell(page, second, 'visitsNew')).toHaveValue('2');
  expect(await tooWideWhenZoomed(page)).toEqual([]);
});

test('what was typed in a row is still there after the page was left', async ({ page }) => {
  const clerk = await makeClerk(20, DAYS);
  await enterAs(page, clerk.userName);
  await page.goto(PATH);
  const row = await rowAt(page, clerk, '2026-11-10');
  await cell(page, row, 'visitsNew').fill('7');
  await expect(line(page, row)).toContainText(words('logging.week.typed'));
  await expect.poll(() => draftsOn(page)).toEqual([{ visitsNew: '7', visitsReturn: '' }]);
  await page.goto('/today');
  await expect(page.locator('section', { has: page.locator('#device-title') })).toContainText(clerk.clinicName);
  // a slow device: the clerk types before it has found what it kept
  const letGo = await holdDrafts(page);
  const week = await page.context().newPage();
  await week.goto(PATH);
  const other = cell(week, row, 'visitsReturn');
  await other.focus();
  await week.keyboard.type('12');
  await expect(line(week, row)).toContainText(words('logging.week.typed'));
  await week.keyboard.press('ArrowLeft');
  await letGo();
  await expect(cell(week, row, 'visitsNew')).toHaveValue('7');
  await expect(other).toBeFocused();
  await week.keyboard.type('0');
  await expect(other).toHaveValue('102');
  await expect.poll(() => draftsOn(week)).toEqual([{ visitsNew: '7', visitsReturn: '102' }]);
  await week.reload();
  await expect(cell(week, row, 'visitsNew')).toHaveValue('7');
  await expect(line(week, row)).toContainText(words('logging.week.typed'));
});

test('without scripts the week is a long form', async ({ browser }) => {
  const clerk = await makeClerk(21, DAYS);
  const context = await contextFor(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await enterAs(page, clerk.userName);
  await page.goto(PATH);
  const [first, second] = (await Promise.all(DAYS.slice(0, 2).map((date) => rowAt(page, clerk, date)))) as [
    number,
    number,
  ];
  await cell(page, first, 'visitsNew').fill('3');
  await cell(page, first, 'visitsReturn').fill('8');
  await cell(page, second, 'visitsNew').fill('5');
  await page.getByRole('button', { name: words('logging.week.sendAll') }).click();
  await expect(line(page, first)).toContainText('第 1 版');
  await expect(page.locator(`[id="week-${second}-problems"]`)).toContainText(words('sessions.problem.count'));
  await expect(cell(page, second, 'visitsNew')).toHaveValue('5');
  await cell(page, second, 'visitsReturn').fill('6');
  await line(page, second).getByRole('button').click();
  await expect(line(page, second)).toContainText('第 1 版');
  // a row outside the schedule
  await page.locator('#add-date').fill('2026-11-12');
  await page.locator('#add-half').selectOption('evening');
  await page.locator('#add-clinic').selectOption(clerk.clinicId);
  await page.getByRole('button', { name: words('logging.week.add') }).click();
  const extra = await rowAt(page, clerk, '2026-11-12');
  await expect(line(page, extra)).toContainText(words('logging.week.extra'));
  await cell(page, extra, 'expert').selectOption('absent');
  await cell(page, extra, 'visitsNew').fill('1');
  await cell(page, extra, 'visitsReturn').fill('1');
  await cell(page, extra, 'text').fill('临时加诊');
  await line(page, extra).getByRole('button').click();
  await expect(line(page, extra)).toContainText('第 1 版');
  expect(await recordsOf(clerk)).toHaveLength(3);
  await context.close();
});
