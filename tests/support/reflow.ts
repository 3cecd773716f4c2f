import type { Page } from '@playwright/test';

/**
 * What is wider than the page when 1280 px become 320 px, as at 400 % zoom: nothing may need scrolling in two
 * directions (WCAG 1.4.10). The window is 320 px wide afterwards.
 */
export async function tooWideWhenZoomed(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const culprits = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > width + 1,
    );
    return culprits.slice(-5).map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent}`);
  });
}
