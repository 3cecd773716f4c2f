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
