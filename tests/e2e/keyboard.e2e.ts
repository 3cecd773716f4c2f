import { tabTo } from '@/tests/support/keys';
import { expect, test } from '@/tests/support/page';
import { CENTRE } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// A resident without a mouse: from the address of the portal to the hours of a clinic, by keys alone.

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
