import { describe, expect, it } from 'vitest';
import { assetsOf, isAsset, standsInFor } from './kept-pages';

describe('standsInFor', () => {
  it('answers for Today and the log form in both languages, and for nothing else', () => {
    expect(standsInFor('/today')).toBe('zh-CN');
    expect(standsInFor('/en/clinic-sessions/log')).toBe('en');
    for (const path of [
      '/',
      '/today/x',
      '/clinic-sessions',
      '/clinic-sessions/week',
      '/account',
      '/en',
      '/api/clinic-sessions',
    ])
      expect(standsInFor(path), path).toBeNull();
  });
});

describe('assetsOf', () => {
  const html = `<link rel="stylesheet" href="/_next/static/chunks/a1.css"/>
    <script type="late" src="/_next/static/chunks/b-2.js"></script>
    <script src="/late-scripts.js?v=0a1b2c3d4e"></script>
    <script>self.__next_f.push([1,"I[7,[\\"/_next/static/chunks/c~3.js\\",\\"/_next/static/chunks/b-2.js\\"],\\"LogForm\\"]"])</script>
    <a href="/today">x</a><img src="/icon.svg"/>`;

  it('names what a page needs to run, each once, and no page', () => {
    expect(assetsOf(html)).toEqual([
      '/_next/static/chunks/a1.css',
      '/_next/static/chunks/b-2.js',
      '/late-scripts.js?v=0a1b2c3d4e',
      '/_next/static/chunks/c~3.js',
    ]);
  });

  it('are the only addresses that are answered from what is kept', () => {
    const at = (path: string) => isAsset(new URL(path, 'https://portal.test'));
    expect(assetsOf(html).every(at)).toBe(true);
    for (const path of [
      '/today',
      '/late-scripts.js',
      '/api/clinic-sessions',
      '/_next/static/',
      '/_next/image?url=x',
      '/x/_next/static/a.js',
    ])
      expect(at(path), path).toBe(false);
  });
});
