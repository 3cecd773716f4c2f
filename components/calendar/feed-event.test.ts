import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { SessionView } from '@/lib/public-directory/schema';
import { feedEvent } from './feed-event';

const session: SessionView = {
  clinicId: 'clinic-1',
  clinicName: '中医脑病联合门诊',
  clinicNameEn: 'Brain Disorders Joint Clinic',
  centreId: 'centre-1',
  centreName: '某某社区卫生服务中心',
  centreNameEn: 'Some Community Health Centre',
  districtCode: '310101',
  alliance: 'east',
  hospitalName: '曙光医院',
  hospitalNameEn: 'Shuguang Hospital',
  conditions: [
    { code: 'a', name: '眩晕', nameEn: 'Dizziness' },
    { code: 'b', name: '不寐', nameEn: 'Insomnia' },
  ],
  expert: { id: 'expert-1', name: '陈某', nameEn: 'Chen Mou', title: 'chief' },
  date: civilDate('2026-11-25'),
  half: 'am',
  startsMinute: 510,
  endsMinute: 690,
  startsAt: '2026-11-25T00:30:00.000Z',
  endsAt: '2026-11-25T03:30:00.000Z',
  state: 'planned',
  cause: null,
  notHeld: null,
  added: false,
  reason: null,
  reasonEn: null,
  origin: 'demonstration',
};

async function word(locale: Locale, overrides: Partial<SessionView> = {}, place?: { room: string; address: string }) {
  const messages = await loadMessages(locale);
  return feedEvent(
    { ...session, ...overrides },
    {
      t: createTranslator({ locale, messages, namespace: 'calendar' }),
      term: createTranslator({ locale, messages, namespace: 'terms' }),
      locale,
      siteUrl: 'https://example.org',
      place,
    },
  );
}

describe('feedEvent', () => {
  it('names clinic, expert, place and page in the language asked for', async () => {
    const chinese = await word('zh-CN', {}, { room: '203 诊室', address: '人民路 1 号' });
    expect(chinese).toMatchObject({
      summary: '中医脑病联合门诊（陈某 主任医师）',
      location: '某某社区卫生服务中心，203 诊室，人民路 1 号',
      url: 'https://example.org/clinics/clinic-1',
      stopped: false,
    });
    expect(chinese.description).toContain('眩晕');
    const english = await word('en');
    expect(english).toMatchObject({
      location: 'Some Community Health Centre',
      url: 'https://example.org/en/clinics/clinic-1',
    });
    expect(english.summary).toMatch(/^Brain Disorders Joint Clinic \(Chen Mou .+\)$/);
  });

  it('says that a demonstration session is not real, and says nothing of the kind of a real one', async () => {
    expect((await word('zh-CN')).description).toContain('演示数据');
    expect((await word('en')).description).toContain('Demonstration data');
    expect((await word('zh-CN', { origin: 'imported' })).description).not.toContain('演示');
  });

  it('puts the reason of a stopped session first', async () => {
    const stopped = { state: 'stopped', cause: 'holiday', reason: '元旦', reasonEn: "New Year's Day" } as const;
    const chinese = await word('zh-CN', stopped);
    expect(chinese).toMatchObject({ stopped: true, summary: '【停诊】中医脑病联合门诊' });
    expect(chinese.description.split('\n')[0]).toBe('元旦放假，停诊');
    expect((await word('en', stopped)).description.split('\n')[0]).toContain("New Year's Day");
    const silent = await word('zh-CN', { state: 'stopped', cause: 'suspended' });
    expect(silent.description.split('\n')[0]).toBe('门诊暂停');
  });

  it('says that a centre has called a session off on the day, by the kind of reason', async () => {
    const stopped = { state: 'stopped', cause: 'not_held', notHeld: 'expert_absent' } as const;
    const chinese = await word('zh-CN', stopped);
    expect(chinese).toMatchObject({ stopped: true, summary: '【停诊】中医脑病联合门诊' });
    expect(chinese.description.split('\n')[0]).toBe('中心已通知：专家今天不能到诊');
    expect((await word('en', stopped)).description.split('\n')[0]).toContain('the expert cannot come today');
  });

  it('gives the reason of an added session', async () => {
    const added = await word('zh-CN', { added: true, reason: '冬病夏治', reasonEn: null });
    expect(added.description.split('\n')[0]).toBe('加诊：冬病夏治');
  });
});
