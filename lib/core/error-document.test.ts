import { describe, expect, it } from 'vitest';
import { wantedErrorDocument } from './error-document';

const wanted = (headers: Record<string, string>) => wantedErrorDocument(new Headers(headers));

describe('wantedErrorDocument', () => {
  it('is nothing for an ordinary request or an unknown kind', () => {
    expect(wanted({})).toBeNull();
    expect(wanted({ 'x-error-document': 'other' })).toBeNull();
  });

  it('carries the address and the id', () => {
    expect(
      wanted({ 'x-error-document': 'failed', 'x-error-path': '/en/services?q=a', 'x-error-id': '12ab-1' }),
    ).toEqual({
      kind: 'failed',
      path: '/en/services?q=a',
      id: '12ab-1',
    });
  });

  it('takes neither foreign addresses nor markup', () => {
    expect(wanted({ 'x-error-document': 'missing', 'x-error-path': '//example.org', 'x-error-id': '<b>' })).toEqual({
      kind: 'missing',
      path: '/',
      id: null,
    });
  });
});
