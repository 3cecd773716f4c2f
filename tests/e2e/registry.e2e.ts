import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { csvOf, workbookOf } from '@/tests/support/list-files';
import { signInAs } from '@/tests/support/staff';
import { filled, words } from '@/tests/support/words';

// A file of centres on its way in and back, as officers take it; everything without scripts.

test.use({ javaScriptEnabled: false });

const HEAD = ['名称', '所属区', '街道', '联系电话', '开放时间'];
const text = (key: string) => words(`registry.${key}`);
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('is checked, written and taken back', async ({ page, context }) => {
  await signInAs(context, 'district_officer');
  await page.goto('/registry');
  await page
    .getByRole('link', { name: text('list.centres.name') })
    .first()
    .click();
  const name = `黄浦区豫园街道社区卫生服务中心新址${Date.now()}`;
  const rows = [
    [name, '黄浦', '豫园街道', '63261234', '周一至周五 8:00-17:00'],
    ['徐汇区某社区卫生服务中心', '徐汇区', '', '', ''],
    ['黄浦区某某社区卫生服务中心', '黄浦区', '没有的街道', '无', '看心情'],
  ];
  await page
    .locator('#file')
    .setInputFiles({ name: '中心.xlsx', mimeType: sheet, buffer: await workbookOf(HEAD, rows) });
  await page.getByRole('button', { name: text('bring.send') }).click();
  await expect(page.getByRole('status')).toContainText(text('done.uploaded'));
  const table = page.locator('#main table').last();
  await expect(table).toContainText(text('problem.outOfScope'));
  await expect(table).toContainText(text('problem.hours'));
  // the new one stands where another centre of that name stands: it is asked for
  const question = page.getByRole('radio', { name: text('import.isNew') });
  if ((await question.count()) > 0) {
    await question.first().check();
    await page.getByRole('button', { name: text('import.saveChoices') }).click();
    await expect(page.getByRole('status')).toContainText(text('done.chosen'));
  }
  await page
    .getByRole('button', { name: filled('registry.import.apply', { count: '1' }).replace('{count, number}', '1') })
    .click();
  await expect(page.getByRole('status')).toContainText(text('done.applied'));

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: text('import.copy') }).click();
  expect((await readFile(await (await download).path())).subarray(0, 2).toString()).toBe('PK');

  await page.locator('summary', { hasText: text('import.undoTitle') }).click();
  await page.getByRole('button', { name: text('import.undo'), exact: true }).click();
  await expect(page.getByRole('status')).toContainText(text('done.undone'));
});

test('hands the invitations of accounts that a file brings out once', async ({ page, context }) => {
  await signInAs(context, 'city_officer');
  await page.goto('/registry/accounts');
  await expect(page.getByText(filled('registry.bring.lead', { megabytes: '8' }).split('{')[0] ?? '')).toContainText(
    '500',
  );
  const name = `brought.${Date.now()}`;
  const row = [name, '新来的人', '社区卫生服务中心人员', 'centre-310101-01'];
  const buffer = csvOf(['用户名', '账号姓名', '职责', '负责的中心'], [row]);
  await page.locator('#file').setInputFiles({ name: '账号.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: text('bring.send') }).click();
  await page
    .getByRole('button', { name: filled('registry.import.apply', { count: '1' }).replace('{count, number}', '1') })
    .click();
  const invite = page.getByRole('button', { name: text('invite.submit') });
  await invite.click();
  await expect(page.getByText(text('invite.text'))).toBeVisible();
  const shown = page.getByText(/\/sign-in\/link\?token=/);
  await expect(shown).toContainText(name);
  const [link = ''] = /http\S+/.exec((await shown.textContent()) ?? '') ?? [];
  await page.goto(page.url());
  await expect(invite).toBeVisible();
  await expect(shown).toHaveCount(0);
  await context.clearCookies();
  await page.goto(link);
  await expect(page.locator('input[type=password]').first()).toBeVisible();
});

const BAD_FILES = [
  { what: 'nothing', key: 'none', file: null },
  { what: 'an empty file', key: 'empty', file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) } },
  {
    what: 'an old workbook',
    key: 'oldExcel',
    file: { name: 'a.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  },
  {
    what: 'a picture',
    key: 'notText',
    file: { name: 'a.xlsx', mimeType: sheet, buffer: Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex') },
  },
  {
    what: 'another list',
    key: 'noHead',
    file: { name: 'a.csv', mimeType: 'text/csv', buffer: csvOf(['甲', '乙'], [['1', '2']]) },
  },
  {
    what: 'too much',
    key: 'tooLarge',
    file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(8_200_000, 'a,b\n') },
  },
] as const;

for (const { what, key, file } of BAD_FILES)
  test(`says what is wrong with ${what}`, async ({ page, context }) => {
    await signInAs(context, 'district_officer');
    await page.goto('/registry/centres');
    if (file) await page.locator('#file').setInputFiles({ ...file, buffer: file.buffer });
    await page.getByRole('button', { name: text('bring.send') }).click();
    const said = text(`file.${key}`).split('{')[0] ?? '';
    await expect(page.getByRole('alert')).toContainText(said);
    await expect(page.locator('#file')).toHaveAttribute('aria-invalid', 'true');
  });
