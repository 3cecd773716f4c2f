import { describe, expect, it } from 'vitest';
import { etagOf, jsonAnswer, noneMatch } from './respond';

const FRESHNESS = { version: 7, minute: 29_000_000 };

describe('etagOf', () => {
  it('moves with the version and with the minute', () => {
    const tags = [FRESHNESS, { ...FRESHNESS, version: 8 }, { ...FRESHNESS, minute: 29_000_001 }].map(etagOf);
    expect(new Set(tags).size).toBe(3);
    expect(tags.every((tag) => /^"[\w-]+"$/.test(tag))).toBe(true);
  });
});

describe('noneMatch', () => {
  it.each([
    [null, true],
    ['"x"', false],
    ['*', false],
    ['W/"x"', false],
    ['"a", "x"', false],
    ['"a"', true],
    ['nonsense', true],
  ])('%s', (header, expected) => {
    expect(noneMatch(header, '"x"')).toBe(expected);
  });
});

describe('jsonAnswer', () => {
  it('answers 304 without making the body when nothing has changed', () => {
    const request = new Request('http://localhost/x', { headers: { 'if-none-match': etagOf(FRESHNESS) } });
    const answer = jsonAnswer(request, FRESHNESS, 'everyone', () => {
      throw new Error('not needed');
    });
    expect(answer.status).toBe(304);
    expect(answer.headers.etag).toBe(etagOf(FRESHNESS));
    expect(answer.body).toBeNull();
  });

  it('keeps an answer with a position out of shared caches', () => {
    const request = new Request('http://localhost/x');
    const answer = jsonAnswer(request, FRESHNESS, 'caller', () => '{}');
    expect(answer.headers['cache-control']).toMatch(/^private/);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });
});
