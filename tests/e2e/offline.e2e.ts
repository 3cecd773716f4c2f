import type { Page } from '@playwright/test';
import { SYNC_TAG } from '@/components/logging/device/worker-registration';
import { accessProblems } from '@/tests/support/axe';
import {
  contextFor,
  enterAs,
  evening,
  type LoggingClerk,
  makeClerk,
  recordsOf,
  unfold,
} from '@/tests/support/logging-clerk';
import { expect, PHONE, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { words } from '@/tests/support/words';

// A clerk whose network goes away: what was opened before works on, and what was typed arrives once.

// the browser itself remarks on what it cannot fetch
test.use({ expectedMessages: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_FAILED|status of 40[13]/] });

const DAYS = ['2026-11-04', '2026-11-05', '2026-11-09', '2026-11-10', '2026-11-11'];
const THREE = DAYS.slice(0, 3);
const field = (page: Page, name: string) => page.locator(`[id="log-${name}"]`);
const list = (page: Page) => page.locator('section', { has: page.locator('#device-title') });

/** Waits until the device could do without a network: the worker is in charge, and page and forms are kept. */
async function untilReady(page: Page, clerk: LoggingClerk) {
  await expect
    .poll(
      () =>
        page.evaluate(async (clinicId) => {
          // opening a database that is not there yet would make one
          if (!(await indexedDB.databases()).some(({ name }) => name === 'clinic-logging')) return false;
          const kept = await caches.match('/clinic-sessions/offline');
          const scopes = (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active).length;
          const opened = indexedDB.open('clinic-logging');
          const database = await new Promise<IDBDatabase>((resolve) => {
            opened.onsuccess = () => resolve(opened.result);
          });
          const request = database.transaction('forms').objectStore('forms').getAll();
          const forms = await new Promise<{ slot: string }[]>((resolve) => {
            request.onsuccess = () => resolve(request.result);
          });
          database.close();
          const evenings = forms.filter(({ slot }) => slot.startsWith(clinicId) && slot.endsWith('evening'));
          return Boolean(kept) && scopes === 2 && evenings.length >= 5;
        }, clerk.clinicId),
      { timeout: 30_000 },
    )
    .toBe(true);
}

/** Waits until the scripts are at work: before, the form is sent as one without scripts. */
async function untilKept(page: Page) {
  await expect(page.getByText(words('logging.draft.kept'))).toBeVisible();
}

async function logOne(page: Page, clerk: LoggingClerk, date: string, visits: [string, string]) {
  await (await unfold(page, clerk, date)).click();
  await expect(field(page, 'visitsNew')).toBeFocused();
  await page.keyboard.type(visits[0]);
  await page.keyboard.press('Tab');
  await page.keyboard.type(visits[1]);
  await untilKept(page);
  await page.keyboard.press('Enter');
}

test('three sessions logged without a network arrive once', PHONE, async ({ page, context }, { project }) => {
  test.slow();
  const clerk = await makeClerk(project.name === 'phone' ? 10 : 11, DAYS);
  await enterAs(page, clerk.userName);
  await untilReady(page, clerk);

  await context.setOffline(true);
  for (const [index, date] of THREE.entries()) {
    await logOne(page, clerk, date, [String(3 + index), '9']);
    await expect(page.locator('#log-saved')).toBeFocused();
    await page.getByRole('link', { name: words('logging.saved.today') }).click();
    await expect(list(page).locator('li')).toHaveCount(index + 1);
    await expect(evening(page, clerk, date)).toHaveText(words('logging.device.open'));
  }
  await expect(list(page)).toContainText(words('logging.device.waiting'));
  await expect(page.getByText(words('logging.offline.banner'))).toBeVisible();
  if (project.name === 'phone') {
    expect(await accessProblems(page)).toEqual([]);
    expect(await tooWideWhenZoomed(page)).toEqual([]);
  }
  expect(await recordsOf(clerk)).toEqual([]);

  // back, and at once on two pages: what waits is sent by one of them
  const other = await context.newPage();
  await context.setOffline(false);
  await Promise.all([page.reload(), other.goto('/today')]);
  await expect.poll(async () => (await recordsOf(clerk)).length).toBe(3);
  await page.goto('/today');
  for (const date of THREE) await expect(evening(page, clerk, date)).toHaveCount(0);
  await expect(list(page)).toHaveCount(0);
  expect(await recordsOf(clerk)).toMatchObject(
    THREE.map((date, index) => ({ date, visits_new: 3 + index, visits_return: 9, version: 1, state: 'submitted' })),
  );
});

test('an answer that is lost on the way doubles nothing', async ({ page, context }) => {
  const clerk = await makeClerk(12, DAYS);
  await enterAs(page, clerk.userName);
  // the server takes the record, and the device never hears of it
  let lost = 0;
  await context.route('**/api/clinic-sessions', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort('connectionfailed');
  });
  await logOne(page, clerk, '2026-11-09', ['2', '5']);
  await expect(page.locator('#log-saved')).toBeFocused();
  expect(lost).toBeGreaterThan(0);
  expect(await recordsOf(clerk)).toHaveLength(1);
  await context.unroute('**/api/clinic-sessions');
  await page.getByRole('link', { name: words('logging.saved.today') }).click();
  await expect(page.getByText(words('logging.device.waiting'))).toHaveCount(0);
  expect(await recordsOf(clerk)).toMatchObject([{ date: '2026-11-09', visits_new: 2, version: 1 }]);
});

test('nothing of a clerk is kept in the caches, and the next clerk sees nothing of it', async ({ page, context }) => {
  test.slow();
  const [first, second] = [await makeClerk(13, DAYS), await makeClerk(14, DAYS)];
  await enterAs(page, first.userName);
  await untilReady(page, first);
  const kept = await page.evaluate(async () => {
    const pages: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        pages.push({ path: new URL(request.url).pathname, text: (await answer?.text()) ?? '' });
      }
    }
    return pages;
  });
  const documents = kept.filter(({ text }) => /<html/i.test(text));
  expect(documents.map(({ path }) => path)).toEqual(['/clinic-sessions/offline']);
  for (const { path, text } of kept)
    for (const secret of [first.userName, first.clinicName, first.accountId, first.expertName])
      expect(text.includes(secret), `${path} names ${secret}`).toBe(false);

  // a record that cannot be sent before its clerk signs out
  await context.route('**/api/clinic-sessions', (route) => route.abort('connectionfailed'));
  await logOne(page, first, '2026-11-09', ['2', '5']);
  await expect(page.locator('#log-saved')).toBeFocused();
  await page.goto('/today');
  await page.locator('header details summary').last().click();
  await page.getByRole('button', { name: words('workspace.person.signOut') }).click();
  await expect(page).toHaveURL('/sign-in?done=out');
  await context.unroute('**/api/clinic-sessions');

  await enterAs(page, second.userName);
  await untilReady(page, second);
  await expect(page.locator('#main')).not.toContainText(first.clinicName);
  expect(await recordsOf(first), 'the second clerk does not send what is the first one’s').toEqual([]);
  await context.setOffline(true);
  await page.reload();
  await expect(evening(page, second, '2026-11-09')).toBeVisible();
  await expect(page.locator('#main')).not.toContainText(first.clinicName);
  await page.goto(`/clinic-sessions/log?clinic=${first.clinicId}&date=2026-11-10&half=evening`);
  await expect(page.getByText(words('logging.offline.notHere'))).toBeVisible();

  // back in the first account it arrives
  await context.setOffline(false);
  await enterAs(page, first.userName);
  await expect.poll(async () => (await recordsOf(first)).length).toBe(1);
});

test('whoever was signed out meanwhile signs in, and what waits arrives', async ({ page, context, browser }) => {
  const clerk = await makeClerk(15, DAYS);
  await enterAs(page, clerk.userName);
  await (await unfold(page, clerk, '2026-11-10')).click();
  await expect(field(page, 'visitsNew')).toBeFocused();
  const elsewhere = await contextFor(browser, { storageState: await context.storageState() });
  const other = await elsewhere.newPage();
  await other.goto('/today');
  await other.locator('header details summary').last().click();
  await other.getByRole('button', { name: words('workspace.person.signOut') }).click();
  await expect(other).toHaveURL('/sign-in?done=out');
  await elsewhere.close();

  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('6');
  await untilKept(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('logging.saved.signedOut'))).toBeVisible();
  await enterAs(page, clerk.userName);
  await expect.poll(async () => (await recordsOf(clerk)).length).toBe(1);
  await expect(evening(page, clerk, '2026-11-10')).toHaveCount(0);
});

test('the browser wakes the worker when the network is back, also with no page of the portal open', async ({
  page,
  context,
}) => {
  const clerk = await makeClerk(23, DAYS);
  await enterAs(page, clerk.userName);
  await untilReady(page, clerk);
  const portal = new URL(page.url()).origin;
  await context.setOffline(true);
  await logOne(page, clerk, '2026-11-10', ['4', '7']);
  await expect(page.locator('#log-saved')).toBeFocused();

  const devTools = await context.newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${portal}/clinic-sessions/`);
      if (own) resolve(own.registrationId);
    });
  });
  await devTools.send('ServiceWorker.enable');
  const registrationId = await registration;
  await page.goto('about:blank');
  await context.setOffline(false);
  expect(await recordsOf(clerk), 'nobody has sent it yet').toEqual([]);
  const woken = { origin: portal, registrationId, tag: SYNC_TAG, lastChance: false };
  await devTools.send('ServiceWorker.dispatchSyncEvent', woken);
  await expect.poll(() => recordsOf(clerk)).toMatchObject([{ date: '2026-11-10', visits_new: 4, visits_return: 7 }]);
});
