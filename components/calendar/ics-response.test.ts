import { describe, expect, it } from 'vitest';
import { icsProblem, icsResponse } from './ics-response';

const ADDRESS = 'https://example.org/clinics/a/calendar.ics';

function ask(body: string, ifNoneMatch?: string): Response {
  const headers: HeadersInit = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch };
  return icsResponse(new Request(ADDRESS, { headers }), body, { filename: 'a.ics' });
}

describe('icsResponse', () => {
  it('is a calendar in UTF-8 with a name', async () => {
    const response = ask('BEGIN:VCALENDAR');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="a.ics"');
    expect(await response.text()).toBe('BEGIN:VCALENDAR');
  });

  it('answers 304 to whoever has the same text already, also weakly or in a list', async () => {
    const etag = ask('one').headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const response = ask('one', known);
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
    }
    expect(ask('two', etag).status).toBe(200);
  });
});

describe('icsProblem', () => {
  it('says what is wrong in plain text', async () => {
    const response = icsProblem(404, '没有这个门诊。');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('没有这个门诊。\n');
  });
});
