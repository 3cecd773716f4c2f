import type { Page } from '@playwright/test';
import { accessProblems } from '@/tests/support/axe';
import { expect, test } from '@/tests/support/page';
import { evenings, makeParties, type Parties, pageOf, picture } from '@/tests/support/review-parties';
import { words } from '@/tests/support/words';

// One record's whole life through the hands of everybody who has a part in it: sent, disputed, amended, confirmed,
// returned, amended, confirmed, signed, accepted; its month closed and opened again.

const DAY = '2026-10-28';
const OPEN_DAY = '2026-10-27';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test.setTimeout(300_000);

async function idOf(parties: Parties): Promise<string> {
  const [record] = await evenings(parties);
  if (!record) throw new Error('The record is not there.');
  return record.id;
}

/** A text with its one number in it. */
const counted = (key: string, number: number) => words(key).replace(/\{\w+, number\}/, String(number));

/** The state, the version and the signature of the one record. */
async function recordOf(parties: Parties) {
  const [record] = await evenings(parties);
  return record && { state: record.state, version: record.version, signed: record.signed };
}

/** The centre sends the record, or a further version of it. */
async function send(page: Page, { clinicId }: Parties, visitsReturn: string) {
  await page.goto(`/clinic-sessions/log?clinic=${clinicId}&date=${DAY}&half=evening`);
  await page.locator('[id="log-visitsNew"]').fill('4');
  await page.locator('[id="log-visitsReturn"]').fill(visitsReturn);
  await page.locator('#log button').first().click();
  await page.waitForURL(/done=/, { timeout: 30_000 });
}

test('one record goes through everybody’s hands', async ({ browser }) => {
  // the other evening stays open when the month is closed
  const parties = await makeParties(0, [DAY, OPEN_DAY]);
  const [clerk, expert, hospital, trainee, district] = [
    await pageOf(browser, parties, 'centre_clerk', PHONE),
    await pageOf(browser, parties, 'expert', PHONE),
    await pageOf(browser, parties, 'alliance_officer'),
    await pageOf(browser, parties, 'trainee', PHONE),
    await pageOf(browser, parties, 'district_officer'),
  ];

  await send(clerk, parties, '10');
  const id = await idOf(parties);
  const row = (page: Page) => page.locator(`[id="record-${id}"]`);
  const button = (page: Page, key: string) => row(page).getByRole('button', { name: new RegExp(words(key)) });
  expect(await recordOf(parties)).toEqual({ state: 'submitted', version: 1, signed: false });

  // the expert disputes: on the phone, from the list
  await expert.goto('/clinic-sessions/confirm');
  await row(expert)
    .locator('summary', { hasText: words('review.confirm.dispute') })
    .click();
  await button(expert, 'review.confirm.sendDispute').click();
  await expect(expert.locator('#to-confirm-problems')).toBeFocused();
  await expect(expert.locator('#to-confirm-problems')).toContainText(words('review.problem.disputeKind'));
  expect(await accessProblems(expert)).toEqual([]);
  await row(expert).getByLabel(words('review.disputeKind.numbers')).check();
  await row(expert).locator('textarea').fill('复诊人次少写了三人');
  await button(expert, 'review.confirm.sendDispute').click();
  await expect(expert.getByText(words('review.confirm.disputed'))).toBeVisible();
  await expect(expert.locator('#disputes')).toBeVisible();
  expect(await recordOf(parties)).toMatchObject({ state: 'disputed', version: 1 });
  await picture(expert, 'expert-disputed');

  // it waits for the centre and is known to the district, with a day
  for (const page of [clerk, district]) {
    await page.goto('/today');
    await expect(page.locator('main')).toContainText('复诊人次少写了三人');
  }
  await picture(clerk, 'clerk-today-disputed');
  await send(clerk, parties, '13');
  expect(await recordOf(parties)).toMatchObject({ state: 'submitted', version: 2 });

  // one tap on Today confirms
  await expert.goto('/clinic-sessions/confirm');
  await expect(row(expert)).toContainText(counted('review.record.mark.amended', 2));
  await button(expert, 'review.confirm.one').first().click();
  await expect(expert.getByText(counted('review.confirm.done', 1)).first()).toBeVisible();
  expect(await recordOf(parties)).toMatchObject({ state: 'confirmed', version: 2 });

  // the district sends it back
  await district.goto('/clinic-sessions/accept');
  await district.getByRole('link', { name: words('review.accept.presetNone') }).click();
  await row(district).getByLabel(words('review.accept.return'), { exact: true }).check();
  await row(district).locator('textarea').fill('请补写带教病例数');
  await picture(district, 'district-returns');
  await district.getByRole('button', { name: words('review.accept.submit') }).click();
  await expect(row(district)).toHaveCount(0);
  expect(await recordOf(parties)).toMatchObject({ state: 'returned', version: 2 });

  // the centre amends, the hospital confirms, the trainee signs, the district accepts
  await send(clerk, parties, '13');
  await hospital.goto(`/clinic-sessions/confirm?expert=${parties.expertId}`);
  await button(hospital, 'review.confirm.one').first().click();
  await expect(row(hospital)).toHaveCount(0);
  expect(await recordOf(parties)).toMatchObject({ state: 'confirmed', version: 3 });
  await picture(hospital, 'hospital-confirmed');

  await trainee.goto('/clinic-sessions/attendance');
  await picture(trainee, 'trainee-to-sign');
  await button(trainee, 'review.attendance.one').click();
  await expect(row(trainee)).toHaveCount(0);
  expect(await recordOf(parties)).toMatchObject({ signed: true });

  await district.goto('/clinic-sessions/accept?preset=none');
  await row(district).getByLabel(words('review.accept.accept'), { exact: true }).check();
  await district.getByRole('button', { name: words('review.accept.submit') }).click();
  await expect(row(district)).toHaveCount(0);
  expect(await recordOf(parties)).toEqual({ state: 'accepted', version: 3, signed: true });

  // the month is closed, with what is open named, and opened again with a reason
  await district.goto('/clinic-sessions/months/2026-10');
  await district.getByRole('button', { name: words('review.month.close'), exact: true }).click();
  await expect(district.locator('#close-month-problems')).toContainText(words('review.problem.openUnseen'));
  await picture(district, 'district-month-warning');
  await district.locator('[id="close-month-openSeen"]').check();
  await district.getByRole('button', { name: words('review.month.close'), exact: true }).click();
  await expect(district).toHaveURL('/clinic-sessions/months/2026-10?done=closed');
  await picture(district, 'district-month-closed');
  await clerk.goto(`/clinic-sessions/log?clinic=${parties.clinicId}&date=${DAY}&half=evening`);
  await expect(clerk.locator('main')).toContainText(words('sessions.problem.monthClosed').slice(0, 8));
  await district.locator('[id="reopen-month-reason"]').fill('中心补报一次出诊');
  await district.getByRole('button', { name: words('review.month.reopen') }).click();
  await expect(district).toHaveURL('/clinic-sessions/months/2026-10?done=reopened');
  await expect(district.locator('main')).toContainText('中心补报一次出诊');
  expect(await accessProblems(district)).toEqual([]);
  await picture(district, 'district-month-reopened');
  for (const page of [clerk, expert, hospital, trainee, district]) await page.context().close();
});
