import { describe, expect, it } from 'vitest';
import { localPath } from './local-path';

describe('localPath', () => {
  it.each([
    '/',
    '/en',
    '/services?q=%E8%85%B0%E7%97%9B&near=31.2,121.4',
    '/facilities/centre-310115-1',
    '/services?q=\\&r=//x',
  ])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '',
    'services',
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/a\\b',
    '/\t/example.org',
    '/a\nb',
    '/腰痛',
    `/${'a'.repeat(2000)}`,
    null,
    undefined,
    7,
  ])('answers the home page for %j', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
