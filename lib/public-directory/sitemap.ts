import { DEFAULT_LOCALE, LOCALES, type Locale, localePath } from '@/lib/i18n/locales';
import type { Directory } from './directory-index';

// The sitemap of sitemaps.org: an index and parts, every page in every language with links to its other languages.

/** Pages without a parameter in their address. */
export const STATIC_PATHS = [
  '/',
  '/services',
  '/clinics',
  '/calendar',
  '/alliances',
  '/districts',
  '/conditions',
  '/about',
  '/data',
  '/figures',
  '/what-we-count',
  '/privacy',
  '/accessibility',
  '/report',
  '/verify',
] as const;

export type SitemapPage = { path: string; lastModified: string | null };

/** A part may hold 50,000 addresses, and a page has one in each language. */
export const PAGES_PER_PART = Math.floor(50_000 / LOCALES.length);

/** Every public page, the fixed ones first. */
export function sitemapPages({ records, index }: Directory): SitemapPage[] {
  const page = (path: string): SitemapPage => ({ path, lastModified: null });
  return [
    ...STATIC_PATHS.map(page),
    ...records.alliances.map(({ code }) => page(`/alliances/${code}`)),
    ...records.districts.map(({ code }) => page(`/districts/${code}`)),
    ...records.conditions.map(({ code }) => page(`/conditions/${encodeURIComponent(code)}`)),
    ...[...index.clinics.keys()].map((id) => page(`/clinics/${encodeURIComponent(id)}`)),
    ...records.facilities
      .filter(({ status }) => status !== 'closed')
      .map(({ id, updatedAt }) => ({ path: `/facilities/${encodeURIComponent(id)}`, lastModified: updatedAt })),
  ];
}

/** How many parts the pages need, at least one. */
export function partCount(pages: readonly SitemapPage[]): number {
  return Math.max(1, Math.ceil(pages.length / PAGES_PER_PART));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The index that names every part. */
export function sitemapIndexXml(siteUrl: string, parts: number): string {
  const entries = Array.from(
    { length: parts },
    (_, part) => `<sitemap><loc>${siteUrl}/sitemaps/${part}.xml</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`;
}

/** One part; null when there is none of this number. */
export function sitemapPartXml(siteUrl: string, pages: readonly SitemapPage[], part: number): string | null {
  if (!Number.isInteger(part) || part < 0 || part >= partCount(pages)) return null;
  const entries = pages
    .slice(part * PAGES_PER_PART, (part + 1) * PAGES_PER_PART)
    .flatMap((page) => pageEntries(siteUrl, page));
  return (
    `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n` +
    `${entries.join('\n')}\n</urlset>\n`
  );
}

function pageEntries(siteUrl: string, { path, lastModified }: SitemapPage): string[] {
  const address = (locale: Locale) => escapeXml(siteUrl + localePath(locale, path));
  const link = (language: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`;
  const alternates =
    LOCALES.map((locale) => link(locale, address(locale))).join('') + link('x-default', address(DEFAULT_LOCALE));
  const modified = lastModified ? `<lastmod>${lastModified.slice(0, 10)}</lastmod>` : '';
  return LOCALES.map((locale) => `<url><loc>${address(locale)}</loc>${modified}${alternates}</url>`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}
