import type { Page } from '@playwright/test';
import { FULL_URL } from './addresses';
import { test as base, watchComplaints } from './page';

// For tests that only look at pages, hundreds of them: one page for all tests of a worker. A fresh browser context a test
// costs more than what such a test does, because nothing of a program that ran before is kept: neither its bytes nor
// what the browser has compiled of it.

const DESKTOP_SIZE = { width: 1280, height: 900 };

/** An address of the portal that nothing runs on. */
const QUIET_PATH = '/robots.txt';

/** The test of page.ts on a page that stays; what a visit leaves behind is cleared before the next. */
export const test = base.extend<object, { keptPage: Page }>({
  keptPage: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        baseURL: FULL_URL,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        // every visit reaches the server, none is answered from what the browser keeps for the time without a network
        serviceWorkers: 'block',
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ keptPage, expectedMessages }, use) => {
    await forgetVisitor(keptPage);
    const endWatch = watchComplaints(keptPage.context(), expectedMessages);
    await use(keptPage.context());
    endWatch();
  },
  // asks for the context, which is cleared and watched
  page: async ({ keptPage, context: _ }, use) => use(keptPage),
});

/** Leaves the page that is open, so that it writes nothing any more, and empties what it kept. */
async function forgetVisitor(page: Page): Promise<void> {
  await page.goto(QUIET_PATH);
  await page.evaluate(() => sessionStorage.clear());
  await page.context().clearCookies();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', {
    origin: FULL_URL,
    storageTypes: 'local_storage,indexeddb,cache_storage',
  });
  await tools.detach();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP_SIZE);
}
