import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { VISITED_RECORD } from '@/tests/support/samples';
import { signInAs } from '@/tests/support/staff';

// The list of records and the page of one, as people use them.

const rows = '#main table tbody tr';

test('filters by an address that can be kept, and takes out exactly what is shown', async ({ page, context }) => {
  await signInAs(context, 'district_officer');
  await page.goto('/clinic-sessions');
  await page.locator('input[name=state][value=accepted]').check();
  await page.locator('#filter-from').fill('2026-09-01');
  await page.locator('#filter-to').fill('2026-09-10');
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/state=accepted/);
  await expect(page.locator('#filter-from')).toHaveValue('2026-09-01');
  await expect(page.locator(rows).first()).toContainText('已审核');
  const headings = await page.locator('#main table thead th').allTextContents();
  const shown = await page.locator(rows).count();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 Excel' }).click();
  const file = await (await download).path();
  const [sheet, about] = await readXlsxFile(await readFile(file));
  expect(sheet?.data[0]).toEqual([...headings, '数据标记']);
  expect((sheet?.data.length ?? 0) - 1).toBeGreaterThanOrEqual(shown);
  const clinics = await page.locator(`${rows} td:nth-child(3)`).allTextContents();
  expect(sheet?.data.slice(1, shown + 1).map((row) => row[2])).toEqual(clinics);
  expect(about?.data.flat()).toContain('状态');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('keeps columns as a view, renames it and throws it away', async ({ page, context }) => {
    await signInAs(context, 'auditor');
    const name = `视图 ${Date.now()}`;
    await page.goto('/clinic-sessions?late=1&column=note,version');
    await expect(page.locator('#main table thead th').last()).toHaveText('版本');
    await page.locator('details:has(#keep-view) > summary').click();
    await page.locator('#keep-view button').click();
    await expect(page.getByRole('alert')).toContainText('请填写视图的名称');
    await page.locator('#keep-view-name').fill(name);
    await page.locator('#keep-view button').click();
    await expect(page.getByRole('status')).toContainText('视图已保存');
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');

    await page.getByRole('link', { name: '管理视图' }).click();
    const card = page.locator('#main li', { has: page.getByRole('link', { name, exact: true }) });
    await card.locator('summary').click();
    await card.locator('input[name=name]').fill(`${name} 新`);
    await card.getByRole('button', { name: '改名', exact: true }).click();
    await expect(page.getByRole('status')).toContainText('名称已修改');
    await page.getByRole('button', { name: `删除视图“${name} 新”` }).click();
    await expect(page.getByRole('status')).toContainText('视图已删除');
    await expect(page.getByRole('link', { name: `${name} 新` })).toHaveCount(0);
  });
});

test('leads by keyboard from the list to a record', async ({ page, context }) => {
  await signInAs(context, 'centre_clerk');
  await page.goto('/clinic-sessions?extra=1&from=2026-10-31&to=2026-10-31');
  const link = page.locator(`${rows} a[href$="${VISITED_RECORD}"]`);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(VISITED_RECORD));
  await expect(page.locator('#main')).toContainText('对这条记录提出异议；社区中心应在 2026年11月20日 前答复');
});

test('lays two versions side by side and says what differs in words', async ({ page, context }) => {
  await signInAs(context, 'district_officer');
  await page.goto(`/clinic-sessions/${VISITED_RECORD}`);
  await page.getByRole('link', { name: '版本对比' }).click();
  await expect(page.locator('#main')).toContainText('有 1 项不同：初诊人次。');
  const changed = page.locator(rows, { hasText: '有改动' });
  await expect(changed).toHaveCount(1);
  await expect(changed).toContainText('30');
});

test('shows cards on a phone @only-phone', async ({ page, context }) => {
  await signInAs(context, 'city_officer');
  await page.goto('/clinic-sessions');
  await expect(page.locator('#main table')).toBeHidden();
  await expect(page.locator('#main ul > li dl').first()).toBeVisible();
});
