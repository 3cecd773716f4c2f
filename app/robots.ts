import type { MetadataRoute } from 'next';
import { env } from '@/lib/core/env';

// the site's address is known when the server runs, not when it is built
export const dynamic = 'force-dynamic';

/** Everything public may be indexed; the API and search results would only repeat the pages. */
export default function robots(): MetadataRoute.Robots {
  const { siteUrl } = env();
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/services?', '/en/services?'] },
    sitemap: `${siteUrl}/sitemap.xml`,
  };
}
