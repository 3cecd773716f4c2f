import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, parseAuditParameters } from '@/lib/audit/schema';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';

const ENTRY: AuditEntry = {
  seq: 7,
  at: '2026-11-18T01:30:00.000Z',
  actor: { kind: 'person', accountId: 'a-1', name: '王芳', role: 'district_officer' },
  event: 'account.suspended',
  object: { type: 'Account', id: 'a-2', label: '李敏' },
  scope: { districtCode: '310106', centreId: null, allianceCode: null },
  changes: [
    { field: 'status', before: 'active', after: 'suspended' },
    { field: 'grants.role', before: 'centre_clerk', after: null },
  ],
  reason: '离岗',
  requestId: 'r-1',
};

async function html(element: React.ReactNode, locale: Locale = 'zh-CN'): Promise<string> {
  const messages = await loadMessages(locale);
  const failOnMissing = (error: Error) => {
    throw error;
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Shanghai" onError={failOnMissing}>
      {element}
    </NextIntlClientProvider>,
  );
}

describe('AuditTable', () => {
  it('says who did what, from what to what, and why', async () => {
    const chinese = await html(<AuditTable entries={[ENTRY]} />);
    for (const words of ['王芳', '区卫生健康委人员', '停用了账号 李敏', '由“使用中”改为“已停用”', '离岗', '第 7 号'])
      expect(chinese).toContain(words);
    expect(chinese).toContain('原为“社区卫生服务中心人员”');
    const english = await html(<AuditTable entries={[ENTRY]} />, 'en');
    for (const words of ['Suspended the account 李敏', 'from “in use” to “suspended”', 'District health commission'])
      expect(english).toContain(words);
  });

  it('shows what it does not know as it was recorded', async () => {
    const strange: AuditEntry = {
      ...ENTRY,
      actor: { kind: 'person', accountId: 'a-1', name: '王芳', role: 'minister' },
      event: 'herb.planted',
      changes: [{ field: 'garden.size', before: null, after: 'very_big、m2' }],
    };
    const shown = await html(<AuditTable entries={[strange]} />);
    for (const words of ['minister', 'herb.planted（李敏）', 'garden.size', '“very_big、m2”'])
      expect(shown).toContain(words);
  });

  it('names the portal itself, an object without a name, instants as times', async () => {
    const shown = await html(
      <AuditTable
        entries={[
          {
            ...ENTRY,
            actor: { kind: 'system', system: 'sign_in' },
            event: 'account.locked',
            object: { type: 'Account', id: 'a-2', label: null },
            changes: [{ field: 'lockedUntil', before: null, after: '2026-11-18T02:00:00.000Z' }],
          },
        ]}
        hrefOf={({ id }) => `/accounts/${id}`}
      />,
    );
    expect(shown).toContain('登录服务');
    expect(shown).toMatch(/<a [^>]*href="\/accounts\/a-2"/);
    expect(shown).toContain('2026年11月18日 10:00');
  });

  it('says what was looked for', async () => {
    const changes = [
      { field: 'filter.event', before: null, after: 'account.created' },
      { field: 'filter.to', before: null, after: '2026-11-18' },
    ];
    const shown = await html(<AuditTable entries={[{ ...ENTRY, event: 'audit.read', changes }]} />);
    for (const words of ['筛选：事项', '“创建账号”', '筛选：截止日期', '“2026-11-18”']) expect(shown).toContain(words);
  });

  it('opens many changes on request', async () => {
    const changes = Array.from({ length: 6 }, (_, n) => ({ field: `f${n}`, before: null, after: '1' }));
    expect(await html(<AuditTable entries={[{ ...ENTRY, changes }]} />)).toMatch(
      /<details><summary[^>]*>查看改动（6 项）/,
    );
  });

  it.each(LOCALES)('says that there is nothing, in %s', async (locale) => {
    const [list, history] = [<AuditTable key="l" entries={[]} />, <AuditTable key="h" entries={[]} history />];
    expect(await html(list, locale)).not.toBe(await html(history, locale));
  });
});

describe('AuditFilters', () => {
  const form = (parameters: Record<string, string>) => (
    <AuditFilters
      action="/audit"
      asked={parseAuditParameters(parameters)}
      events={['account.created']}
      objectTypes={['Account']}
    />
  );

  it('keeps what was asked, and names what was not understood', async () => {
    const shown = await html(form({ person: '王', event: 'account.created', from: '2026-02-30', changesOnly: '1' }));
    expect(shown).toContain('value="王"');
    expect(shown).toContain('<option value="account.created" selected="">创建账号</option>');
    expect(shown).toContain('起始日期（from）：“2026-02-30”');
    expect(shown).toMatch(/<input[^>]*checked=""[^>]*name="changesOnly"|<input[^>]*name="changesOnly"[^>]*checked=""/);
    expect(shown).toContain('清除条件');
  });

  it('offers no way back where nothing is asked', async () => {
    expect(await html(form({}))).not.toContain('清除条件');
  });
});
