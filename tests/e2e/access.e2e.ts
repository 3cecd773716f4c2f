import type { Page } from '@playwright/test';
import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { LOCALES, pathInLocale } from '@/lib/i18n/locales';
import { EMPTY_URL, FULL_URL } from '@/tests/support/addresses';
import { eachAtOnce } from '@/tests/support/at-once';
import { accessProblems } from '@/tests/support/axe';
import { expect, PHONE, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { headersOf, signInAs } from '@/tests/support/staff';
import { thinOut } from '@/tests/support/thin-out';
import { type LocalVisit, localVisits } from '@/tests/support/visits';

// WCAG 2.2 A and AA on every page in every state a page can be in, plain and in senior mode, in both languages, on a
// desktop, on a phone and at 400 % zoom. Colours cost more than everything else together, so they are looked at last
// and once for each palette: the two languages wear the same, and a phone the same as a desktop.

// the browser itself remarks on a page that answers 404; every visit reaches the server, none is answered from what
// the browser keeps for the time without a network
test.use({ expectedMessages: [/status of 404|Service Worker registration blocked/], serviceWorkers: 'block' });

const PHONE_SIZE = { width: 390, height: 844 };
const DESKTOP_SIZE = { width: 1280, height: 900 };

const visits = localVisits().filter(({ locale }) => locale === 'zh-CN');
const isMissing = ({ state }: LocalVisit) => state === 'missing';
/** What is missing looks the same whatever it is: once among residents' pages and once in the workspace. */
const looksAlike = visits.filter(isMissing).filter(({ signedInAs }, at, all) => {
  const first = all.findIndex((other) => (other.signedInAs === undefined) === (signedInAs === undefined));
  return at !== first;
});

const senior = { name: SENIOR_COOKIE, value: '1', url: FULL_URL };

/** Everything but colours, as a desktop, a phone and a window at 400 % zoom show the page. */
async function expectSoundStructure(page: Page, where: string) {
  expect(await accessProblems(page, 'structure'), where).toEqual([]);
  await page.setViewportSize(PHONE_SIZE);
  expect(await accessProblems(page, 'structure'), `${where}, on a phone`).toEqual([]);
  expect(await tooWideWhenZoomed(page), `${where}, at 400 %`).toEqual([]);
  await page.setViewportSize(DESKTOP_SIZE);
}

for (const { title, path, status, state, signedInAs } of visits.filter((visit) => !looksAlike.includes(visit)))
  test(`access: ${title}`, async ({ page, context }) => {
    // four visits in one; a busy machine is no failure
    test.slow();
    await signInAs(context, signedInAs);
    const html = page.locator('html');
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(html).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('h1')).toHaveCount(1);
    await expectSoundStructure(page, 'plain');
    await thinOut(page);
    expect(await accessProblems(page, 'colours'), 'colours').toEqual([]);
    if (state === 'normal') {
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessProblems(page, 'colours'), 'colours in the dark').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }

    await context.addCookies([senior]);
    expect(await (await page.goto(path))?.text()).toMatch(/<html [^>]*data-senior=""/);
    // the page for the time without a network asks the device instead, which knows nobody here
    await page.evaluate(() => document.documentElement.setAttribute('data-senior', ''));
    await expectSoundStructure(page, 'in senior mode');
    await thinOut(page);
    expect(await accessProblems(page, 'colours'), 'colours in senior mode').toEqual([]);

    // senior mode is the wider of the two
    const english = pathInLocale('en', path);
    expect((await page.goto(english))?.status()).toBe(status);
    await expect(html).toHaveAttribute('lang', 'en');
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await tooWideWhenZoomed(page), 'in English, in senior mode, at 400 %').toEqual([]);
    if (state !== 'normal') return;
    await context.clearCookies({ name: SENIOR_COOKIE });
    await page.setViewportSize(DESKTOP_SIZE);
    await page.goto(english);
    expect(await accessProblems(page, 'structure'), 'in English').toEqual([]);
    expect(await tooWideWhenZoomed(page), 'in English, at 400 %').toEqual([]);
  });

test('access: what is missing is said in its language, whatever it is', async ({ browser }) => {
  expect(looksAlike.length).toBeGreaterThan(10);
  await eachAtOnce(looksAlike, async ({ path, signedInAs, title }) => {
    for (const locale of LOCALES) {
      const headers = await headersOf(browser, signedInAs);
      const answer = await fetch(`${FULL_URL}${pathInLocale(locale, path)}`, { headers });
      expect(answer.status, title).toBe(404);
      const html = await answer.text();
      expect(html, title).toMatch(new RegExp(`<html [^>]*lang="${locale}"`));
      expect(html.match(/<h1[\s>]/g), title).toHaveLength(1);
    }
  });
});

test('access: the report form with errors', PHONE, async ({ page }) => {
  await page.goto('/report');
  await page.locator('main form button').last().click();
  await expect(page.locator('#error-summary')).toBeFocused();
  expect(await accessProblems(page)).toEqual([]);
});

for (const { title, path } of visits.filter(({ state, signedInAs }) => state === 'normal' && !signedInAs))
  test(`access with an empty database: ${title}`, async ({ page }) => {
    // a record's page is there only with the record
    const status = /\/(facilities|clinics)\/[^/?]+(\/poster)?$/.test(path) ? 404 : 200;
    expect((await page.goto(`${EMPTY_URL}${path}`))?.status()).toBe(status);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await accessProblems(page)).toEqual([]);
    const english = await fetch(`${EMPTY_URL}${pathInLocale('en', path)}`);
    expect(english.status).toBe(status);
    expect((await english.text()).match(/<h1[\s>]/g)).toHaveLength(1);
  });
