import type { Page } from '@playwright/test';
import { expect } from './page';

// A person without a mouse.

const STEPS_AT_MOST = 160;

/** Goes on with Tab until something that fits has the focus, as a person would. */
export async function tabTo(page: Page, selector: string): Promise<void> {
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
async function expectVisibleFocus(page: Page): Promise<void> {
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
