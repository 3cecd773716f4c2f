import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { AccountSeen, GrantSeen } from '@/lib/auth/views-schema';
import { civilDate } from '@/lib/core/dates';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { AccountFacts } from './account-facts';
import { accountPath, answerPath, listPath } from './account-paths';
import { AccountTable } from './account-table';
import { GrantCard } from './grant-card';
import { scopeOptions } from './scope-options';

const GRANT: GrantSeen = {
  id: 'g-1',
  accountId: 'a-1',
  holder: '王芳',
  holderUserName: 'wang.fang',
  role: 'centre_clerk',
  state: 'requested',
  scope: { name: '枫林街道社区卫生服务中心', nameEn: 'Fenglin Community Health Centre' },
  centreId: 'centre-310104-01',
  expertId: null,
  traineeId: null,
  allianceCode: null,
  districtCode: null,
  validFrom: civilDate('2026-11-01'),
  validTo: null,
  reason: '新入职',
  requestedById: 'a-2',
  requestedBy: '李敏',
  approvedBy: null,
  version: 1,
};

const ACCOUNT: AccountSeen = {
  id: 'a-1',
  userName: 'wang.fang',
  displayName: '王芳',
  phoneEnding: '5678',
  status: 'suspended',
  statusReason: '休假',
  locked: true,
  invited: true,
  hasSecondFactor: false,
  hasSingleSignOn: true,
  lastSignInAt: null,
  recertifiedAt: null,
  createdAt: new Date('2026-11-01T01:00:00Z'),
  demonstration: false,
  version: 3,
  grants: [GRANT, { ...GRANT, id: 'g-2', state: 'ended', role: 'auditor', scope: null }],
  recertifiedBy: null,
  mayChange: true,
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

describe('AccountTable', () => {
  it('says who, in which living role, and in what state', async () => {
    const text = await html(<AccountTable accounts={[ACCOUNT]} caption="账号" empty="无" />);
    for (const words of [
      '王芳',
      '枫林街道社区卫生服务中心',
      '待批准',
      '已停用',
      '暂时锁定',
      '尚未设置密码',
      '从未登录',
    ])
      expect(text).toContain(words);
    expect(text).toContain('href="/accounts/a-1"');
    expect(text, 'roles that ended').not.toContain('审计人员');
  });

  it('says so where there is nothing', async () => {
    expect(await html(<AccountTable accounts={[]} caption="账号" empty="没有账号" />)).toContain('没有账号');
    const idle = { ...ACCOUNT, grants: [] };
    expect(await html(<AccountTable accounts={[idle]} caption="账号" empty="无" />)).toContain('目前没有职责');
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  it('AccountFacts and GrantCard have all their words', async () => {
    const text = await html(<AccountFacts account={ACCOUNT} />, locale);
    for (const words of ['wang.fang', '5678', '休假']) expect(text).toContain(words);
    const card = await html(<GrantCard grant={GRANT} heading="王芳" />, locale);
    expect(card).toContain('李敏');
    expect(card).toContain(locale === 'en' ? 'Fenglin' : '枫林');
  });
});

describe('addresses of administration', () => {
  it('keep the language, and leave out what is empty', () => {
    expect(accountPath('en', 'a/1', '/history')).toBe('/en/accounts/a%2F1/history');
    expect(listPath('zh-CN', { text: '', role: null })).toBe('/accounts');
    expect(listPath('en', { text: '王 芳', status: 'left' })).toBe('/en/accounts?text=%E7%8E%8B+%E8%8A%B3&status=left');
    expect(answerPath('en', '/accounts/requests', { done: 'approved' })).toBe('/en/accounts/requests?done=approved');
  });
});

describe('scopeOptions', () => {
  it('names groups in the language, and shows a nameless group as a plain list', () => {
    const choices = [{ value: 'c-1', name: '枫林', nameEn: 'Fenglin' }];
    const groups = [
      { group: { name: '徐汇区', nameEn: 'Xuhui' }, choices },
      { group: { name: '', nameEn: '' }, choices },
    ];
    expect(scopeOptions('en', groups)).toEqual([
      { label: 'Xuhui', options: [{ value: 'c-1', label: 'Fenglin' }] },
      { value: 'c-1', label: 'Fenglin' },
    ]);
  });
});
