import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { type DueGroup, DueList } from './due-list';

async function html(groups: readonly DueGroup[], locale: Locale): Promise<string> {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={await loadMessages(locale)} timeZone="Asia/Shanghai">
      <DueList groups={groups} />
    </NextIntlClientProvider>,
  );
}

const group = (key: string, over: Partial<DueGroup>): DueGroup => ({
  key,
  when: 'open',
  title: `第${key}组`,
  count: 1,
  href: `/${key}`,
  rows: [],
  ...over,
});

describe('DueList', () => {
  it('puts the day before what is late and keeps the order of equals', async () => {
    const groups = [
      group('a', {}),
      group('b', { when: 'week' }),
      group('c', { when: 'overdue' }),
      group('d', { when: 'today' }),
      group('e', {}),
    ];
    const headings = [...(await html(groups, 'zh-CN')).matchAll(/id="due-(\w)"/g)].map(([, key]) => key);
    expect(headings).toEqual(['d', 'c', 'b', 'a', 'e']);
  });

  it('says how many wait, leads to each shown and to all, and lets a row be settled at once', async () => {
    const rows = [
      {
        key: 'r',
        href: '/r',
        title: '王芳',
        detail: '枫林',
        mark: <i>迟</i>,
        action: <button type="button">确认</button>,
      },
    ];
    const chinese = await html([group('a', { when: 'overdue', count: 1200, rows })], 'zh-CN');
    for (const words of ['逾期 1,200 项', 'href="/r"', '王芳', '枫林', '迟', '确认</button>', 'href="/a"', '查看全部'])
      expect(chinese).toContain(words);
    expect(await html([group('a', { when: 'today', count: 2 })], 'en')).toContain('2 today');
  });

  it('folds a long group that has no page of its own, and needs no link where a button settles the row', async () => {
    const rows = Array.from({ length: 8 }, (_, index) => ({
      key: String(index),
      href: null,
      title: `第${index}次`,
      action: <a href={`/log/${index}`}>记录</a>,
    }));
    const chinese = await html([group('a', { count: 8, href: null, rows })], 'zh-CN');
    expect(chinese).toContain('其余 3 项');
    expect(chinese.split('<details').length).toBe(2);
    expect(chinese).not.toContain('查看全部');
    expect([...chinese.matchAll(/href="([^"]*)"/g)].length).toBe(8);
  });
});
