import type { Page } from '@playwright/test';
import { listFacilities } from '@/tests/support/api';
import { expect, ONLY_PHONE, test } from '@/tests/support/page';
import { filled, words } from '@/tests/support/words';

// Ten questions as residents type them, through the one box on the home page.

async function ask(page: Page, question: string) {
  await page.goto('/');
  await page.getByRole('searchbox').fill(question);
  await page.getByRole('button', { name: words('search.box.submit'), exact: true }).click();
  await expect(page).toHaveURL(/\/services\?/);
  await expect(page.locator('#results')).toBeVisible();
}

const rows = (page: Page) => page.locator('main ol > li article');
/** The line that says what a word was taken to mean; it may name several things at once. */
const understood = (page: Page, kind: string, name: string) =>
  page
    .locator('main li')
    .filter({ hasText: filled(`search.understood.${kind}`, { name: '' }) })
    .filter({ hasText: name });

type Question = { asked: string; why: string; kind: string; name: string };

const QUESTIONS: Question[] = [
  { asked: '老寒腿', why: 'an everyday word', kind: 'condition', name: '膝痹' },
  { asked: 'yaotong', why: 'pinyin', kind: 'condition', name: '腰痹' },
  { asked: '针炙', why: 'a wrong character', kind: 'technique', name: '针刺' },
  { asked: '針灸', why: 'traditional characters', kind: 'technique', name: '针刺' },
  { asked: 'tuina', why: 'a technique in pinyin', kind: 'technique', name: '推拿' },
  { asked: '示例通络洗剂', why: 'a preparation', kind: 'preparation', name: '示例通络洗剂' },
];

for (const { asked, why, kind, name } of QUESTIONS)
  test(`question: ${asked} (${why})`, ONLY_PHONE, async ({ page }) => {
    await ask(page, asked);
    await expect(understood(page, kind, name).first()).toBeVisible();
    expect(await rows(page).count()).toBeGreaterThan(0);
    await expect(rows(page).first()).toContainText(name);
  });

test('question: 失眠 周六上午 (a condition and a time)', ONLY_PHONE, async ({ page }) => {
  await ask(page, '失眠 周六上午');
  await expect(understood(page, 'condition', '不寐病').first()).toBeVisible();
  const saturday = filled('search.understood.openSlot', {
    slot: filled('search.filters.slot', { day: words('terms.slotDay.sat'), half: words('terms.half.am') }),
  });
  await expect(page.getByText(saturday)).toBeVisible();
  expect(await rows(page).count()).toBeGreaterThan(0);
});

test('question: 枫林路街道 (a subdistrict)', ONLY_PHONE, async ({ page }) => {
  await ask(page, '枫林路街道');
  await expect(page.getByText(filled('search.understood.fromPlace', { place: '枫林路街道' }))).toBeVisible();
  await expect(rows(page).first()).toContainText('枫林');
});

test('question: 人民广场 拔罐 (a landmark and a technique)', ONLY_PHONE, async ({ page }) => {
  await ask(page, '人民广场 拔罐');
  await expect(page.getByText(filled('search.understood.fromPlace', { place: '人民广场' }))).toBeVisible();
  await expect(rows(page).first()).toContainText('拔罐');
});

test("question: an expert's name", ONLY_PHONE, async ({ page, request }) => {
  const [centre] = await listFacilities(request, { kind: 'community_centre', expert: 'week', limit: '1' });
  const expert = centre?.nextExpertSession?.expert.name ?? '';
  expect(expert).not.toBe('');
  await ask(page, expert);
  await expect(understood(page, 'expert', expert).first()).toBeVisible();
  await expect(
    rows(page)
      .filter({ hasText: centre?.name ?? '' })
      .first(),
  ).toContainText(expert);
});

test('question: a centre by its own name comes first', ONLY_PHONE, async ({ page }) => {
  await ask(page, '徐家汇街道社区卫生服务中心');
  await expect(rows(page).first()).toContainText('徐汇区徐家汇街道社区卫生服务中心');
});

test('question: insomnia, in English', ONLY_PHONE, async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('searchbox').fill('insomnia');
  await page.getByRole('button', { name: words('search.box.submit', 'en'), exact: true }).click();
  await expect(page).toHaveURL(/\/en\/services\?/);
  const text = filled('search.understood.condition', { name: 'Insomnia' }, 'en');
  await expect(page.locator('main li').filter({ hasText: text }).first()).toBeVisible();
  expect(await rows(page).count()).toBeGreaterThan(0);
});

test('question: nonsense is met with other ways to go on', ONLY_PHONE, async ({ page }) => {
  await ask(page, 'zzzzqqqq');
  expect(await page.locator('main a[href*="/services"]').count()).toBeGreaterThan(0);
});
