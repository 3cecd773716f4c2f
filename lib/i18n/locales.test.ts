import { describe, expect, it } from 'vitest';
import { languageAlternates, localePath, pathInLocale } from './locales';

describe('localePath', () => {
  it('puts English under /en and Chinese at the root', () => {
    expect(localePath('zh-CN', '/')).toBe('/');
    expect(localePath('en', '/')).toBe('/en');
    expect(localePath('en', '/services')).toBe('/en/services');
  });
});

describe('pathInLocale', () => {
  it.each([
    ['en', '/', '/en'],
    ['en', '/?q=a', '/en?q=a'],
    ['en', '/services?q=a&near=31.2,121.4', '/en/services?q=a&near=31.2,121.4'],
    ['en', '/en/services', '/en/services'],
    ['zh-CN', '/en', '/'],
    ['zh-CN', '/en?q=a', '/?q=a'],
    ['zh-CN', '/en/services?q=a?b', '/services?q=a?b'],
    ['zh-CN', '/enough', '/enough'],
    ['zh-CN', '/en//example.org', '/example.org'],
    ['en', '/enough', '/en/enough'],
  ] as const)('%s of %s is %s', (target, path, expected) => {
    expect(pathInLocale(target, path)).toBe(expected);
  });
});

describe('languageAlternates', () => {
  it('names both languages and the page itself', () => {
    expect(languageAlternates('en', '/about')).toEqual({
      canonical: '/en/about',
      languages: { 'zh-CN': '/about', en: '/en/about', 'x-default': '/about' },
    });
  });
});
