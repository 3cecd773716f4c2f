import { expect, test } from '@playwright/test';
import { signInAs } from '@/tests/support/staff';
import { words } from '@/tests/support/words';

// A station on its way, as an officer of the city takes it further; everything without scripts.

test.use({ javaScriptEnabled: false });

const text = (key: string) => words(`stages.${key}`);

test('is accepted by the city, and a step without its reason keeps what was typed', async ({ page, context }) => {
  await signInAs(context, 'city_officer');
  await page.goto('/registry/stages?stage=district_accepted');
  await page.locator('#main table').first().getByRole('link').first().click();
  await page.getByRole('radio', { name: text('step.giveUp') }).check();
  await page.getByLabel(text('form.beganOn')).fill('2026-11-17');
  await page.getByRole('button', { name: text('form.send') }).click();
  await expect(page.getByRole('alert')).toContainText(text('problem.reason'));
  await expect(page.getByLabel(text('form.beganOn'))).toHaveValue('2026-11-17');
  await expect(page.getByRole('radio', { name: text('step.giveUp') })).toBeChecked();
  await page.getByRole('radio', { name: text('step.city_accepted') }).check();
  await page.getByRole('button', { name: text('form.send') }).click();
  await expect(page.getByRole('status')).toContainText(text('done.taken'));
  await expect(page.locator('#main ol').last().getByRole('listitem').first()).toContainText(
    text('stage.city_accepted'),
  );
});

test('tells residents since when and why a station is suspended', async ({ page, context }) => {
  await signInAs(context, 'city_officer');
  await page.goto('/registry/stages?stage=suspended');
  await page.locator('#main table').first().getByRole('link').first().click();
  const last = page.locator('#main ol').last().getByRole('listitem').first();
  const [since, reason] = [
    await last.locator('time').getAttribute('datetime'),
    await last.locator('p').last().textContent(),
  ];
  expect(reason).not.toBe('');
  await page.getByRole('link', { name: text('column.entryLink') }).click();
  await expect(page.locator(`#main time[datetime="${since}"]`)).toBeVisible();
  await expect(page.locator('#main')).toContainText(reason ?? '—');
});
