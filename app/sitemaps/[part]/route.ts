import { env } from '@/lib/core/env';
import { sitemapPages, sitemapPartXml } from '@/lib/public-directory/sitemap';
import { unavailableText, xmlResponse } from '@/lib/public-directory/sitemap-response';
import { currentSnapshot } from '@/lib/public-directory/snapshot';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ part: string }> };

/** One part of the sitemap, `0.xml` the first. */
export async function GET(_request: Request, { params }: Context) {
  const number = /^(\d{1,4})\.xml$/.exec((await params).part)?.[1];
  const snapshot = await currentSnapshot().catch(() => null);
  if (!snapshot) return unavailableText();
  const xml = number === undefined ? null : sitemapPartXml(env().siteUrl, sitemapPages(snapshot), Number(number));
  return xml === null ? new Response(null, { status: 404 }) : xmlResponse(xml);
}
