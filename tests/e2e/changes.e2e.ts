import { expect, test } from '@playwright/test';
import { signInAs } from '@/tests/support/staff';
import { filled, words } from '@/tests/support/words';

// A name changes: the centre asks with evidence, the district says yes, and a resident who knows the old one arrives.
// Everything without scripts.

test.use({ javaScriptEnabled: false });

const text = (key: string) => words(`changes.${key}`);

test('a new name is asked for, proven, approved, and found under the old one', async ({ browser }) => {
  const [clerk, officer, resident] = await Promise.all(
    [0, 1, 2].map(() => browser.newContext({ javaScriptEnabled: false })),
  );
  if (!clerk || !officer || !resident) throw new Error('no browser');
  const name = `黄浦区晨曦${Date.now() % 1_000_000}社区卫生服务站`;

  await signInAs(clerk, 'centre_clerk');
  const page = await clerk.newPage();
  await page.goto('/registry/changes');
  await page.locator('summary', { hasText: text('propose.title') }).click();
  // a station: about the centre itself a request is open
  await page
    .locator('details')
    .filter({ hasText: text('propose.lead') })
    .getByRole('link', { name: /服务站|卫生站/ })
    .first()
    .click();
  const old = await page.locator('#proposal-name').inputValue();
  await page.locator('#proposal-name').fill(name);
  await page.locator('#proposal-reason').fill('区卫生健康委批复更名。');
  await page.getByRole('button', { name: text('propose.send') }).click();
  await expect(page.getByRole('status')).toContainText(text('done.proposed'));
  await page.locator('#evidence-file').setInputFiles({
    ...{ name: '批复.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 approval') },
  });
  await page.getByRole('button', { name: text('evidence.send') }).click();
  await expect(page.getByRole('status')).toContainText(text('done.evidence'));

  await signInAs(officer, 'district_officer');
  const desk = await officer.newPage();
  await desk.goto(new URL(page.url()).pathname);
  await expect(desk.getByRole('table')).toContainText(old);
  await expect(desk.getByRole('table')).toContainText(name);
  const [proof] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: /批复\.pdf/ }).click(),
  ]);
  expect(proof.suggestedFilename()).toBe('批复.pdf');
  await desk.getByRole('button', { name: text('decide.approve') }).click();
  await expect(desk.getByRole('status')).toContainText(text('done.applied'));

  const street = await resident.newPage();
  const told = filled('search.results.formerly', { name: old });
  await expect(async () => {
    await street.goto(`/services?q=${encodeURIComponent(old)}`);
    const row = street.locator('article', { hasText: name });
    await expect(row).toContainText(told, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await street.locator('article', { hasText: name }).getByRole('link').first().click();
  await expect(street.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(street.locator('#main')).toContainText(old);
  await Promise.all([clerk, officer, resident].map((context) => context.close()));
});
