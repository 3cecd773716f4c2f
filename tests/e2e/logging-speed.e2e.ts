import { enterAs, makeClerk, recordsOf, unfold } from '@/tests/support/logging-clerk';
import { expect, test } from '@/tests/support/page';
import { words } from '@/tests/support/words';

// How long a clerk takes for a session that went as planned, from Today back to Today. Typing has the pace of a person
// who does not type for a living; looking, deciding and reaching for the mouse stand for themselves as times of the
// keystroke-level model (Card, Moran and Newell, 1980), because a browser under test needs none.

const DAYS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const KEY_MS = 280;
/** Twice to decide and to point; twice to read a number from the sheet. */
const HUMAN_MS = 2 * (1350 + 1100) + 2 * 1350;
const REACH_MS = 20_000;

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
};

test('ten sessions as planned take a median of at most 20 seconds each', async ({ page }) => {
  test.setTimeout(180_000);
  const clerk = await makeClerk(22, DAYS);
  await enterAs(page, clerk.userName);
  const taken: number[] = [];
  for (const date of DAYS) {
    const row = await unfold(page, clerk, date);
    await expect(row).toBeVisible();
    const began = performance.now();
    await row.click();
    const first = page.locator('#log-visitsNew');
    await expect(first).toBeFocused();
    await page.keyboard.type('4', { delay: KEY_MS });
    await page.keyboard.press('Tab', { delay: KEY_MS });
    await page.keyboard.type('11', { delay: KEY_MS });
    await page
      .getByRole('button', { name: words('logging.submit.asPlanned'), exact: true })
      .first()
      .click();
    await expect(page).toHaveURL('/today?done=logged');
    await expect(page.locator('h1')).toBeVisible();
    taken.push(performance.now() - began);
  }
  const [machine, whole] = [median(taken), median(taken) + HUMAN_MS];
  console.log(
    `As-planned entry, median of ${taken.length}: ${(whole / 1000).toFixed(1)} s, ` +
      `of which ${(machine / 1000).toFixed(1)} s typing and waiting and ${HUMAN_MS / 1000} s looking and pointing.`,
  );
  expect(await recordsOf(clerk)).toHaveLength(DAYS.length);
  expect(whole).toBeLessThanOrEqual(REACH_MS);
});
