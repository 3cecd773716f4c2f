import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { ActionForm } from './action-form';
import type { ActionFormProps } from './action-form.client';
import type { FormField } from './form-field';
import { type FormState, FRESH_FORM } from './form-state';

// A form without scripts is answered by rendering it again with the state of its action; so it is here.

const answered = vi.hoisted(() => ({ state: null as unknown }));
vi.mock('react', async (load) => ({
  ...(await load<typeof import('react')>()),
  useActionState: () => [answered.state, () => undefined, false],
}));

const PLACES = [
  { value: 'a', label: '枫林' },
  { value: 'b', label: '天平' },
];
const FIELDS: FormField[] = [
  { name: 'title', label: '名称', hint: '不超过 20 字', maxLength: 20, defaultValue: '原名' },
  { name: 'secret', kind: 'password', label: '密码', autoComplete: 'current-password', verbatim: true },
  { name: 'phone', kind: 'tel', label: '电话' },
  { name: 'count', kind: 'number', label: '人次' },
  { name: 'day', kind: 'date', label: '日期', min: '2026-01-01', max: '2026-12-31' },
  { name: 'note', kind: 'area', label: '备注' },
  { name: 'place', kind: 'select', label: '地点', options: PLACES, empty: '请选择', defaultValue: 'a' },
  { name: 'remote', kind: 'checkbox', label: '远程', ticked: true },
  { name: 'ways', kind: 'checkboxes', label: '方式', options: PLACES, chosen: ['a'] },
  { name: 'one', kind: 'radios', label: '其一', options: PLACES, chosen: ['a'] },
  {
    name: 'visits',
    kind: 'group',
    label: '就诊人次',
    columns: true,
    fields: [{ name: 'visits.new', kind: 'number', label: '初诊' }],
  },
];

async function html(state: FormState, over: Partial<ActionFormProps> = {}): Promise<string> {
  answered.state = state;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={await loadMessages('zh-CN')} timeZone="Asia/Shanghai">
      <ActionForm id="f" action={async (one) => one} fields={FIELDS} submit="保存" {...over} />
    </NextIntlClientProvider>,
  );
}

/** The tag of the element with an id. */
const tag = (text: string, id: string) => new RegExp(`<[^>]*\\bid="${id}"[^>]*>`).exec(text)?.[0] ?? '';
const box = (text: string, name: string, value: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="${value}"[^>]*>`).exec(text)?.[0] ?? '';

describe('a form nobody has sent', () => {
  it('shows every kind of field with its label and what it begins with', async () => {
    const text = await html(FRESH_FORM, { hidden: { version: '3' } });
    for (const name of ['title', 'secret', 'phone', 'count', 'day', 'note', 'place', 'visits.new'])
      expect(text, name).toContain(`<label for="f-${name}"`);
    expect(tag(text, 'f-title')).toContain('value="原名"');
    expect(tag(text, 'f-title')).toContain('aria-describedby="f-title-hint"');
    expect(tag(text, 'f-secret')).toContain('type="password"');
    expect(tag(text, 'f-phone')).toContain('type="tel"');
    expect(tag(text, 'f-count')).toContain('inputMode="numeric"');
    expect(tag(text, 'f-day')).toContain('type="date" min="2026-01-01" max="2026-12-31"');
    expect(tag(text, 'f-note')).toContain('<textarea');
    expect(text).toContain('<option value="a" selected="">枫林</option>');
    expect(tag(text, 'f-remote')).toContain('checked=""');
    expect(box(text, 'ways', 'a')).toContain('checked=""');
    expect(box(text, 'one', 'b')).not.toContain('checked=""');
    expect(text).toContain('<legend class="mb-2 font-medium">就诊人次</legend>');
    expect(text).toContain('type="hidden" name="version" value="3"');
    expect(text).not.toContain('role="alert"');
  });

  it('opens on request where it has a summary', async () => {
    expect(await html(FRESH_FORM, { summary: '修改', note: '会通知对方' })).toMatch(
      /<details(?! open)[^>]*>.*会通知对方/,
    );
  });
});

describe('a form that was refused', () => {
  const refused: FormState = {
    values: { title: '', note: '写了一半', place: 'b', ways: ['b'], one: 'b' },
    problems: [
      { field: 'title', message: '请填写名称' },
      { field: 'visits.new', message: '请填写数字' },
      { field: 'version', message: '已被他人修改' },
      { field: null, message: '现在不行' },
    ],
  };

  it('keeps what was typed, also what was emptied and unticked', async () => {
    const text = await html(refused);
    expect(tag(text, 'f-title')).toContain('value=""');
    expect(text).toContain('写了一半</textarea>');
    expect(text).toContain('<option value="b" selected="">');
    expect(tag(text, 'f-remote')).not.toContain('checked=""');
    expect(box(text, 'ways', 'a')).not.toContain('checked=""');
    expect(box(text, 'ways', 'b')).toContain('checked=""');
    expect(box(text, 'one', 'b')).toContain('checked=""');
  });

  it('says what is wrong on top and at the field, in the same words', async () => {
    const text = await html(refused);
    expect(tag(text, 'f-problems')).toContain('role="alert"');
    for (const [target, message] of [
      ['f-title', '请填写名称'],
      ['f-visits.new', '请填写数字'],
      ['f', '已被他人修改'],
      ['f', '现在不行'],
    ])
      expect(text).toMatch(new RegExp(`href="#${target}"[^>]*>${message}</a>`));
    expect(tag(text, 'f-title')).toContain('aria-invalid="true"');
    expect(text).toMatch(/id="f-title-error"[^>]*>.*请填写名称/);
  });

  it('is open again', async () => {
    expect(await html(refused, { summary: '修改' })).toContain('<details open=""');
  });
});

describe('a form that made a secret', () => {
  const once = { title: '已生成', text: '只显示一次', label: '链接', next: '查看账号' };

  it('shows a link in place of itself, ready to be copied', async () => {
    const state: FormState = {
      values: {},
      problems: [],
      once: { kind: 'link', address: 'https://p.test/x', next: '/a' },
    };
    const text = await html(state, { once });
    expect(tag(text, 'f-once')).toContain('readOnly="" dir="ltr" value="https://p.test/x"');
    for (const words of ['role="status"', '已生成', '只显示一次', 'href="/a"', '查看账号'])
      expect(text).toContain(words);
    expect(text).not.toContain('<form');
  });

  it('shows codes, and no way on where there is none', async () => {
    const state: FormState = { values: {}, problems: [], once: { kind: 'codes', codes: ['k1', 'k2'], next: null } };
    const text = await html(state, { once });
    expect(text).toContain('<li>k1</li><li>k2</li>');
    expect(text).not.toContain('查看账号');
  });
});
