import { env } from '@/lib/core/env';
import { partCount, sitemapIndexXml, sitemapPages } from '@/lib/public-directory/sitemap';
import { unavailableText, xmlResponse } from '@/lib/public-directory/sitemap-response';
import { currentSnapshot } from '@/lib/public-directory/snapshot';

export const dynamic = 'force-dynamic';

/** The sitemap index; a province has more pages than one file may name. */
export async function GET() {
  const snapshot = await currentSnapshot().catch(() => null);
  if (!snapshot) return unavailableText();
  return xmlResponse(sitemapIndexXml(env().siteUrl, partCount(sitemapPages(snapshot))));
}
