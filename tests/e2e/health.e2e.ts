import { accessProblems } from '@/tests/support/axe';
import { expect, test } from '@/tests/support/page';
import { signInAs } from '@/tests/support/staff';
import { onPortalDatabase } from '@/tests/support/staff-accounts';
import { words } from '@/tests/support/words';

// A district officer puts several entries right at once, as the overview leads there.

type Row = { id: string; name: string; phone: string };

/** Two of the district's stations whose phones somebody has written in ways of their own, and one that cannot be read. */
async function withOddPhones(): Promise<[Row, Row, Row]> {
  const odd = ['63234501', '2163234502', '0000000'];
  return await onPortalDatabase(async (client) => {
    const { rows } = await client.query<Omit<Row, 'phone'>>(
      `SELECT id, name FROM facility
       WHERE kind = 'service_station' AND district_code = '310101' AND status <> 'closed' ORDER BY id DESC LIMIT 3`,
    );
    const [one, two, three] = rows.map((row, at) => ({ ...row, phone: odd[at] ?? '' }));
    if (!one || !two || !three) throw new Error('the district has three stations');
    for (const { id, phone } of [one, two, three])
      await client.query('UPDATE facility SET phone = $2 WHERE id = $1', [id, phone]);
    return [one, two, three];
  });
}

test('sendFix: phones of stations are written alike at once, and what nobody can read stays for the officer', async ({
  page,
}) => {
  const [one, two, unread] = await withOddPhones();
  await signInAs(page.context(), 'district_officer');
  await page.goto('/registry/health');
  await page.getByRole('link', { name: words('health.problemName.phone') }).click();
  await expect(page).toHaveURL(/problem=phone/);
  const table = page.locator('section[aria-labelledby="rows"] table');
  for (const { name } of [one, two, unread]) await expect(table).toContainText(name);
  await expect(table).toContainText('021-63234501');

  const boxes = page.locator('#fix input[name="row"]');
  for (const box of await boxes.all()) await box.uncheck();
  await page.getByRole('button', { name: words('health.fix.submit') }).click();
  await expect(page.locator('#fix')).toContainText(words('health.problem.choose'));
  expect(await accessProblems(page)).toEqual([]);

  for (const { id } of [one, two]) await page.locator(`#fix input[name="row"][value$=" ${id}"]`).check();
  await page.getByRole('button', { name: words('health.fix.submit') }).click();
  await expect(page.getByRole('status')).toContainText('已处理 2 条。');
  await expect(table).not.toContainText(one.name);
  await expect(table).toContainText(unread.name);
  const kept = await onPortalDatabase(
    async (client) =>
      await client.query('SELECT phone FROM facility WHERE id = ANY($1) ORDER BY phone', [[one.id, two.id]]),
  );
  expect(kept.rows).toEqual([{ phone: '021-63234501' }, { phone: '021-63234502' }]);

  await page.goto('/audit');
  await expect(page.locator('#main')).toContainText(one.name);

  // what cannot be read is right for somebody who has asked
  await page.goto('/registry/health?problem=phone');
  await page.locator('#fix input[name="fix"][value="confirm"]').check();
  await page.locator(`#fix input[name="row"][value$=" ${unread.id}"]`).check();
  await page.getByRole('button', { name: words('health.fix.submit') }).click();
  await expect(page.locator('#main')).toContainText(words('health.list.empty'));
});
