import type { Page } from '@playwright/test';
import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { LOCALES, pathInLocale } from '@/lib/i18n/locales';
import { EMPTY_URL, FULL_URL } from '@/tests/support/addresses';
import { eachAtOnce } from '@/tests/support/at-once';
import { accessProblems, colourProblems, structureProblems } from '@/tests/support/axe';
import { test } from '@/tests/support/kept-page';
import { expect, test as freshTest, PHONE } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import type { PageState } from '@/tests/support/route-visit';
import { headersOf, signInAs } from '@/tests/support/staff';
import type { StaffVisitor } from '@/tests/support/staff-visitors';
import { thinOut } from '@/tests/support/thin-out';
import { type LocalVisit, localVisits } from '@/tests/support/visits';

// WCAG 2.2 A and AA on every page in every state a page can be in, plain and in senior mode, in both languages, on a
// desktop, on a phone and at 400 % zoom. Colours cost more than everything else together, so they are looked at last
// and once for each palette: the two languages wear the same, and a phone the same as a desktop.

// the browser itself remarks on a page that answers 404
test.use({ expectedMessages: [/status of 404|Service Worker registration blocked/] });

const PHONE_SIZE = { width: 390, height: 844 };
const DESKTOP_SIZE = { width: 1280, height: 900 };

const visits = localVisits().filter(({ locale }) => locale === 'zh-CN');
const isMissing = ({ state }: LocalVisit) => state === 'missing';
/** What is missing looks the same whatever it is: once among residents' pages and once in the workspace. */
const looksAlike = visits.filter(isMissing).filter(({ signedInAs }, at, all) => {
  const first = all.findIndex((other) => (other.signedInAs === undefined) === (signedInAs === undefined));
  return at !== first;
});

/** A page in each of the frames that pages stand in. */
const SENIOR_FRAMES: { path: string; signedInAs?: StaffVisitor }[] = [
  { path: '/' },
  { path: '/today', signedInAs: 'district_officer' },
];
const senior = { name: SENIOR_COOKIE, value: '1', url: FULL_URL };

/** Senior mode is an attribute that styles ask for, see tests/structure/senior-mode.test.ts: it needs no other visit. */
const setSenior = (page: Page, on: boolean) =>
  page.evaluate((value) => document.documentElement.toggleAttribute('data-senior', value), on);

/** Everything but colours, as a desktop, a phone and a window at 400 % zoom show the page, then the same in senior mode. */
async function expectSoundStructure(page: Page) {
  const seen = new Set<string>();
  expect(await structureProblems(page, seen), 'plain').toEqual([]);
  await page.setViewportSize(PHONE_SIZE);
  expect(await structureProblems(page, seen), 'plain, on a phone').toEqual([]);
  expect(await tooWideWhenZoomed(page), 'plain, at 400 %').toEqual([]);
  await setSenior(page, true);
  expect(await tooWideWhenZoomed(page), 'in senior mode, at 400 %').toEqual([]);
  await page.setViewportSize(PHONE_SIZE);
  expect(await structureProblems(page, seen), 'in senior mode, on a phone').toEqual([]);
  await page.setViewportSize(DESKTOP_SIZE);
  expect(await structureProblems(page, seen), 'in senior mode').toEqual([]);
}

/** The colours of a page that is in senior mode and plain afterwards; little is left of the page then. */
async function expectSoundColours(page: Page, state: PageState) {
  await thinOut(page);
  expect(await colourProblems(page), 'colours in senior mode').toEqual([]);
  await setSenior(page, false);
  expect(await colourProblems(page), 'colours').toEqual([]);
  if (state !== 'normal') return;
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await colourProblems(page), 'colours in the dark').toEqual([]);
}

for (const { title, path, status, state, signedInAs } of visits.filter((visit) => !looksAlike.includes(visit)))
  test(`access: ${title}`, async ({ page, context }) => {
    // two visits in one; a busy machine is no failure
    test.slow();
    await signInAs(context, signedInAs);
    const html = page.locator('html');
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(html).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('h1')).toHaveCount(1);
    await expectSoundStructure(page);
    await expectSoundColours(page, state);

    // senior mode is the wider of the two
    await context.addCookies([senior]);
    const english = await page.goto(pathInLocale('en', path));
    expect(english?.status()).toBe(status);
    expect(await english?.text()).toMatch(/<html [^>]*data-senior=""/);
    await expect(html).toHaveAttribute('lang', 'en');
    await expect(page.locator('h1')).toHaveCount(1);
    // the page for the time without a network asks the device instead, which knows nobody here
    await setSenior(page, true);
    expect(await tooWideWhenZoomed(page), 'in English, in senior mode, at 400 %').toEqual([]);
    if (state !== 'normal') return;
    await setSenior(page, false);
    expect(await tooWideWhenZoomed(page), 'in English, at 400 %').toEqual([]);
    await page.setViewportSize(DESKTOP_SIZE);
    expect(await structureProblems(page), 'in English').toEqual([]);
  });

for (const { path, signedInAs } of SENIOR_FRAMES)
  test(`access: the frame of ${path} in senior mode`, async ({ page, context }) => {
    await signInAs(context, signedInAs);
    await context.addCookies([senior]);
    for (const locale of LOCALES) {
      await page.goto(pathInLocale(locale, path));
      await expect(page.locator('html')).toHaveAttribute('data-senior', '');
      await page.setViewportSize(PHONE_SIZE);
      expect(await accessProblems(page), `${locale}, on a phone`).toEqual([]);
      await page.setViewportSize(DESKTOP_SIZE);
      expect(await accessProblems(page), locale).toEqual([]);
    }
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

freshTest('access: the report form with errors', PHONE, async ({ page }) => {
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
    expect(await structureProblems(page)).toEqual([]);
    await thinOut(page);
    expect(await colourProblems(page), 'colours').toEqual([]);
    const english = await fetch(`${EMPTY_URL}${pathInLocale('en', path)}`);
    expect(english.status).toBe(status);
    expect((await english.text()).match(/<h1[\s>]/g)).toHaveLength(1);
  });
