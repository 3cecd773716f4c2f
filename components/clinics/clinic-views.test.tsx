import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ParamNotice } from '@/components/ui/param-notice';
import { civilDate } from '@/lib/core/dates';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { SessionView } from '@/lib/public-directory/schema';
import { SessionTable } from './session-table';
import { StopNotices } from './stop-notices';

const TODAY = civilDate('2026-11-22');

function session(overrides: Partial<SessionView> = {}): SessionView {
  return {
    clinicId: 'clinic-1',
    clinicName: '便秘病专病联合门诊',
    clinicNameEn: 'Joint clinic: constipation',
    centreId: 'centre-1',
    centreName: '某社区卫生服务中心',
    centreNameEn: 'Some Community Health Centre',
    districtCode: '310101',
    alliance: 'east',
    hospitalName: '曙光医院',
    hospitalNameEn: 'Shuguang Hospital',
    conditions: [],
    expert: { id: 'expert-1', name: '陈某', nameEn: 'Chen Mou', title: 'chief' },
    date: civilDate('2026-11-26'),
    half: 'am',
    startsMinute: 510,
    endsMinute: 690,
    startsAt: '2026-11-26T00:30:00.000Z',
    endsAt: '2026-11-26T03:30:00.000Z',
    state: 'planned',
    cause: null,
    notHeld: null,
    added: false,
    reason: null,
    reasonEn: null,
    origin: 'demonstration',
    ...overrides,
  };
}

async function html(element: React.ReactNode, locale: Locale = 'zh-CN'): Promise<string> {
  const messages = await loadMessages(locale);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Shanghai">
      {element}
    </NextIntlClientProvider>,
  );
}

describe('StopNotices', () => {
  const stopped = session({ state: 'stopped', cause: 'removed', reason: '专家外出会诊', reasonEn: 'Expert away' });

  it('is silent while everything takes place', async () => {
    expect(await html(<StopNotices period={null} sessions={[session()]} />)).toBe('');
  });

  it('lists stopped sessions with their reason, in the language asked for', async () => {
    const chinese = await html(<StopNotices period={null} sessions={[session(), stopped]} />);
    expect(chinese).toContain('停诊通知（1 场）');
    expect(chinese).toContain('专家外出会诊');
    const english = await html(<StopNotices period={null} sessions={[stopped]} />, 'en');
    expect(english).toContain('Expert away');
    expect(english).not.toContain('专家');
  });

  it('names what a centre has called off on the day, also while the clinic works', async () => {
    const today = session({ state: 'stopped', cause: 'not_held', notHeld: 'cancelled' });
    expect(await html(<StopNotices period={null} sessions={[today]} />)).toContain('中心已通知：本次取消');
  });

  it('says once that a clinic is suspended, since when and why, instead of naming each session', async () => {
    const period = {
      status: 'suspended',
      validFrom: civilDate('2026-11-10'),
      validTo: null,
      reason: '诊室装修',
      reasonEn: null,
    } as const;
    const text = await html(
      <StopNotices period={period} sessions={[session({ state: 'stopped', cause: 'suspended' })]} />,
    );
    expect(text).toContain('此门诊暂停');
    expect(text).toContain('2026-11-10');
    expect(text).toContain('诊室装修');
    expect(text).not.toContain('停诊通知');
  });
});

describe('SessionTable', () => {
  it('offers a calendar entry for a planned session only', async () => {
    const stopped = session({ date: civilDate('2026-12-03'), state: 'stopped', cause: 'holiday', reason: '元旦' });
    const text = await html(<SessionTable sessions={[session({ added: true }), stopped]} today={TODAY} />);
    expect(text).toContain('href="/clinics/clinic-1/calendar.ics?session=2026-11-26-am"');
    expect(text).not.toContain('session=2026-12-03-am');
    expect(text).toContain('加诊');
    expect(text).toContain('元旦放假');
    const english = await html(<SessionTable sessions={[session()]} today={TODAY} />, 'en');
    expect(english).toContain('href="/en/clinics/clinic-1/calendar.ics?session=2026-11-26-am"');
  });
});

describe('ParamNotice', () => {
  it('names the parameter and escapes what was given', async () => {
    const problems = [{ name: 'district', value: '<b>9' }];
    const text = await html(<ParamNotice problems={problems} labels={{ district: '区' }} />);
    expect(text).toContain('区（district）');
    expect(text).toContain('&lt;b&gt;9');
    expect(await html(<ParamNotice problems={[]} labels={{}} />)).toBe('');
  });
});
