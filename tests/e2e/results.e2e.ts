import type { Page } from '@playwright/test';
import { expect, PHONE, test } from '@/tests/support/page';
import { words } from '@/tests/support/words';

// The list of results: filters, pages, the map with the same numbers, and the position button.

const rows = (page: Page) => page.locator('main ol > li article');
const hrefs = async (page: Page) =>
  await rows(page)
    .locator('h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

test('filters narrow the results and can be taken off one by one', PHONE, async ({ page }) => {
  await page.goto('/services?q=针灸&place=310104012');
  const all = await page.locator('#results').textContent();
  await page.locator('main details summary').first().click();
  await page.locator('input[name="kind"][value="community_centre"]').check();
  await page.locator('select[name="alliance"]').selectOption('south');
  await page.getByRole('button', { name: words('search.filters.apply') }).click();
  await expect(page).toHaveURL(/kind=community_centre/);
  await expect(page).toHaveURL(/alliance=south/);
  await expect(page.locator('#results')).not.toHaveText(all ?? '');
  const kept = await hrefs(page);
  expect(kept.length).toBeGreaterThan(0);
  for (const href of kept) expect(href).toMatch(/^\/facilities\/centre-/);
  await page.locator('main a[href^="/services?"]:not([href*="kind="])').first().click();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(page).toHaveURL(/alliance=south/);
});

test('every row keeps what a filter promises', PHONE, async ({ page }) => {
  for (const [query, has] of [
    ['technique=cupping', '拔罐'],
    ['district=310151', words('terms.alliance.north')],
    ['alliance=west', words('terms.alliance.west')],
    ['kind=lead_hospital', words('terms.kind.lead_hospital')],
  ] as const) {
    await page.goto(`/services?${query}`);
    const texts = await rows(page).allInnerTexts();
    expect(texts.length, query).toBeGreaterThan(0);
    if (!query.startsWith('technique')) for (const text of texts) expect(text, query).toContain(has);
  }
});

test('pages follow each other without repeating a place', PHONE, async ({ page }) => {
  await page.goto('/services?place=310104012');
  const first = await hrefs(page);
  expect(first).toHaveLength(10);
  await page.getByRole('link', { name: words('search.results.next') }).click();
  await expect(page).toHaveURL(/cursor=/);
  const second = await hrefs(page);
  expect(second).toHaveLength(10);
  expect(second.filter((href) => first.includes(href))).toEqual([]);
  await page.getByRole('link', { name: words('search.results.first') }).click();
  await expect(page).not.toHaveURL(/cursor=/);
  expect(await hrefs(page)).toEqual(first);
});

test('distances grow down the list when it is sorted by distance', PHONE, async ({ page }) => {
  await page.goto('/services?place=310104012&sort=distance');
  const texts = await rows(page).allInnerTexts();
  const metres = texts.map((text) => {
    const found = /([\d.,]+)\s*(米|公里)/.exec(text);
    return Number(found?.[1]?.replace(',', '')) * (found?.[2] === '公里' ? 1000 : 1);
  });
  expect(metres).toHaveLength(10);
  expect(metres.every((one) => Number.isFinite(one))).toBe(true);
  expect([...metres].sort((a, b) => a - b)).toEqual(metres);
});

test('the map comes when asked and shows the numbers of the rows', PHONE, async ({ page }) => {
  await page.goto('/services?place=310104012');
  await expect(page.locator('main svg[role="img"]')).toHaveCount(0);
  await page.getByRole('link', { name: words('search.map.show') }).click();
  await expect(page).toHaveURL(/map=1/);
  const numbers = (await rows(page).locator('p[aria-hidden="true"]').allInnerTexts()).map((text) => text.trim());
  expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => String(index + 1)));
  const onMap = await page.locator('main svg text').allTextContents();
  for (const number of numbers) expect(onMap.map((text) => text.trim())).toContain(number);
});

test.describe('the position button', () => {
  test.use({ geolocation: { latitude: 31.19512, longitude: 121.43687 }, permissions: ['geolocation'] });

  test('searches from where the person is, to about 100 m', PHONE, async ({ page }) => {
    await page.goto('/services?q=针灸');
    await page.getByRole('button', { name: words('search.locate.button') }).click();
    await expect(page).toHaveURL(/near=31\.195(,|%2C)121\.437/);
    await expect(page.getByText(words('search.understood.fromHere'))).toBeVisible();
    expect(new URL(page.url()).searchParams.get('q')).toBe('针灸');
  });
});

test.describe('the position button, refused', () => {
  test.use({ permissions: [] });

  test('says what to do instead and keeps the question', PHONE, async ({ page }) => {
    await page.goto('/services?q=针灸');
    await page.getByRole('button', { name: words('search.locate.button') }).click();
    await expect(page.getByText(words('search.locate.refused'))).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveValue('针灸');
  });
});

test('a place is read aloud in the language of the page, and silenced again', async ({ page }) => {
  // no voice is installed where tests run: what would be spoken is kept on the page
  await page.addInitScript(() => {
    speechSynthesis.speak = (utterance) => {
      document.body.dataset.spoken = `${utterance.lang} ${utterance.text}`;
    };
  });
  await page.goto('/services?place=310104008');
  const name = (await page.locator('#result-2 h3').textContent())?.trim();
  const [first, second] = [0, 1].map((index) => page.locator('[data-page-action="read-aloud"]').nth(index));
  await first?.click();
  await second?.click();
  await expect(page.locator('body')).toHaveAttribute('data-spoken', new RegExp(`^zh-CN ${name}`));
  await expect(page.locator('[data-page-action="read-aloud"][aria-pressed="true"]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: words('ui.readAloud.stop'), exact: true })).toHaveCount(1);
  await second?.click();
  await expect(page.getByRole('button', { name: words('ui.readAloud.stop'), exact: true })).toHaveCount(0);
});

test('where the browser has no voice, reading aloud is not offered', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'));
  await page.goto('/services?place=310104008');
  await expect(page.locator('[data-page-action="read-aloud"]').first()).toBeHidden();
  await expect(page.getByRole('button', { name: words('search.locate.button') })).toBeVisible();
});
