import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '@/tests/support/page';
import { CLINIC } from '@/tests/support/samples';
import { words } from '@/tests/support/words';

// What a resident's calendar program gets: read back by the rules of RFC 5545, not compared as text.

type Entry = Record<string, string>;

/** Unfolds lines and gathers the properties of every VEVENT. */
function readCalendar(text: string): { lines: string[]; events: Entry[] } {
  expect(text.endsWith('\r\n')).toBe(true);
  const raw = text.slice(0, -2).split('\r\n');
  // one expectation for twenty thousand lines: each costs milliseconds
  expect(raw.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  const events: Entry[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const at = events.at(-1);
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).split(';')[0];
    if (at && name && !name.startsWith('BEGIN') && !name.startsWith('END')) at[name] = line.slice(colon + 1);
  }
  return { lines, events };
}

async function fetchCalendar(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  return readCalendar(await answer.text());
}

for (const path of [`/clinics/${CLINIC}/calendar.ics`, '/calendar/feed.ics', '/en/calendar/feed.ics'])
  test(`${path} is a calendar`, async ({ request }) => {
    const { lines, events } = await fetchCalendar(request, path);
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines).toContain('VERSION:2.0');
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map((event) => event.UID)).size).toBe(events.length);
    const holds = ({ SUMMARY, DTSTAMP = '', DTSTART = '', DTEND = '' }: Entry) =>
      Boolean(SUMMARY) && /^\d{8}T\d{6}Z$/.test(DTSTAMP) && DTSTART < DTEND;
    expect(events.filter((event) => !holds(event))).toEqual([]);
  });

test('one session downloads from the clinic page and is the session shown', async ({ page }) => {
  await page.goto(`/clinics/${CLINIC}`);
  const link = page.getByRole('link', { name: words('clinics.sessions.add') }).first();
  const href = (await link.getAttribute('href')) ?? '';
  const date = /session=(\d{4})-(\d{2})-(\d{2})-/.exec(href);
  expect(date).not.toBeNull();
  const { events } = await fetchCalendar(page.request, href);
  expect(events).toHaveLength(1);
  // sessions lie in the Shanghai day, so the date is the same in UTC only after 08:00; the file says which it uses
  const [, year = '', month = '', day = ''] = date ?? [];
  const start = events[0]?.DTSTART ?? '';
  const instant = Date.parse(
    start.replace(
      /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z?)$/,
      (_all, y, m, d, h, i, s, z) => `${y}-${m}-${d}T${h}:${i}:${s}${z || '+08:00'}`,
    ),
  );
  expect(new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(`${year}-${month}-${day}`);
});

test('a stop notice stands in the feed as cancelled', async ({ request }) => {
  const { events } = await fetchCalendar(request, '/calendar/feed.ics');
  const cancelled = events.filter((event) => event.STATUS === 'CANCELLED');
  expect(cancelled.length).toBeGreaterThan(0);
});
