import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import type { FilterField } from './filter-fields';
import { FilterForm } from './filter-form';

async function html(element: React.ReactNode): Promise<string> {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={await loadMessages('zh-CN')} timeZone="Asia/Shanghai">
      {element}
    </NextIntlClientProvider>,
  );
}

const form = (fields: readonly FilterField[], clearHref?: string | null) => (
  <FilterForm title="Filter" action="/list" fields={fields} clearHref={clearHref} />
);
const OPTIONS = [
  { value: 'a', label: 'A' },
  { value: '7', label: 'Seven' },
];

describe('FilterForm', () => {
  it('holds what was chosen in every kind of field and offers to clear it', async () => {
    const shown = await html(
      form([
        { kind: 'text', name: 'text', label: 'Text', maxLength: 60, value: '王"' },
        { kind: 'date', name: 'day', label: 'Day', max: '2026-11-20', value: '2026-11-18' },
        { kind: 'select', name: 'number', label: 'Number', options: OPTIONS, value: 7 },
        { kind: 'check', name: 'only', label: 'Only', checked: true },
      ]),
    );
    expect(shown).toContain('method="get"');
    expect(shown).toContain('value="王&quot;"');
    expect(shown).toContain('value="2026-11-18"');
    expect(shown).toContain('<option value="7" selected="">Seven</option>');
    expect(shown).toMatch(/<input[^>]*checked=""/);
    expect(shown).toContain('href="/list"');
  });

  it('leaves out a select without options and offers no clearing where nothing is chosen', async () => {
    const shown = await html(
      form([
        { kind: 'text', name: 'text', label: 'Text', maxLength: 60, value: '' },
        { kind: 'select', name: 'place', label: 'Place', options: [], value: null },
        { kind: 'check', name: 'only', label: 'Only', checked: false },
      ]),
    );
    expect(shown).not.toContain('Place');
    expect(shown).not.toContain('<a ');
  });
});
