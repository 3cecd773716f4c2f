import { SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { FULL_URL } from '@/tests/support/addresses';
import { expect, test } from '@/tests/support/page';
import { localVisits } from '@/tests/support/visits';

// 320 px is what 1280 px become at 400 % zoom: nothing may need scrolling in two directions (WCAG 1.4.10).

test.use({ viewport: { width: 320, height: 700 }, expectedMessages: [/status of 404/] });

for (const { title, path } of localVisits())
  test(`fits 320 px: ${title}`, async ({ page }) => {
    for (const mode of ['plain', 'senior']) {
      if (mode === 'senior') await page.context().addCookies([{ name: SENIOR_COOKIE, value: '1', url: FULL_URL }]);
      await page.goto(path);
      const tooWide = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        const culprits = [...document.querySelectorAll('body *')].filter(
          (one) => one.getBoundingClientRect().right > width + 1,
        );
        return culprits.slice(-5).map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent}`);
      });
      expect(tooWide, mode).toEqual([]);
    }
  });
