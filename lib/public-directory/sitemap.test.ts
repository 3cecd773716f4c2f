import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGES_PER_PART, partCount, STATIC_PATHS, sitemapIndexXml, sitemapPartXml } from './sitemap';

const SITE = 'https://portal.example';
const ROOT = 'app/[locale]/(public)';

/** Pages without a parameter in their address, as the app has them. */
function fixedPages(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes('['))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`);
}

describe('the sitemap', () => {
  it('names every page without a parameter, and none that does not exist', () => {
    expect([...STATIC_PATHS].sort()).toEqual(fixedPages().sort());
  });

  it('gives a page in both languages, each with links to both', () => {
    const xml =
      sitemapPartXml(SITE, [{ path: '/facilities/a%26b', lastModified: '2026-11-22T01:02:03.000Z' }], 0) ?? '';
    expect(xml.match(/<loc>[^<]+<\/loc>/g)).toEqual([
      '<loc>https://portal.example/facilities/a%26b</loc>',
      '<loc>https://portal.example/en/facilities/a%26b</loc>',
    ]);
    expect(xml.match(/hreflang="(zh-CN|en|x-default)"/g)).toHaveLength(6);
    expect(xml).toContain('<lastmod>2026-11-22</lastmod>');
  });

  it('splits at the limit of 50,000 addresses a file', () => {
    const pages = Array.from({ length: PAGES_PER_PART + 1 }, (_, n) => ({
      path: `/facilities/${n}`,
      lastModified: null,
    }));
    expect(partCount(pages)).toBe(2);
    expect(sitemapPartXml(SITE, pages, 0)?.match(/<url>/g)).toHaveLength(50_000);
    expect(sitemapPartXml(SITE, pages, 1)?.match(/<url>/g)).toHaveLength(2);
    for (const none of [2, -1, 0.5, Number.NaN]) expect(sitemapPartXml(SITE, pages, none)).toBeNull();
    expect(sitemapIndexXml(SITE, 2)).toContain('<loc>https://portal.example/sitemaps/1.xml</loc>');
  });
});
