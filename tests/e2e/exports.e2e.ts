import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { archivedNames } from '@/tests/support/archive';
import { signInAs } from '@/tests/support/staff';
import { wordText } from '@/tests/support/word-text';

// Figures that people take away: the same on the page, in the workbook and in the report; and files in the background.

const DASHBOARD = '/dashboard/districts/310101?period=2026-Q3';

async function downloaded(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a figure is the same on the page, in Excel and in Word', async ({ page, context }) => {
  await signInAs(context, 'district_officer');
  await page.goto(DASHBOARD);
  const tile = page.locator('li', { has: page.getByRole('heading', { name: '开诊率', exact: true }) }).first();
  const shown = (await tile.locator('p').first().textContent()) ?? '';
  expect(shown).toMatch(/^\d+(\.\d)?%$/);

  const workbook = await downloaded(page, '下载 Excel（全部表格）');
  expect(workbook.name).toBe('黄浦区-运行看板-2026-Q3.xlsx');
  const sheets = await readXlsxFile(workbook.bytes);
  const value = sheets[0]?.data.find(([name]) => name === '开诊率')?.[1];
  expect(`${(Number(value) * 100).toFixed(1)}%`).toBe(shown);

  const report = await downloaded(page, '工作汇报（Word）');
  expect(report.name).toBe('黄浦区-工作汇报-2026-Q3.docx');
  const { tables } = wordText(report.bytes);
  const annex = tables.find(([head]) => head?.includes('口径')) ?? [];
  expect(annex.find(([, name]) => name === '开诊率')?.[2]).toBe(shown);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('sendExportRequest: reports of all parts are made in the background and fetched', async ({ page, context }) => {
    test.slow();
    await signInAs(context, 'city_officer');
    await page.goto('/dashboard/districts/310101?period=2026-10');
    await page.getByRole('link', { name: '下级单位汇报合集' }).click();
    await page.getByRole('button', { name: '开始制作' }).click();
    await expect(page.getByRole('status')).toContainText('已提出');
    const first = page.locator('#main table tbody tr').first();
    await expect(async () => {
      await page.goto('/exports');
      await expect(first).toContainText('已完成', { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    const archive = await downloaded(page, '下载：黄浦区及下级单位，2026-10');
    expect(archive.name).toBe('黄浦区-工作汇报合集-2026-10.zip');
    expect(archivedNames(archive.bytes).length).toBeGreaterThan(5);
  });

  test('sendExportCancel takes back what is not made yet', async ({ page, context }) => {
    await signInAs(context, 'auditor');
    await page.goto('/clinic-sessions?late=1');
    await page.getByRole('link', { name: '行数较多？后台导出' }).click();
    await expect(page.locator('#main')).toContainText('逾期提交');
    await page.getByRole('button', { name: '开始制作' }).click();
    await expect(page.getByRole('status')).toContainText('已提出');
    const cancel = page.getByRole('button', { name: /^取消：/ });
    // it may be made already: then there is nothing to take back
    if ((await cancel.count()) > 0) {
      await cancel.first().click();
      await expect(page.getByRole('status')).toContainText('已取消');
    } else await expect(page.locator('#main table')).toContainText('已完成');
  });
});
