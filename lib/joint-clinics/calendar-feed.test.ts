import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { calendarFeed, type Feed, sessionUid } from './calendar-feed';
import type { FeedEvent } from './schema';

type Property = { name: string; value: string };

/** Unfolds and unescapes an iCalendar text (RFC 5545 §3.1, §3.3.11) into its components' properties. */
function parse(text: string): { calendar: Property[]; events: Map<string, string>[] } {
  const properties = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((row) => row !== '')
    .map((row): Property => {
      const colon = row.indexOf(':');
      return { name: row.slice(0, colon), value: row.slice(colon + 1) };
    });
  const calendar: Property[] = [];
  const events: Map<string, string>[] = [];
  let inEvent = false;
  for (const { name, value } of properties) {
    if (name === 'BEGIN' && value === 'VEVENT') {
      inEvent = true;
      events.push(new Map());
    } else if (name === 'END' && value === 'VEVENT') inEvent = false;
    else if (inEvent) {
      const plain = value.replaceAll(/\\([nN\\;,])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
      events.at(-1)?.set(name.split(';')[0] ?? name, plain);
    } else calendar.push({ name, value });
  }
  return { calendar, events };
}

function event(overrides: Partial<FeedEvent> = {}): FeedEvent {
  return {
    clinicId: 'clinic-001',
    date: civilDate('2026-11-25'),
    half: 'am',
    startsMinute: 510,
    endsMinute: 690,
    stopped: false,
    summary: '中医脑病联合门诊，专家出诊',
    location: '某社区卫生服务中心, 二楼; 203 诊室',
    description: '牵头医院：上海中医药大学附属曙光医院\n演示数据：此门诊为演示网络所生成，并非真实门诊，请勿据此就诊。',
    url: 'https://example.org/clinics/clinic-001?from=ics&a=1',
    ...overrides,
  };
}

function feed(overrides: Partial<Feed> = {}): string {
  return calendarFeed({
    name: '中医专病联合门诊',
    description: '今后八周的出诊安排',
    url: 'https://example.org/clinics/clinic-001',
    language: 'zh-CN',
    revision: 7,
    stamp: new Date('2026-11-22T01:02:03Z'),
    events: [event()],
    ...overrides,
  });
}

describe('calendarFeed', () => {
  it('writes instants in UTC whatever the time zone of the process', () => {
    const [first] = parse(feed()).events;
    expect(first?.get('DTSTART')).toBe('20261125T003000Z');
    expect(first?.get('DTEND')).toBe('20261125T033000Z');
    expect(first?.get('DTSTAMP')).toBe('20261122T010203Z');
  });

  it('puts a session of the first hours of a Shanghai day on the day before in UTC', () => {
    const [first] = parse(feed({ events: [event({ startsMinute: 420 })] })).events;
    expect(first?.get('DTSTART')).toBe('20261124T230000Z');
  });

  it('keeps every text through escaping and folding', () => {
    const [first] = parse(feed()).events;
    expect(first?.get('SUMMARY')).toBe(event().summary);
    expect(first?.get('LOCATION')).toBe(event().location);
    expect(first?.get('DESCRIPTION')).toBe(event().description);
    expect(first?.get('URL')).toBe(event().url);
  });

  it('folds lines to at most 75 octets', () => {
    const longest = Math.max(
      ...feed()
        .split('\r\n')
        .map((row) => Buffer.byteLength(row)),
    );
    expect(longest).toBeLessThanOrEqual(75);
  });

  it('gives each session a UID of clinic, date and half-day that stays', () => {
    const events = [event(), event({ half: 'pm' }), event({ date: civilDate('2026-12-02') }), event({ clinicId: 'b' })];
    const uids = parse(feed({ events })).events.map((entry) => entry.get('UID'));
    expect(uids[0]).toBe('clinic-001-2026-11-25-am@joint-clinics.tcm-alliances');
    expect(new Set(uids).size).toBe(4);
    const changed = event({ startsMinute: 540, stopped: true, summary: '停诊' });
    expect(sessionUid(changed)).toBe(uids[0]);
  });

  it('withdraws stopped sessions and carries the revision as sequence', () => {
    const [planned, stopped] = parse(feed({ events: [event(), event({ half: 'pm', stopped: true })] })).events;
    expect(planned?.get('STATUS')).toBe('CONFIRMED');
    expect(stopped?.get('STATUS')).toBe('CANCELLED');
    expect(stopped?.get('SEQUENCE')).toBe('7');
  });

  it('names the calendar, its page and how often to ask again', () => {
    const text = feed();
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(parse(text).calendar).toEqual(
      expect.arrayContaining([
        { name: 'METHOD', value: 'PUBLISH' },
        { name: 'X-WR-CALNAME', value: '中医专病联合门诊' },
        { name: 'REFRESH-INTERVAL;VALUE=DURATION', value: 'PT3H' },
        { name: 'X-PUBLISHED-TTL', value: 'PT3H' },
        { name: 'URL', value: 'https://example.org/clinics/clinic-001' },
      ]),
    );
  });

  it('is a valid calendar without any session, and the same text for the same input', () => {
    expect(parse(feed({ events: [] })).events).toEqual([]);
    expect(feed()).toBe(feed());
  });
});
