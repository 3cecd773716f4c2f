import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/page';
import { CENTRE } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// A resident without a mouse: from the address of the portal to the hours of a clinic, by keys alone.

const STEPS_AT_MOST = 120;

/** Goes on with Tab until something that fits has the focus, as a person would. */
async function tabTo(page: Page, selector: string) {
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 1 && (await focused.evaluate((one, wanted) => one.matches(wanted), selector))) {
      await expectVisibleFocus(page);
      return;
    }
  }
  throw new Error(`Tab never reached ${selector}.`);
}

/** Whoever navigates by keys must see where they are (WCAG 2.4.7), and nothing may cover it (2.4.11). */
async function expectVisibleFocus(page: Page) {
  const focused = page.locator(':focus');
  const shown = await focused.evaluate((one) => {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
    const marked =
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    return { inView, marked };
  });
  expect(shown).toEqual({ inView: true, marked: true });
}

test('the skip link is the first stop and leads to the main content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveText(words('layout.skip'));
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  expect(await page.locator('main :focus').count()).toBe(1);
});

test('from the home page through the results to a facility and its clinic', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'input[type="search"]');
  await page.keyboard.type('枫林路街道');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/services\?/);

  await tabTo(page, `main ol h3 a[href="/facilities/${CENTRE}"]`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/facilities/${CENTRE}$`));

  await tabTo(page, 'main a[href^="/clinics/"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/clinics\/clinic-/);
  await expect(page.locator('h1')).toBeVisible();
});

test('filters open, change and apply by keys', async ({ page }) => {
  await page.goto('/services?place=310104008');
  await tabTo(page, 'main details > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, 'input[name="kind"][value="service_station"]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kind=service_station/);
});

test('nothing holds the focus: Tab walks through every page of the journey and out again', async ({ page }) => {
  for (const path of ['/', `/facilities/${CENTRE}`, '/report']) {
    await page.goto(path);
    const count = await page.locator('a[href], button, input:not([type="hidden"]), select, textarea, summary').count();
    const seen = new Set<string>();
    for (let step = 0; step < Math.min(count + 5, 250); step++) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => {
        const at = document.activeElement;
        return at && at !== document.body ? [...document.querySelectorAll('*')].indexOf(at) : -1;
      });
      if (id === -1) break;
      seen.add(String(id));
    }
    expect(seen.size, path).toBeGreaterThan(5);
  }
});
