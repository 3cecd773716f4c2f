import type { Page } from '@playwright/test';
import { accessProblems } from '@/tests/support/axe';
import { expect, test } from '@/tests/support/page';
import { tooWideWhenZoomed } from '@/tests/support/reflow';
import { evenings, makeParties, makeRecords, pageOf, picture } from '@/tests/support/review-parties';
import { onPortalDatabase } from '@/tests/support/staff-accounts';
import { words } from '@/tests/support/words';

// Lists that are answered at once: all or some of them, with exceptions, with a row that changed meanwhile, by keys
// alone, without scripts, on a phone.

test.setTimeout(120_000);

const DAYS = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const row = (page: Page, id: string | undefined) => page.locator(`[id="record-${id}"]`);
const choose = async (page: Page, id: string | undefined, decision: 'accept' | 'leave' | 'return') =>
  await row(page, id)
    .getByLabel(words(`review.accept.${decision}`), { exact: true })
    .check();
const submit = async (page: Page) => await page.getByRole('button', { name: words('review.accept.submit') }).click();

/** Somebody sends another version of a record while it is looked at. */
async function amend(id: string | undefined) {
  await onPortalDatabase((client) =>
    client.query(
      "UPDATE clinic_session SET version = 2, state = 'submitted', confirmed_at = NULL, confirmed_by_name = NULL, confirmed_as = NULL WHERE id = $1",
      [id],
    ),
  );
}

for (const javaScriptEnabled of [true, false])
  test(`sendDecisions ${javaScriptEnabled ? 'with' : 'without'} scripts: accepts, returns, leaves, and names what changed`, async ({
    browser,
  }) => {
    const parties = await makeParties(javaScriptEnabled ? 1 : 2, DAYS);
    const [first, second, third, fourth] = await makeRecords(parties, DAYS, 'confirmed');
    const page = await pageOf(browser, parties, 'district_officer', { javaScriptEnabled });
    await page.goto('/clinic-sessions/accept?preset=none');
    await expect(row(page, first).locator('textarea'), 'a reason is asked for only where one is due').toBeHidden();
    await choose(page, first, 'accept');
    await choose(page, second, 'return');
    await expect(row(page, second).locator('textarea')).toBeVisible();
    await choose(page, third, 'accept');
    await submit(page);

    // the reason is missing: nothing was done, everything is as it was filled in
    const problems = page.locator('#to-accept-problems');
    await expect(problems).toContainText(words('sessions.problem.reason'));
    await expect(row(page, first).getByLabel(words('review.accept.accept'), { exact: true })).toBeChecked();
    await expect(row(page, second).locator('textarea')).toHaveAttribute('aria-invalid', 'true');
    if (javaScriptEnabled) expect(await accessProblems(page)).toEqual([]);
    await row(page, second).locator('textarea').fill('缺少带教学员');
    await amend(third);
    await submit(page);

    await expect(row(page, first)).toHaveCount(0);
    await expect(page.locator('#to-accept')).toContainText(words('review.answer.title'));
    await expect(page.locator('#to-accept')).toContainText(words('review.problem.stale'));
    await picture(page, `decisions-${javaScriptEnabled ? 'scripts' : 'plain'}`);
    const kept = (await evenings(parties)).map(({ id, state }) => [id, state]);
    expect(kept).toEqual([
      [first, 'accepted'],
      [second, 'returned'],
      [third, 'submitted'],
      [fourth, 'confirmed'],
    ]);
    await page.context().close();
  });

test('sendConfirmations: some, all, and one by keys alone', async ({ browser }) => {
  const parties = await makeParties(3, DAYS);
  const [first, second, third, fourth] = await makeRecords(parties, DAYS, 'submitted');
  const page = await pageOf(browser, parties, 'expert');
  await page.goto('/clinic-sessions/confirm');

  // nothing chosen yet
  await page.getByRole('button', { name: words('review.confirm.selected') }).click();
  await expect(page.locator('#to-confirm-problems')).toBeFocused();
  await expect(page.locator('#to-confirm-problems')).toContainText(words('review.problem.none'));

  // by keys: tick one, and enter presses the button that confirms what is chosen
  await row(page, first).locator('input[type=checkbox]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(row(page, first)).toHaveCount(0);
  await expect(page.locator('#to-confirm [role=status]').first(), 'reading goes on at the answer').toBeVisible();
  await row(page, second)
    .getByRole('button', { name: new RegExp(`^${words('review.confirm.one')}`) })
    .focus();
  await page.keyboard.press('Enter');
  await expect(row(page, second)).toHaveCount(0);

  await amend(third);
  await page.getByRole('button', { name: new RegExp(words('review.confirm.all').split('{')[0] ?? '') }).click();
  await expect(row(page, fourth)).toHaveCount(0);
  await expect(page.locator('#to-confirm')).toContainText(words('review.problem.stale'));
  await expect(row(page, third), 'and stands there with its new version').toBeVisible();
  expect((await evenings(parties)).map(({ state }) => state)).toEqual([
    'confirmed',
    'confirmed',
    'submitted',
    'confirmed',
  ]);
  expect(await accessProblems(page)).toEqual([]);
  await page.context().close();
});

test('sendQuickConfirmation: an expert confirms on Today with one tap, also without scripts', async ({ browser }) => {
  const parties = await makeParties(4, DAYS.slice(0, 1));
  const [id] = await makeRecords(parties, ['2026-11-17'], 'submitted');
  const page = await pageOf(browser, parties, 'expert', { javaScriptEnabled: false, ...PHONE });
  const due = page.locator('li', { has: page.locator(`a[href$="${id}"]`) });
  await due.getByRole('button').click();
  await expect(page).toHaveURL('/today?done=confirmed');
  await expect(page.locator('main')).toContainText(words('review.action.done.confirmed'));
  expect((await evenings(parties)).find((record) => record.id === id)).toMatchObject({ state: 'confirmed' });
  await page.context().close();
});

test('sendSignatures: a trainee signs all on the phone, and tells the centre what is wrong', async ({ browser }) => {
  const parties = await makeParties(5, DAYS);
  const [first, ...rest] = await makeRecords(parties, DAYS, 'submitted');
  const page = await pageOf(browser, parties, 'trainee', PHONE);
  await page.goto('/clinic-sessions/attendance');
  await row(page, first).locator('summary').click();
  await row(page, first).locator('textarea').fill('我那天没有参加');
  await row(page, first)
    .getByRole('button', { name: new RegExp(words('review.attendance.send')) })
    .click();
  await expect(page.getByText(words('review.attendance.sent'))).toBeVisible();
  await expect(row(page, first).locator('textarea'), 'what was sent is not sent again').toHaveValue('');
  expect(await accessProblems(page)).toEqual([]);
  expect(await tooWideWhenZoomed(page)).toEqual([]);

  const clerk = await pageOf(browser, parties, 'centre_clerk');
  await expect(clerk.locator('main')).toContainText('我那天没有参加');
  await clerk.context().close();

  await page.locator('#to-sign button').first().click();
  await expect(page.locator('#to-sign')).toContainText(words('review.attendance.empty'));
  await picture(page, 'trainee-signed');
  const signed = (await evenings(parties)).filter((record) => record.signed);
  expect(signed).toHaveLength(1 + rest.length);
  await page.context().close();
});

test('lists of others are not there', async ({ browser }) => {
  const parties = await makeParties(6, []);
  const expected = {
    trainee: ['/clinic-sessions/confirm', '/clinic-sessions/accept', '/clinic-sessions/months'],
    expert: ['/clinic-sessions/accept', '/clinic-sessions/attendance', '/clinic-sessions/months/2026-10'],
    centre_clerk: ['/clinic-sessions/confirm', '/clinic-sessions/accept', '/clinic-sessions/attendance'],
  } as const;
  for (const party of ['trainee', 'expert', 'centre_clerk'] as const) {
    const page = await pageOf(browser, parties, party, { javaScriptEnabled: false });
    for (const path of expected[party]) expect((await page.goto(path))?.status(), `${party} ${path}`).toBe(404);
    await page.context().close();
  }
});
