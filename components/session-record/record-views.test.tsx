import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RecordSeen, RecordVersions, VersionSeen } from '@/lib/clinic-sessions/page-schema';
import { type HeldContent, SESSION_STATES } from '@/lib/clinic-sessions/schema';
import { civilDate } from '@/lib/core/dates';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { RecordFacts } from './record-facts';
import { RecordHeading } from './record-heading';
import { RecordParties } from './record-parties';
import { RecordStory } from './record-story';
import { VersionChoice } from './version-choice';
import { VersionComparison } from './version-comparison';

const named = (id: string, name: string, nameEn: string) => ({ id, name, nameEn });
const CONTENT: HeldContent = {
  held: true,
  expert: { presence: 'planned' },
  mode: 'on_site',
  visitsNew: 3,
  visitsReturn: 9,
  conditions: [{ catalogueId: 'c', code: 'A1', visits: 4 }],
  techniques: [],
  prescriptions: 0,
  preparations: 0,
  referralsUp: 0,
  referralsDown: 0,
  trainees: [{ traineeId: 't1', part: 'leading' }],
  teachingCases: 0,
  note: '第一行\n第二行',
  explanation: null,
};
const PLACE = {
  id: 'r1',
  date: civilDate('2026-11-18'),
  half: 'am',
  clinic: named('clinic-1', '失眠联合门诊', 'Insomnia clinic'),
  centre: named('centre-1', '瑞金二路中心', 'Ruijin No.2 Road centre'),
  district: named('310101', '黄浦区', 'Huangpu District'),
  alliance: 'east',
  hospital: named('shuguang', '曙光医院', 'Shuguang Hospital'),
  demonstration: true,
  version: 2,
} as const;
const NAMES = {
  experts: { e1: named('e1', '陈某', 'Chen Mou') },
  trainees: { t1: named('t1', '周某', 'Zhou Mou') },
  conditions: { 'c/A1': named('A1', '不寐', 'Insomnia') },
  techniques: {},
};
const at = new Date('2026-11-18T09:00:00Z');
const record = (part: Partial<RecordSeen> = {}): RecordSeen => ({
  ...PLACE,
  state: 'submitted',
  planned: true,
  plannedExpertId: 'e1',
  late: false,
  sentAfterDays: 0,
  content: CONTENT,
  names: NAMES,
  first: at,
  submitted: { at, name: '王芳' },
  confirmed: null,
  accepted: null,
  trainees: [{ ...named('t1', '周某', 'Zhou Mou'), signedAt: null }],
  dueOn: null,
  overdue: false,
  stopped: null,
  monthClosed: false,
  ...part,
});

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
const text = async (element: React.ReactNode, locale?: Locale) =>
  (await html(element, locale)).replace(/<[^>]+>/g, ' ');

const stopped = (kind: 'disputed' | 'returned' | 'reopened' | 'withdrawn') =>
  ({ kind, at, name: '李敏', role: kind === 'disputed' ? 'expert' : 'district_officer' }) as const;
const due = { dueOn: civilDate('2026-11-25') };

describe('RecordStory', () => {
  it.each<[string, Partial<RecordSeen>, string]>([
    ['sent', {}, '王芳（社区卫生服务中心人员）于 2026年11月18日 提交，等待专家或牵头医院确认'],
    [
      'not held',
      { content: { held: false, reason: 'holiday', note: null, explanation: null } },
      '没有出诊（节假日），等待区卫生健康委审核',
    ],
    [
      'disputed',
      { state: 'disputed', stopped: stopped('disputed'), ...due },
      '李敏（专家）于 2026年11月18日 对这条记录提出异议；社区中心应在 2026年11月25日 前答复',
    ],
    [
      'disputed and overdue',
      { state: 'disputed', stopped: stopped('disputed'), ...due, overdue: true },
      '前答复，现已过期',
    ],
    [
      'confirmed',
      { state: 'confirmed', confirmed: { at, name: '陈某', as: 'expert' } },
      '陈某（专家）于 2026年11月18日 确认，等待区卫生健康委审核',
    ],
    [
      'accepted',
      { state: 'accepted', confirmed: { at, name: '陈某', as: 'expert' }, accepted: { at, name: '赵钱' } },
      '赵钱（区卫生健康委人员）于 2026年11月18日 审核通过',
    ],
    ['returned', { state: 'returned', stopped: stopped('returned'), ...due }, '退回这条记录'],
    ['reopened', { state: 'returned', stopped: stopped('reopened'), ...due }, '重新打开'],
    ['withdrawn', { state: 'withdrawn', stopped: stopped('withdrawn') }, '撤回了这条记录'],
    ['late', { late: true, sentAfterDays: 6 }, '首次提交是在门诊后第 6 天'],
    ['of a closed month', { monthClosed: true }, '已由区卫生健康委关账'],
    ['sent by nobody known', { submitted: { at, name: null } }, '社区卫生服务中心人员于 2026年11月18日 提交'],
  ])('explains a record that is %s', async (_, part, sentence) => {
    expect(await text(<RecordStory record={record(part)} />)).toContain(sentence);
  });

  it.each(LOCALES)('has a sentence for every state in %s', async (locale) => {
    const sentences = await Promise.all(
      SESSION_STATES.map(async (state) => await text(<RecordStory record={record({ state })} />, locale)),
    );
    expect(new Set(sentences).size).toBe(SESSION_STATES.length);
  });
});

describe('the page of a record', () => {
  it('leads down from the city, and names the session', async () => {
    const shown = await html(<RecordHeading place={PLACE} tab="record" />);
    for (const way of [
      'href="/clinic-sessions"',
      'href="/clinic-sessions?alliance=east"',
      'href="/clinic-sessions?district=310101"',
      'href="/clinic-sessions?centre=centre-1"',
      'href="/clinic-sessions?clinic=clinic-1"',
      'href="/clinic-sessions/r1/versions"',
      'href="/clinic-sessions/r1/history"',
    ])
      expect(shown).toContain(way);
    const once = await html(<RecordHeading place={{ ...PLACE, version: 1, alliance: null }} tab="history" />, 'en');
    expect(once).not.toMatch(/versions|alliance=/);
    expect(once).toContain('Insomnia clinic');
  });

  it('says what the record says, in groups', async () => {
    const shown = await text(<RecordFacts record={record()} />);
    for (const words of ['陈某，计划专家到诊', '现场', '不寐 4', '周某：带教下独立接诊', '第一行\n第二行'])
      expect(shown).toContain(words);
    const content = { held: false, reason: 'other', note: '停电', explanation: null } as const;
    const english = await text(<RecordFacts record={record({ content })} />, 'en');
    expect(english).toContain('Another reason');
    expect(english).not.toMatch(/Visits|Training/);
  });

  it('shows each party with what it says, or that it has said nothing', async () => {
    const open = await text(<RecordParties record={record()} />);
    for (const words of ['提交了第 2 版', '尚未表示', '尚未签到']) expect(open).toContain(words);
    const done = await text(
      <RecordParties
        record={record({
          state: 'accepted',
          confirmed: { at, name: '陈某', as: 'expert' },
          accepted: { at, name: '赵钱' },
          trainees: [{ ...named('t1', '周某', 'Zhou Mou'), signedAt: at }],
        })}
      />,
    );
    for (const words of ['已确认', '已签到', '已审核通过', '赵钱']) expect(done).toContain(words);
    expect(done).not.toContain('尚未');
    const disputed = await text(
      <RecordParties record={record({ state: 'disputed', stopped: stopped('disputed'), ...due })} />,
    );
    expect(disputed).toMatch(/有异议\s+李敏/);
  });
});

describe('VersionComparison', () => {
  const version = (number: number, content: VersionSeen['content']): VersionSeen => ({
    version: number,
    content,
    submitted: { at, name: '王芳' },
    replacedAt: null,
    state: 'submitted',
  });
  const versions = [version(2, { ...CONTENT, visitsNew: 30, note: null }), version(1, CONTENT)];
  const [after, before] = versions;
  const both: RecordVersions = { ...PLACE, plannedExpertId: 'e1', names: NAMES, versions };

  it('marks in words what differs, and names it first', async () => {
    if (!before || !after) throw new Error('There are two versions');
    const shown = await text(<VersionComparison record={both} before={before} after={after} />);
    expect(shown).toContain('有 2 项不同：初诊人次、备注。');
    for (const words of ['有改动', '已去掉', '没有这一项', '相同']) expect(shown).toContain(words);
    const same = await text(<VersionComparison record={both} before={before} after={before} />, 'en');
    expect(same).toContain('Both versions say the same.');
    expect(same).not.toContain('Changed');
  });

  it('lets the reader choose', async () => {
    if (!before || !after) throw new Error('There are two versions');
    const shown = await html(<VersionChoice record={both} before={before} after={after} />);
    expect(shown).toContain('<option value="1" selected="">第 1 版</option>');
    expect(shown).toContain('action="/clinic-sessions/r1/versions"');
  });
});
